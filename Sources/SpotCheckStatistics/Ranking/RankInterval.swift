/// The ranks a unit may truly have among several, the best being 1.
public struct RankInterval: Hashable, Sendable {
  /// The best rank.
  public let best: Int
  /// The worst rank.
  public let worst: Int

  /// Creates an interval of ranks, 1 ≤ `best` ≤ `worst`.
  public init(best: Int, worst: Int) {
    self.best = best
    self.worst = worst
  }

  /// Ranks by rate, the highest first, that hold for all units at once.
  ///
  ///     1 + #{j : Lⱼ > Uᵢ} … m − #{j : Uⱼ < Lᵢ}
  ///
  /// where L, U are two-sided Clopper–Pearson limits of each unit at level 1 − (1 − `level`)/m: with probability at
  /// least `level` every true rank lies in its interval. Klein, Wright & Wieczorek 2020, J. R. Stat. Soc. A 183:589.
  ///
  /// - Parameters:
  ///   - passes: k of each unit.
  ///   - trials: n of each unit; a unit without trials may have any rank.
  ///   - level: The joint confidence, strictly between 0 and 1.
  /// - Returns: The ranks of each unit, in their order.
  /// - Complexity: O(m log m).
  public static func simultaneous(passes: [Int], trials: [Int], level: Double) -> [RankInterval] {
    let each = 1 - (1 - level) / Double(max(1, trials.count))
    let limits = BinomialInterval.intervals(
      passes: passes, trials: trials, level: each, method: .clopperPearson)
    return of(limits.map { $0 ?? RateInterval(lower: 0, upper: 1) })
  }

  /// Ranks, the highest first, from limits that hold for all units at once.
  ///
  /// - Complexity: O(m log m).
  public static func of(_ limits: [RateInterval]) -> [RankInterval] {
    let lowers = limits.map(\.lower).sorted()
    let uppers = limits.map(\.upper).sorted()
    return limits.map { unit in
      RankInterval(
        best: 1 + limits.count - lowers.partitionPoint { $0 > unit.upper },
        worst: limits.count - uppers.partitionPoint { $0 >= unit.lower })
    }
  }
}

extension [Double] {
  /// The first place from which on the elements, ascending, are beyond a point.
  fileprivate func partitionPoint(_ isBeyond: (Double) -> Bool) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = low + (high - low) / 2
      if isBeyond(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
