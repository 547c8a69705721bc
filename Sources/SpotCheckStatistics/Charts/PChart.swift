/// A chart of the rates of successive groups, with limits from the process and never from a target.
///
/// With p̄ the pooled rate of the groups and zᵢ = (pᵢ − p̄)/√(p̄(1 − p̄)/nᵢ):
///
///     σ_z = mean |zᵢ − zᵢ₋₁| / 1.128
///     p chart:  p̄ ± 3 √(p̄(1 − p̄)/n)          (Shewhart 1931)
///     p′ chart: p̄ ± 3 σ_z √(p̄(1 − p̄)/n)      (Laney 2002)
///
/// both clipped to 0…1. The p′ limits widen where the rate wanders from group to group, which with large
/// groups makes a p chart cry wolf. Groups without trials take no part.
public struct PChart: Hashable, Sendable {
  /// p̄, the pooled rate.
  public let center: Double
  /// σ_z; `nil` with fewer than two groups.
  public let sigmaZ: Double?
  /// The standardised rate of each group; `nil` for one without trials.
  public let zScores: [Double?]

  /// Sets up the chart of groups in order of time; both arrays are of one length.
  ///
  /// - Returns: `nil` without trials, and where all passed or none did: there is no variation to speak of.
  public init?(passes: [Int], trials: [Int]) {
    precondition(passes.count == trials.count, "arrays of unequal length")
    let total = trials.reduce(0.0) { $0 + Double($1) }
    let center = passes.reduce(0.0) { $0 + Double($1) } / total
    guard total > 0, center > 0, center < 1 else { return nil }
    self.center = center
    zScores = trials.indices.map { group in
      guard trials[group] > 0 else { return nil }
      let n = Double(trials[group])
      return (Double(passes[group]) / n - center) / (center * (1 - center) / n).squareRoot()
    }
    let scores = zScores.compactMap { $0 }
    let ranges = zip(scores.dropFirst(), scores).map { ($0 - $1).magnitude }
    sigmaZ = ranges.isEmpty ? nil : ranges.reduce(0, +) / Double(ranges.count) / Self.rangeOfTwo
  }

  /// The p′ limits of a group with `trials` trials; `nil` without trials or without ``sigmaZ``.
  public func limits(trials: Int) -> RateInterval? {
    sigmaZ.flatMap { interval(trials: trials, reach: 3 * $0) }
  }

  /// The p limits of a group with `trials` trials; `nil` without trials.
  public func plainLimits(trials: Int) -> RateInterval? {
    interval(trials: trials, reach: 3)
  }

  private func interval(trials: Int, reach: Double) -> RateInterval? {
    guard trials > 0 else { return nil }
    let margin = reach * (center * (1 - center) / Double(trials)).squareRoot()
    return RateInterval(lower: max(0, center - margin), upper: min(1, center + margin))
  }

  /// The mean range of two draws from a standard normal distribution, as the charts' tables round it.
  private static let rangeOfTwo = 1.128
}
