/// How much more the rates of groups, such as months, vary than chance makes them.
public enum GroupDispersion {
  /// Pearson's chi-square over its degrees of freedom: Σ (kᵢ − nᵢp)² / (nᵢp(1 − p)) / (M − 1), p the pooled rate.
  ///
  /// About 1 where one rate holds throughout. Groups without trials take no part.
  ///
  /// - Returns: `nil` with fewer than two groups, or where all passed or none did.
  public static func pearson(passes: [Int], trials: [Int]) -> Double? {
    precondition(passes.count == trials.count, "arrays of unequal length")
    let groups = trials.indices.filter { trials[$0] > 0 }
    let total = groups.reduce(0.0) { $0 + Double(trials[$1]) }
    let rate = groups.reduce(0.0) { $0 + Double(passes[$1]) } / total
    guard groups.count > 1, rate > 0, rate < 1 else { return nil }
    let chiSquare = groups.reduce(0.0) { sum, group in
      let n = Double(trials[group])
      let difference = Double(passes[group]) - n * rate
      return sum + difference * difference / (n * rate * (1 - rate))
    }
    return chiSquare / Double(groups.count - 1)
  }
}
