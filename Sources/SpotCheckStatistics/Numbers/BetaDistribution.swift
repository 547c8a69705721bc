import CSpotCheckBoostMath

/// A beta distribution of a rate: a prior, or a posterior after seeing trials.
public struct BetaDistribution: Hashable, Sendable {
  /// The first shape, above 0: passes seen, as it were.
  public let alpha: Double
  /// The second shape, above 0: failures seen, as it were.
  public let beta: Double

  /// Creates a distribution from its shapes, both above 0.
  public init(alpha: Double, beta: Double) {
    precondition(alpha > 0 && beta > 0, "no beta distribution: \(alpha), \(beta)")
    self.alpha = alpha
    self.beta = beta
  }

  /// The distribution with this mean and variance: α + β = m(1 − m)/v − 1.
  ///
  /// - Returns: `nil` unless 0 < m < 1 and 0 < v < m(1 − m).
  public init?(mean: Double, variance: Double) {
    guard mean > 0, mean < 1, variance > 0 else { return nil }
    let size = mean * (1 - mean) / variance - 1
    guard size > 0, size.isFinite else { return nil }
    self.init(alpha: mean * size, beta: (1 - mean) * size)
  }

  /// Jeffreys' prior for a rate, Beta(½, ½).
  public static let jeffreys = BetaDistribution(alpha: 0.5, beta: 0.5)

  /// α / (α + β).
  public var mean: Double { alpha / (alpha + beta) }

  /// m(1 − m) / (α + β + 1).
  public var variance: Double { mean * (beta / (alpha + beta)) / (alpha + beta + 1) }

  /// The distribution after `passes` of `trials`: Beta(α + k, β + n − k).
  public func posterior(passes: Int, trials: Int) -> BetaDistribution {
    BetaDistribution(alpha: alpha + Double(passes), beta: beta + Double(trials - passes))
  }

  /// P(θ < rate), for a rate in 0…1.
  public func probability(below rate: Double) -> Double {
    spotcheck_ibeta(alpha, beta, rate)
  }

  /// The rate with probability `p` below it.
  public func quantile(_ p: Double) -> Double {
    spotcheck_ibeta_inv(alpha, beta, p)
  }

  /// The rate with probability `q` above it.
  public func upperQuantile(_ q: Double) -> Double {
    spotcheck_ibetac_inv(alpha, beta, q)
  }
}
