import Testing

@testable import SpotCheckStatistics

struct RadixOrderTests {
  /// Few keys and many, with as many values as make ties rare, common, and the rule.
  @Test(arguments: [0, 1, 2, 1_024, 1_025, 70_001], [UInt64.max, 1 << 40, 1_000, 0])
  func keysAscendAndEqualOnesStay(count: Int, greatest: UInt64) {
    var random = SeededGenerator(seed: 5)
    let keys = (0..<count).map { _ in UInt64.random(in: 0...greatest, using: &random) }
    let expected = keys.indices.sorted { (keys[$0], $0) < (keys[$1], $1) }
    #expect(RadixOrder.ascending(count) { keys[$0] } == expected)
  }
}
