import SpotCheckStatistics

/// One indicator, period, region and category on the way to its finding.
struct AssessmentCell {
  /// What is known so far.
  var finding: Finding
  /// 0 for the indicator's own category, 1 for one directly below it.
  let depth: Int
  /// The target; `nil` in a year without one.
  let target: AssessmentTarget?
  /// The counts at the end of each month so far; the last are those of the period.
  let looks: [Look]
  /// The weight of each stratum; empty for a plain rate.
  let weights: [Double]
  /// The share of the weights that strata with data must have before anything is proven.
  let minimumCovered: DecimalFraction?
  /// Months in the whole period, which is how often it can be looked at.
  let months: Int

  /// P(no fewer passes) were every unit to pass and the rate the target: the strongest proof there can be.
  var leastMet = 1.0
  /// The adjusted p-value's threshold in either direction; `nil` outside the family.
  var thresholds: (shortfall: Double?, met: Double?) = (nil, nil)

  /// Cumulative counts by stratum; a plain rate has one.
  struct Look: Equatable {
    var trials: [Int]
    var passes: [Int]
    var allTrials: Int { trials.reduce(0, +) }
    var allPasses: Int { passes.reduce(0, +) }
  }

  /// The direction of a claim.
  enum Claim {
    case shortfall
    case met
  }

  /// Whether an effective sample of unequal weights stands behind the rate.
  var isWeighted: Bool { finding.estimator == Assessment.weightedEstimator }

  /// Units judged in the period.
  var trials: Int { finding.trials }

  /// Units of the kind the target speaks of; see ``AssessmentTarget``.
  var judged: Int { target?.judged(passes: finding.passes, of: finding.trials) ?? finding.passes }

  /// Whether the cell has both data and a target.
  var isJudged: Bool { trials > 0 && target != nil }

  /// Whether no unit not inspected could change the verdict: one failure, where all must conform.
  var isCertain: Bool { target.map { $0.isAll && judged < trials } ?? false }

  /// Fills in counts, plain rate, estimator and two-sided interval.
  mutating func estimate(_ options: EstimateOptions) {
    guard let period = looks.last, period.allTrials > 0 else { return }
    finding.trials = period.allTrials
    finding.passes = period.allPasses
    finding.passRate = Double(finding.passes) / Double(finding.trials)
    var interval = BinomialInterval.interval(
      passes: finding.passes, trials: finding.trials, level: options.confidence, method: options.interval)
    if let weighted = weightedEvidence(at: period, level: options.confidence) {
      if weighted.estimator == .gamma {
        finding.estimator = Assessment.weightedEstimator
        interval = weighted.interval
        if target?.judgesFailures == true {
          interval = RateInterval(lower: 1 - weighted.interval.upper, upper: 1 - weighted.interval.lower)
        }
      }
    }
    finding.lower = interval?.lower
    finding.upper = interval?.upper
  }

  /// Fills in how the rate stands to the target, by exact integers where the rate is plain.
  mutating func compare() {
    guard let target, let passRate = finding.passRate else { return }
    let rate = target.passRate(passRate)
    let isAttained =
      isWeighted
      ? WeightedRate.attains(rate, target.rate) : target.rate.sign(ofRate: judged, over: trials) >= 0
    finding.isAttained = isAttained
    finding.shortfall = isAttained ? 0 : max(0, target.rate.value - rate)
    guard !isWeighted, !target.judgesFailures, let allowed = target.rate.complement else { return }
    finding.passesShort = max(0, target.rate.ceiling(of: trials) - judged)
    finding.excessFailures = Double(trials - judged) - Double(trials) * allowed.value
  }

  /// A judged rate as a pass rate.
  func passRate(_ judged: Double) -> Double {
    target?.passRate(judged) ?? judged
  }

  /// The gamma method at one look; `nil` for a plain rate or where no stratum has data.
  func weightedEvidence(at look: Look, level: Double) -> WeightedEvidence? {
    guard !weights.isEmpty else { return nil }
    let judged = zip(look.trials, look.passes).map { target?.judged(passes: $1, of: $0) ?? $1 }
    return WeightedRate.evidence(
      weights: weights, trials: look.trials, passes: judged, target: target?.rate.value ?? 1, level: level)
  }
}
