import TestSupport
import Testing

@testable import SpotCheckIngest

@Suite struct ByteStringsTests {
  @Test("strings are sorted by all of their bytes, equal ones by position")
  func sorted() {
    var generator = SeededGenerator(seed: 8)
    for prefix in ["", "9153", "a shared beginning longer than sixteen bytes "] {
      let texts = (0..<300).map { _ in
        Array(prefix.utf8)
          + (0..<Int.random(in: 0...20, using: &generator)).map { _ in
            UInt8.random(in: 0x41...0x43, using: &generator)
          }
      }
      var strings = ByteStrings()
      for text in texts { strings.append(text) }
      let expected = texts.indices.sorted { left, right in
        if texts[left].lexicographicallyPrecedes(texts[right]) { return true }
        return texts[left] == texts[right] && left < right
      }
      let (sorted, repeated) = strings.sortedPositions()
      #expect(sorted == expected)
      let pair = zip(expected, expected.dropFirst()).first { texts[$0] == texts[$1] }
      #expect(repeated?.first == pair?.0 && repeated?.second == pair?.1)
      #expect(texts.indices.allSatisfy { Array(strings[$0]) == texts[$0] })
    }
    #expect(ByteStrings().sortedPositions().positions.isEmpty)
  }
}
