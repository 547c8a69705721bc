import Testing
import TestSupport

@testable import SpotCheckIngest

@Suite("Counts of unknown labels")
struct LabelCountsTests {
  @Test("the first in byte order are counted exactly, in any order and any parts")
  func exact() {
    var generator = SeededGenerator(seed: 3)
    let labels = (0..<5000).flatMap { number in
      [[UInt8]](repeating: Array("标签\(number)".utf8), count: 1 + number % 3)
    }
    let expected = Dictionary(grouping: labels) { $0 }.sorted { $0.key.lexicographicallyPrecedes($1.key) }
      .prefix(LabelCounts.kept)
    for _ in 0..<3 {
      var parts = (0..<4).map { _ in LabelCounts() }
      for label in labels.shuffled(using: &generator) {
        parts[Int.random(in: parts.indices, using: &generator)].add(label)
      }
      let all = parts.reduce(into: LabelCounts()) { $0.merge($1) }.ascending
      #expect(all.map(\.label) == expected.map(\.key))
      #expect(all.map(\.count) == expected.map(\.value.count))
    }
  }

  @Test("labels are told apart by their first thousand bytes")
  func long() {
    var counts = LabelCounts()
    for tail in ["a", "b"] { counts.add([UInt8](repeating: 0x78, count: 1000) + tail.utf8) }
    #expect(counts.ascending.map(\.count) == [2])
    #expect(counts.ascending.map(\.label.count) == [1000])
  }
}
