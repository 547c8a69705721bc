/// A pass rate of units that lie in clusters, such as the products of one establishment.
///
/// With n_c units and k_c passes in cluster c of C, p̂ = k/n:
///
/// - V = C/(C−1) Σ_c (k_c − n_c p̂)² / n², the variance between clusters,
/// - deff = max(1, V (n − 1) / (p̂(1 − p̂))), the design effect,
/// - n_e = n/deff, and evidence is that of n_e p̂ passes in n_e trials (Korn & Graubard 1998).
///
/// Units that are all alike show no spread, and deff is 1. A single cluster cannot show any: it counts as one
/// unit, n_e = 1.
public struct ClusteredRate: Hashable, Sendable {
  /// n.
  public let trials: Int
  /// k.
  public let passes: Int
  /// C, clusters with units.
  public let clusters: Int
  /// Clusters with a unit that failed.
  public let failingClusters: Int
  /// V; `nil` with one cluster.
  public let variance: Double?
  /// deff, at least 1.
  public let designEffect: Double

  /// Sums clusters; those without units take no part, and without any unit the result is `nil`.
  ///
  /// - Parameters:
  ///   - passes: k_c ≤ n_c.
  ///   - trials: n_c.
  public init?(passes: [Int], trials: [Int]) {
    precondition(passes.count == trials.count, "arrays of unequal length")
    let all = zip(passes, trials).filter { $0.1 > 0 }
    guard !all.isEmpty else { return nil }
    let n = Double(all.reduce(0) { $0 + $1.1 })
    let count = Double(all.count)
    self.trials = all.reduce(0) { $0 + $1.1 }
    self.passes = all.reduce(0) { $0 + $1.0 }
    self.clusters = all.count
    self.failingClusters = all.count { $0.0 < $0.1 }
    let rate = Double(self.passes) / n
    let spread = all.reduce(0) { sum, cluster in
      let difference = (Double(cluster.0) - Double(cluster.1) * rate) / n
      return sum + difference * difference
    }
    self.variance = all.count > 1 ? count / (count - 1) * spread : nil
    let unit = rate * (Double(self.trials - self.passes) / n)
    self.designEffect = variance.map { unit > 0 ? max(1, $0 * (n - 1) / unit) : 1 } ?? n
  }

  /// n_e = n / deff.
  public var effectiveTrials: Double { Double(trials) / designEffect }

  /// Small proves that the rate is below the target, a proportion.
  public func pShortfall(target: Double) -> Double { tails.pShortfall(Target(target)) }

  /// P(no more than `passes` of the units) at this design effect, were the true rate the target.
  public func pShortfall(passes: Int, target: Double) -> Double {
    tails(of: passes).pShortfall(Target(target))
  }

  /// Small proves that the rate is at least the target, a proportion.
  public func pMet(target: Double) -> Double { tails.pMet(Target(target)) }

  /// The one-sided lower bound; `risk`, the chance that it is too high, lies strictly between 0 and 1.
  public func lowerBound(risk: Double) -> Double { tails.lowerBound(risk: risk) }

  /// The one-sided upper bound; `risk`, the chance that it is too low, lies strictly between 0 and 1.
  public func upperBound(risk: Double) -> Double { tails.upperBound(risk: risk) }

  /// The two-sided interval with equal tails; `level` lies strictly between 0 and 1.
  public func interval(level: Double) -> RateInterval {
    RateInterval(lower: lowerBound(risk: (1 - level) / 2), upper: upperBound(risk: (1 - level) / 2))
  }

  private var tails: BetaTails { tails(of: passes) }

  private func tails(of passes: Int) -> BetaTails {
    BetaTails(
      passes: passes == trials ? effectiveTrials : Double(passes) / designEffect, trials: effectiveTrials)
  }
}
