import CSpotCheckBoostMath

/// Rates of several strata weighed into one: Σ W_h p̂_h.
///
/// Strata without trials, or without weight, take no part: the weights of the others are scaled to sum to 1,
/// which assumes that the missing fare like the rest, and the share of weight they held is reported.
public enum WeightedRate {
  /// A weighted rate this near a target equals it.
  public static let tolerance = 1e-12

  /// Whether a weighted rate attains a target: it is above, or within ``tolerance``.
  public static func attains(_ rate: Double, _ target: DecimalFraction) -> Bool {
    rate >= target.value - tolerance
  }

  /// Evidence and limits for a weighted pass rate.
  ///
  /// The gamma method on failures (Fay & Feuer 1997, Statistics in Medicine 16:791): w_h = W_h/n_h,
  /// x_h = n_h − k_h, y = Σ w x, v = Σ w² x, M = max w, φ = 1 − τ. With G(· ; shape, scale) the gamma distribution:
  ///
  /// - pMet = 1 − G(φ; (y+M)²/(v+M²), (v+M²)/(y+M)),
  /// - pShortfall = G(φ; y²/v, v/y), and 1 where y = 0;
  /// - limits are quantiles of the same two.
  ///
  /// Where all w_h are equal the weighted rate is the plain one, and the exact binomial decides.
  ///
  /// - Parameters:
  ///   - weights: W_h, at least 0; they need not sum to 1.
  ///   - trials: n_h.
  ///   - passes: k_h ≤ n_h.
  ///   - target: τ, 0…1.
  ///   - level: The confidence of the bounds and of the interval, strictly between 0 and 1.
  /// - Returns: `nil` where no stratum has both weight and trials.
  public static func evidence(
    weights: [Double], trials: [Int], passes: [Int], target: Double, level: Double
  ) -> WeightedEvidence? {
    guard let strata = Strata(weights: weights, trials: trials, passes: passes) else { return nil }
    return strata.isSelfWeighting
      ? strata.exactEvidence(target: Target(target), level: level)
      : strata.gammaEvidence(target: Target(target), level: level)
  }

  /// The weighted rate with its variance, for showing: never evidence.
  ///
  /// v = Σ W_h² p̂_h(1 − p̂_h)/(n_h − 1).
  ///
  /// - Returns: `nil` where no stratum has both weight and trials.
  public static func estimate(weights: [Double], trials: [Int], passes: [Int]) -> StratifiedRate? {
    Strata(weights: weights, trials: trials, passes: passes).map(StratifiedRate.init)
  }

  /// The variance of one stratum's rate, p̂(1 − p̂)/(n − 1), for n of at least 1.
  ///
  /// One trial shows no spread: its variance is the greatest there can be, ¼.
  static func variance(passes: Int, trials: Int) -> Double {
    guard trials > 1 else { return 0.25 }
    let rate = Double(passes) / Double(trials)
    return rate * (Double(trials - passes) / Double(trials)) / Double(trials - 1)
  }
}
