import Testing

@testable import SpotCheckStatistics

struct ArrayCellsTests {
  /// Few cells, many, and as many as make the last share a short one.
  @Test(arguments: [0, 1, 8_192, 8_193, 100_001])
  func elementsAreThoseOfTheirCells(count: Int) {
    #expect([Int](cells: count) { 3 * $0 } == (0..<count).map { 3 * $0 })
    #expect(
      [String?](cells: count) { $0 % 2 == 0 ? "\($0)" : nil }
        == (0..<count).map { $0 % 2 == 0 ? "\($0)" : nil })
    #expect([String](cells: count, share: 1_000) { $0.map { "\($0)" } } == (0..<count).map { "\($0)" })
  }
}
