/// Evidence and limits for a weighted pass rate.
public struct WeightedEvidence: Hashable, Sendable {
  /// Which distribution stands behind the p-values and limits.
  public enum Estimator: String, Hashable, Sendable, CaseIterable {
    /// The gamma method (Fay & Feuer 1997).
    case gamma
    /// The exact binomial, where every unit counts the same.
    case exactBinomial = "exact_binomial"
  }

  /// Which distribution stands behind the p-values and limits.
  public let estimator: Estimator
  /// The weighted pass rate Σ W_h p̂_h.
  public let rate: Double
  /// y = Σ w x, the weighted failure rate.
  public let failureRate: Double
  /// v = Σ w² x, the variance of the failure rate when failures are Poisson.
  public let variance: Double
  /// The greatest w_h = W_h/n_h: what one unit of the heaviest stratum counts.
  public let maximumUnitWeight: Double
  /// Small proves that the rate is at least the target.
  public let pMet: Double
  /// Small proves that the rate is below the target.
  public let pShortfall: Double
  /// The one-sided lower bound at the level asked for.
  public let lowerBound: Double
  /// The one-sided upper bound at the level asked for.
  public let upperBound: Double
  /// The two-sided interval at the level asked for.
  public let interval: RateInterval
  /// The share of weight held by strata with trials, 0…1.
  public let weightCovered: Double
}
