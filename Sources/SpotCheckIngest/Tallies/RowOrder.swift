/// The order of rows of numbers: by their first column, within it by their second, and so on.
package enum RowOrder {
  /// Sorts rows; of equal rows the first comes first.
  ///
  /// - Parameters:
  ///   - rows: The numbers, at least 0, row after row.
  ///   - width: The numbers in a row.
  ///   - count: How many rows there are.
  /// - Returns: The indices of the rows, ascending.
  /// - Complexity: O(`count` log `count`), for numbers that take 64 bits a row together with its index.
  package static func ascending(_ rows: [Int32], width: Int, count: Int) -> [Int] {
    precondition(rows.count == width * count, "not \(count) rows of \(width)")
    let bits = bitsOfColumns(rows, width: width)
    let indexBits = Self.bits(of: max(0, count - 1))
    guard bits.reduce(indexBits, +) <= UInt64.bitWidth else {
      return compared(rows, width: width, count: count)
    }
    var packed = (0..<count).map { index in
      var packed: UInt64 = 0
      for column in 0..<width { packed = packed << bits[column] | UInt64(rows[index * width + column]) }
      return packed << indexBits | UInt64(index)
    }
    packed.sort()
    return packed.map { Int($0 & (1 << indexBits - 1)) }
  }

  /// The same by comparing rows number by number.
  static func compared(_ rows: [Int32], width: Int, count: Int) -> [Int] {
    (0..<count).sorted { left, right in
      for column in 0..<width {
        let (first, second) = (rows[left * width + column], rows[right * width + column])
        if first != second { return first < second }
      }
      return left < right
    }
  }

  /// The bits that the greatest number of each column takes.
  private static func bitsOfColumns(_ rows: [Int32], width: Int) -> [Int] {
    var most = [Int32](repeating: 0, count: width)
    for start in stride(from: 0, to: rows.count, by: max(1, width)) {
      for column in 0..<width { most[column] = max(most[column], rows[start + column]) }
    }
    return most.map { bits(of: Int($0)) }
  }

  private static func bits(of number: Int) -> Int { Int.bitWidth - number.leadingZeroBitCount }
}
