import SpotCheckStatistics

/// One indicator, period, region and category on the way to its finding.
struct AssessmentCell {
  /// What is known so far.
  var finding: Finding
  /// 0 for the indicator's own category, 1 for one directly below it.
  let depth: Int
  /// The target; `nil` in a year without one, and for a rising indicator.
  let target: AssessmentTarget?
  /// The counts at the end of each month so far; the last are those of the period.
  let looks: [Look]
  /// The weight of each stratum; empty for a rate without.
  let weights: [Double]
  /// Where each stratum with a weight lies.
  var places: [AssessmentFigures.Place?] = []
  /// The units there are in all; `nil` where that is not known.
  let population: Int?
  /// The share of the weights that strata with data must have before anything is proven.
  let minimumCovered: DecimalFraction?
  /// Months in the whole period, which is how often it can be looked at.
  let months: Int

  /// How the rate is judged.
  var estimator = Estimator.exactBinomial
  /// The region and category of each stratum, where two years are compared.
  var stratumNames: [(region: String, category: String)] = []
  /// Where the year may end, given samples still planned.
  var yearEnd: YearEnd?
  /// P(no fewer passes) were every unit to pass and the rate the target: the strongest proof there can be.
  ///
  /// 1 where all must conform, which only a census shows.
  var leastMet = 1.0
  /// The strongest proof of a fall there can be: the p-value were every unit of the year before to pass.
  var leastShortfall = 1.0
  /// The adjusted p-value's threshold in either direction; `nil` outside the family.
  var thresholds: (shortfall: Double?, met: Double?) = (nil, nil)

  /// The direction of a claim.
  enum Claim {
    case shortfall
    case met
  }

  /// Units judged in the period.
  var trials: Int { finding.trials }

  /// Units of the kind the target speaks of; see ``AssessmentTarget``.
  var judged: Int { judged(passes: finding.passes, of: finding.trials) }

  /// Whether the rate is compared with that of the year before.
  var isRising: Bool { estimator == .stratifiedExact }

  /// Whether the cell has both data and something to be compared with.
  var isJudged: Bool {
    trials > 0 && (isRising ? looks.last?.pair.isComparable ?? false : target != nil)
  }

  /// The class of a cell that no unit not inspected could change; `nil` for any other.
  ///
  /// k of n judged units conform, of N in all, and M0 = ⌈τN⌉ must: they cannot where k + (N − n) < M0, and they
  /// do where k ≥ M0. Without a population that holds of one failure where all must conform.
  var certainty: Evidence? {
    guard let target, trials > 0 else { return nil }
    guard let population else {
      return target.isAll && judged < trials && !isRising ? .certainShortfall : nil
    }
    let required = target.rate.ceiling(of: population)
    if judged >= required { return .certainMet }
    return judged + (population - trials) < required ? .certainShortfall : nil
  }

  /// Units of the kind the target speaks of, among `trials` with `passes`.
  func judged(passes: Int, of trials: Int) -> Int {
    target?.judged(passes: passes, of: trials) ?? passes
  }

  /// A judged rate as a pass rate.
  func passRate(_ judged: Double) -> Double {
    target?.passRate(judged) ?? judged
  }

  // MARK: Estimates

  /// Fills in counts, plain rate, estimator, two-sided interval and design effect.
  mutating func estimate(_ options: EstimateOptions) {
    guard let period = looks.last, period.allTrials > 0 else { return }
    finding.trials = period.allTrials
    finding.passes = period.allPasses
    finding.passRate = Double(finding.passes) / Double(finding.trials)
    if estimator == .weightedGamma,
      weightedEvidence(at: period, level: options.confidence)?.estimator != .gamma
    {
      estimator = .exactBinomial
    }
    finding.estimator = estimator.rawValue
    let interval = interval(of: period, options)
    finding.lower = interval?.lower
    finding.upper = interval?.upper
    if estimator == .clusteredBeta { finding.designEffect = clusters(at: period)?.designEffect }
    if isRising, let rise = rise(options.confidence) {
      finding.rise = rise
      finding.target = rise.counts.rateBefore
      finding.mixEffect = rise.isMixEffect
    }
  }

  private func interval(of period: Look, _ options: EstimateOptions) -> RateInterval? {
    switch estimator {
    case .exactBinomial, .stratifiedExact:
      return BinomialInterval.interval(
        passes: finding.passes, trials: finding.trials, level: options.confidence, method: options.interval)
    case .weightedGamma, .exactHypergeometric, .clusteredBeta:
      guard finding.trials <= population ?? .max else { return nil }
      let tail = (1 - options.confidence) / 2
      guard let lower = rateBound(.met, risk: tail, at: period),
        let upper = rateBound(.shortfall, risk: tail, at: period)
      else { return nil }
      return target?.judgesFailures == true
        ? RateInterval(lower: 1 - upper, upper: 1 - lower) : RateInterval(lower: lower, upper: upper)
    }
  }

  /// Fills in how the rate stands to the target, by exact integers where the rate is plain.
  mutating func compare() {
    guard isJudged, let passRate = finding.passRate else { return }
    guard let target else { return compareWithYearBefore() }
    let rate = target.passRate(passRate)
    let isWeighted = estimator == .weightedGamma
    let isAttained =
      isWeighted
      ? WeightedRate.attains(rate, target.rate) : target.rate.sign(ofRate: judged, over: trials) >= 0
    finding.isAttained = isAttained
    finding.shortfall = isAttained ? 0 : max(0, target.rate.value - rate)
    guard !isWeighted, !target.judgesFailures, let allowed = target.rate.complement else { return }
    finding.passesShort = max(0, target.rate.ceiling(of: trials) - judged)
    finding.excessFailures = Double(trials - judged) - Double(trials) * allowed.value
  }
}
