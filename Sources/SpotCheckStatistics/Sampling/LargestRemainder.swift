/// Whole numbers that keep a total.
public enum LargestRemainder {
  /// Rounds every number down, and as many of them up as the total, rounded down, asks for.
  ///
  /// Those with the largest remainders go up, the first of equals. Among all whole numbers of that total it is
  /// the nearest in every p-norm (Cont & Heidari, *Optimal rounding under integer constraints*, 2014), and each
  /// stays within ⌊x⌋…⌈x⌉, so within whole bounds.
  ///
  /// - Parameter shares: Finite numbers of magnitude below 2⁵³ in sum.
  /// - Returns: As many whole numbers.
  /// - Complexity: O(n log n).
  public static func rounded(_ shares: [Double]) -> [Int] {
    precondition(shares.reduce(0) { $0 + $1.magnitude } < 0x1p53, "shares too great to be counted")
    let floors = shares.map { near($0) ?? $0.rounded(.down) }
    let remainders = zip(shares, floors).map { max(0, $0 - $1) }
    let rest = remainders.reduce(0, +)
    let ups = Int(near(rest) ?? rest.rounded(.down))
    let order = remainders.indices.filter { remainders[$0] > 0 }
      .sorted { (remainders[$1], $0) < (remainders[$0], $1) }
    var whole = floors.map { Int($0) }
    for index in order.prefix(ups) { whole[index] += 1 }
    return whole
  }

  /// The whole number that a sum of shares misses by its rounding alone.
  private static func near(_ share: Double) -> Double? {
    let whole = share.rounded()
    return (share - whole).magnitude <= 1e-9 * max(1, whole.magnitude) ? whole : nil
  }
}
