/// Many short byte strings in one piece of memory.
///
/// Layout: string i is `bytes[ends[i - 1]..<ends[i]]`, from 0 for the first.
public struct ByteStrings: Sendable {
  private var bytes: [UInt8] = []
  private var ends: [Int] = []

  /// How many strings there are.
  public var count: Int { ends.count }

  /// The string at a position of `0..<count`.
  public subscript(position: Int) -> ArraySlice<UInt8> {
    bytes[(position == 0 ? 0 : ends[position - 1])..<ends[position]]
  }

  /// Adds a string behind the others.
  mutating func append(_ string: some Collection<UInt8>) {
    bytes += string
    ends.append(bytes.count)
  }

  /// The positions of all strings in byte order of the strings, equal strings in order of their positions; and of
  /// the first two that are equal, if any are.
  ///
  /// - Complexity: O(n log n) comparisons, most of them of the 16 bytes behind what all strings begin with.
  public func sortedPositions() -> (positions: [Int], repeated: (first: Int, second: Int)?) {
    let skipped = commonPrefixLength
    var entries = (0..<count).map { position in
      let string = self[position]
      return (
        head: word(of: string, from: skipped), tail: word(of: string, from: skipped + 8),
        position: UInt32(truncatingIfNeeded: position)
      )
    }
    entries.sort { left, right in
      if left.head != right.head { return left.head < right.head }
      if left.tail != right.tail { return left.tail < right.tail }
      let (first, second) = (self[Int(left.position)], self[Int(right.position)])
      if first.lexicographicallyPrecedes(second) { return true }
      return left.position < right.position && first == second
    }
    let repeated = zip(entries, entries.dropFirst()).first { left, right in
      left.head == right.head && left.tail == right.tail
        && self[Int(left.position)] == self[Int(right.position)]
    }
    return (
      entries.map { Int($0.position) }, repeated.map { (Int($0.0.position), Int($0.1.position)) }
    )
  }

  /// The eight bytes of a string from `offset` on as a number, zeros behind its end.
  private func word(of string: ArraySlice<UInt8>, from offset: Int) -> UInt64 {
    var word: UInt64 = 0
    let start = string.startIndex + offset
    for index in start..<(start + 8) {
      word = word << 8 | UInt64(index < string.endIndex ? string[index] : 0)
    }
    return word
  }

  /// How many bytes all strings begin with.
  private var commonPrefixLength: Int {
    guard count > 0 else { return 0 }
    var common = Array(self[0])
    for position in 1..<max(1, count) {
      let string = self[position]
      let equal = zip(common, string).prefix { $0 == $1 }.count
      if equal < common.count { common.removeLast(common.count - equal) }
      if common.isEmpty { return 0 }
    }
    return common.count
  }
}
