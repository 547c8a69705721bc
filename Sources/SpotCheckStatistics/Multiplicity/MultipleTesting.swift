/// Adjusted p-values for a family of tests.
///
/// An adjusted value at most α is a rejection at α. The order is that of the input, equal p-values get equal
/// adjusted values, and each p is in 0…1. O(m) for many, O(m log m) for few.
public enum MultipleTesting {
  /// Controls the false discovery rate: q of rank r is the least of m p₍ₛ₎ / s over s ≥ r, at most 1.
  ///
  /// Benjamini & Hochberg 1995, step-up.
  public static func benjaminiHochberg(_ p: [Double]) -> [Double] {
    var adjusted = p
    var least = 1.0
    let cells = ranked(p)
    for rank in cells.indices.reversed() {
      let cell = cells[rank]
      least = min(least, adjusted[cell] * Double(p.count) / Double(rank + 1))
      adjusted[cell] = least
    }
    return adjusted
  }

  /// Controls the chance of any false rejection: the greatest of (m − s + 1) p₍ₛ₎ over s ≤ r, at most 1.
  ///
  /// Holm 1979, step-down.
  public static func holm(_ p: [Double]) -> [Double] {
    var adjusted = p
    var greatest = 0.0
    for (rank, cell) in ranked(p).enumerated() {
      greatest = max(greatest, min(1, p[cell] * Double(p.count - rank)))
      adjusted[cell] = greatest
    }
    return adjusted
  }

  /// The cells from the smallest p to the greatest.
  static func ranked(_ p: [Double]) -> [Int] {
    // Numbers from 0 on ascend as their bits do; adding 0 makes −0 the same as 0.
    RadixOrder.ascending(p.count) { (p[$0] + 0).bitPattern }
  }
}
