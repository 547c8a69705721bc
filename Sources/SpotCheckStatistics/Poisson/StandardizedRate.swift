/// A rate of events weighted over strata, with limits.
public struct StandardizedRate: Hashable, Sendable {
  /// Σ w_h x_h/n_h / Σ w_h, events per unit of exposure.
  public let rate: Double
  /// Σ w_h² x_h/n_h² / (Σ w_h)².
  public let variance: Double
  /// Events in all strata.
  public let count: Int

  /// The rate of weighted strata; the three arrays are of one length.
  ///
  /// Direct standardisation when the weights are a standard population. There is none unless every exposure
  /// and the sum of weights are above 0.
  ///
  /// - Parameters:
  ///   - counts: x_h, events, at least 0.
  ///   - exposures: n_h, above 0.
  ///   - weights: w_h, at least 0 and not all 0; they need not sum to 1.
  public init?(counts: [Int], exposures: [Double], weights: [Double]) {
    precondition(
      counts.count == exposures.count && counts.count == weights.count, "arrays of unequal length")
    let total = weights.reduce(0, +)
    guard total > 0, exposures.allSatisfy({ $0 > 0 }) else { return nil }
    var (rate, variance) = (0.0, 0.0)
    for stratum in counts.indices {
      let share = weights[stratum] / total / exposures[stratum]
      rate += share * Double(counts[stratum])
      variance += share * share * Double(counts[stratum])
    }
    self.rate = rate
    self.variance = variance
    self.count = counts.reduce(0, +)
  }

  /// Limits that follow those of the plain count: rate + √(variance / x) · (limit of x − x).
  ///
  /// By Byar's limits of the count, as Dobson, Kuulasmaa, Eberle & Scherer 1991 in public health use.
  ///
  /// - Parameter level: The confidence, strictly between 0 and 1.
  /// - Returns: `nil` without an event.
  public func interval(level: Double) -> CountInterval? {
    guard count > 0 else { return nil }
    let x = Double(count)
    let unit = (variance / x).squareRoot()
    let limits = PoissonInterval.interval(count: count, level: level, method: .byar)
    return CountInterval(
      lower: limits.lower.map { rate + unit * ($0 - x) }, upper: rate + unit * (limits.upper - x))
  }
}
