import SpotCheckStatistics

extension AssessmentCell {
  /// Whether weights of strata stand behind the rate.
  var isByWeights: Bool { finding.estimator == Assessment.weightedEstimator }

  /// The target as a pass rate.
  var targetPassRate: Double? { target?.asPassRate }

  /// The two-sided limits of the judged rate at `level`; `nil` without trials.
  ///
  /// The gamma method for weighted rates, else Clopper–Pearson, of the effective counts where units lie in clusters
  /// (Korn & Graubard 1998).
  func simultaneousLimits(level: Double) -> RateInterval? {
    if isByWeights { return looks.last.flatMap { weightedEvidence(at: $0, level: level)?.interval } }
    guard trials > 0, let effect = finding.designEffect, effect > 1 else {
      return BinomialInterval.interval(passes: judged, trials: trials, level: level, method: .clopperPearson)
    }
    let passes = Double(judged) / effect
    let failures = Double(trials - judged) / effect
    let tail = (1 - level) / 2
    return RateInterval(
      lower: passes > 0 ? SpecialFunctions.inverseIncompleteBeta(tail, a: passes, b: failures + 1) : 0,
      upper: failures > 0
        ? SpecialFunctions.inverseIncompleteBetaComplement(tail, a: passes + 1, b: failures) : 1)
  }

  /// What the judged units make of a prior; clusters count as their effective units.
  func posterior(_ prior: BetaDistribution) -> BetaDistribution {
    let effect = max(1, finding.designEffect ?? 1)
    return BetaDistribution(
      alpha: prior.alpha + Double(judged) / effect, beta: prior.beta + Double(trials - judged) / effect)
  }

  /// Limits of the judged rate as limits of the pass rate.
  func asPassRates(_ limits: RateInterval) -> RateInterval {
    guard target?.judgesFailures == true else { return limits }
    return RateInterval(lower: 1 - limits.upper, upper: 1 - limits.lower)
  }
}

extension AssessmentTarget {
  /// The pass rate that is the target: to be reached, or where failures are judged not to be exceeded.
  var asPassRate: Double? { judgesFailures ? rate.complement?.value : rate.value }
}
