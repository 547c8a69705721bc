/// Ranks from draws of every unit's rate: three of three is not rank 1 for certain.
public enum PosteriorRanks {
  /// A part of a unit's rate.
  public struct Stratum: Hashable, Sendable {
    /// What it counts, at least 0; the weights of a unit need not sum to 1.
    public var weight: Double
    /// What is known of its rate.
    public var rate: BetaDistribution

    /// Creates a stratum; a plain rate is one stratum of weight 1.
    public init(weight: Double = 1, rate: BetaDistribution) {
      self.weight = weight
      self.rate = rate
    }
  }

  /// The median rank of each unit, 1 being the highest rate; of an even number of draws the lower median.
  ///
  /// - Parameters:
  ///   - units: The strata of each unit, drawn independently; at least one each.
  ///   - draws: How often all rates are drawn, at least 1.
  ///   - seed: The seed of the draws.
  /// - Returns: Ranks in 1…m, in the order of the units.
  /// - Complexity: O(draws · (strata + m log m)) for m units, and draws · m numbers of memory.
  public static func medians(of units: [[Stratum]], draws: Int = 1000, seed: UInt64 = 20_240_701) -> [Int] {
    precondition(draws > 0, "no draw")
    var generator = SplitMix64(seed: seed)
    let totals = units.map { $0.reduce(0) { $0 + $1.weight } }
    var ranks = units.map { _ in [Int32](repeating: 0, count: draws) }
    var order: [(rate: Double, unit: Int)] = []
    for draw in 0..<draws {
      order.removeAll(keepingCapacity: true)
      for unit in units.indices {
        let sum = units[unit].reduce(0) { $0 + $1.weight * $1.rate.draw(using: &generator) }
        order.append((sum / totals[unit], unit))
      }
      order.sort { $0.rate == $1.rate ? $0.unit < $1.unit : $0.rate > $1.rate }
      for (place, drawn) in order.enumerated() { ranks[drawn.unit][draw] = Int32(clamping: place + 1) }
    }
    return ranks.map { $0.lowerMedian(among: units.count) }
  }
}

extension [Int32] {
  /// The lower median of ranks 1…m, by halving.
  fileprivate func lowerMedian(among count: Int) -> Int {
    var (low, high) = (1, count)
    while low < high {
      let middle = low + (high - low) / 2
      let isReached = self.count { $0 <= middle } > (self.count - 1) / 2
      if isReached { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
