/// Indices drawn in proportion to positive weights.
struct WeightedChoice {
  private let limits: [Int]

  init(_ weights: [Int]) {
    var total = 0
    limits = weights.map {
      total += $0
      return total
    }
  }

  /// Draws an index.
  ///
  /// - Complexity: O(*m*), where *m* is the number of weights.
  func draw(_ random: inout SplitMix64) -> Int {
    let value = random.below(limits[limits.count - 1])
    return limits.firstIndex { value < $0 } ?? 0
  }
}
