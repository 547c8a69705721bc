extension MultipleTesting {
  /// Simes' p-value that any of a family is false: the least of m p₍ₛ₎ / s (Simes 1986); 1 for an empty family.
  public static func simes(_ p: [Double]) -> Double {
    p.sorted().enumerated().reduce(1) { min($0, $1.element * Double(p.count) / Double($1.offset + 1)) }
  }

  /// Adjusts p-values in families, so that among selected families few rejections on average are false.
  ///
  /// Families, such as regions, are selected by Benjamini–Hochberg over their Simes p-values; within a
  /// selected family, Benjamini–Hochberg runs at the level α R/m, for R selected of m (Benjamini & Bogomolov
  /// 2014). The adjusted value is the least level at which a cell is rejected:
  ///
  ///     q_ij = min over r of max(a_r, P_i, m b_ij / r)
  ///
  /// with P_i the family's adjusted Simes p, a these in ascending order, and b_ij the value within the family.
  ///
  /// - Parameter families: The p-values of each family; one may be empty, and is then never selected.
  /// - Returns: The adjusted values in the order given, at most 1.
  /// - Complexity: O(n log n) for n cells.
  public static func twoLevel(_ families: [[Double]]) -> [[Double]] {
    let selection = benjaminiHochberg(families.map(simes))
    let levels = selection.sorted()
    let count = Double(families.count)
    return zip(families, selection).map { family, own in
      benjaminiHochberg(family).map { within in
        func level(_ selected: Int) -> Double {
          max(levels[selected - 1], own, count * within / Double(selected))
        }
        var first = 1
        var last = families.count
        while first < last {
          let middle = first + (last - first) / 2
          if levels[middle - 1] >= count * within / Double(middle) {
            last = middle
          } else {
            first = middle + 1
          }
        }
        return first > 1 ? min(level(first), level(first - 1)) : level(first)
      }
    }
  }
}
