import CSpotCheckBoostMath

/// Intervals and bounds for one pass rate.
///
/// `passes` is in 0…`trials`; `level` is the confidence, strictly between 0 and 1. No passes give a lower
/// limit of exactly 0, no failures an upper limit of exactly 1. No trials give no interval.
public enum BinomialInterval {
  /// k/n; `nil` without trials.
  public static func rate(passes: Int, trials: Int) -> Double? {
    trials > 0 ? RateSample(passes: passes, trials: trials).rate : nil
  }

  /// The two-sided interval at `level`; `nil` without trials.
  public static func interval(
    passes: Int, trials: Int, level: Double, method: IntervalMethod
  ) -> RateInterval? {
    let tail = (1 - level) / 2
    let z = -SpecialFunctions.normalQuantile(tail)
    return interval(passes: passes, trials: trials, tail: tail, z: z, method: method)
  }

  private static func interval(
    passes: Int, trials: Int, tail: Double, z: Double, method: IntervalMethod
  ) -> RateInterval? {
    guard trials > 0 else { return nil }
    let sample = RateSample(passes: passes, trials: trials)
    switch method {
    case .wilson: return wilson(passes: sample.k, trials: sample.n, z: z)
    case .clopperPearson: return exact(passes, trials, tail: tail)
    case .jeffreys: return jeffreys(passes, trials, tail: tail)
    case .jeffreysHighestDensity: return sample.solvedForTheRarer { $0.highestDensity(tail: tail) }
    case .midP: return sample.solvedForTheRarer { $0.midP(tail: tail) }
    case .likelihoodRatio: return sample.solvedForTheRarer { $0.likelihoodRatio(tail: tail) }
    case .profile: return sample.solvedForTheRarer { $0.profile(tail: tail) }
    case .logit: return sample.logit(tail: tail)
    case .probit: return sample.probit(tail: tail)
    case .complementaryLogLog: return sample.complementaryLogLog(tail: tail)
    case .wilsonContinuity: return sample.clipped(sample.wilsonContinuity(tail: tail))
    case .agrestiCoull: return sample.clipped(sample.agrestiCoull(tail: tail))
    case .addFour: return sample.clipped(sample.addFour(tail: tail))
    case .wald: return sample.clipped(sample.wald(tail: tail))
    }
  }

  /// The two-sided interval of every cell; both arrays are of one length.
  public static func intervals(
    passes: [Int], trials: [Int], level: Double, method: IntervalMethod
  ) -> [RateInterval?] {
    precondition(passes.count == trials.count, "arrays of unequal length")
    let tail = (1 - level) / 2
    let z = -SpecialFunctions.normalQuantile(tail)
    return Array(cells: passes.count) {
      interval(passes: passes[$0], trials: trials[$0], tail: tail, z: z, method: method)
    }
  }

  /// The one-sided Clopper–Pearson lower bound at `level`; `nil` without trials.
  ///
  /// The (1 − level)-quantile of Beta(k, n − k + 1).
  public static func lowerBound(passes: Int, trials: Int, level: Double) -> Double? {
    trials > 0 ? exactLower(passes, trials, tail: 1 - level) : nil
  }

  /// The one-sided Clopper–Pearson upper bound at `level`; `nil` without trials.
  ///
  /// The `level`-quantile of Beta(k + 1, n − k).
  public static func upperBound(passes: Int, trials: Int, level: Double) -> Double? {
    trials > 0 ? exactUpper(passes, trials, tail: 1 - level) : nil
  }

  /// (2k + z² ∓ z √(z² + 4k(1 − k/n))) / (2(n + z²)); `passes` and `trials` need not be whole.
  static func wilson(passes: Double, trials: Double, z: Double) -> RateInterval {
    let square = z * z
    let spread = z * (square + 4 * passes * (trials - passes) / trials).squareRoot()
    let scale = 2 * (trials + square)
    return RateInterval(
      lower: passes == 0 ? 0 : (2 * passes + square - spread) / scale,
      upper: passes == trials ? 1 : (2 * passes + square + spread) / scale)
  }

  static func exact(_ passes: Int, _ trials: Int, tail: Double) -> RateInterval {
    RateInterval(
      lower: exactLower(passes, trials, tail: tail), upper: exactUpper(passes, trials, tail: tail))
  }

  static func exactLower(_ passes: Int, _ trials: Int, tail: Double) -> Double {
    guard passes > 0 else { return 0 }
    return spotcheck_ibeta_inv(Double(passes), Double(trials - passes) + 1, tail)
  }

  static func exactUpper(_ passes: Int, _ trials: Int, tail: Double) -> Double {
    guard passes < trials else { return 1 }
    return spotcheck_ibetac_inv(Double(passes) + 1, Double(trials - passes), tail)
  }

  private static func jeffreys(_ passes: Int, _ trials: Int, tail: Double) -> RateInterval {
    let posterior = BetaDistribution.jeffreys.posterior(passes: passes, trials: trials)
    return RateInterval(
      lower: passes == 0 ? 0 : posterior.quantile(tail),
      upper: passes == trials ? 1 : posterior.upperQuantile(tail))
  }
}
