/// Adjusted p-values for a family of tests.
///
/// An adjusted value at most α is a rejection at α. The order is that of the input, equal p-values get equal
/// adjusted values, and each p is in 0…1. O(m log m).
public enum MultipleTesting {
  /// Controls the false discovery rate: q of rank r is the least of m p₍ₛ₎ / s over s ≥ r, at most 1.
  ///
  /// Benjamini & Hochberg 1995, step-up.
  public static func benjaminiHochberg(_ p: [Double]) -> [Double] {
    var adjusted = p
    var least = 1.0
    for (rank, cell) in ranked(p).enumerated().reversed() {
      least = min(least, p[cell] * Double(p.count) / Double(rank + 1))
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
    let middle = p.count / 2
    let halves = Array(cells: 2, share: p.count < 1 << 13 ? 2 : 1) { half in
      let range = half == 0 ? 0..<middle : middle..<p.count
      return zip(p[range], range).sorted { $0.0 < $1.0 }
    }
    return merged(halves[0], halves[1])
  }

  /// The cells of two lists that ascend, as one that does.
  private static func merged(_ left: [(p: Double, cell: Int)], _ right: [(p: Double, cell: Int)]) -> [Int] {
    var cells: [Int] = []
    cells.reserveCapacity(left.count + right.count)
    var rest = right.makeIterator()
    var next = rest.next()
    for element in left {
      while let other = next, other.p < element.p {
        cells.append(other.cell)
        next = rest.next()
      }
      cells.append(element.cell)
    }
    while let other = next {
      cells.append(other.cell)
      next = rest.next()
    }
    return cells
  }
}
