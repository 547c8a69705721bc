import Testing

@testable import SpotCheckStatistics

struct LargestRemainderTests {
  @Test(
    "totals are kept, and the first of equals goes up",
    arguments: [
      ([4.5, 4.1, 4.9], [4, 4, 5]), ([0.5, 0.5], [1, 0]), ([1, 2, 3], [1, 2, 3]), ([], []),
      ([1.0 / 3, 1.0 / 3, 1.0 / 3], [1, 0, 0]), ([2.999_999_999_999_9, 0], [3, 0]),
    ] as [([Double], [Int])])
  func rounded(shares: [Double], whole: [Int]) {
    #expect(LargestRemainder.rounded(shares) == whole)
  }

  @Test(
    "every number stays within its floor and ceiling, and the total with it",
    arguments: 1...20 as ClosedRange<UInt64>)
  func bounds(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let raw = (0..<200).map { _ in Double.random(in: 0...10, using: &generator) }
    let total = 1000.0
    let shares = raw.map { $0 * total / raw.reduce(0, +) }
    let whole = LargestRemainder.rounded(shares)
    #expect(whole.reduce(0, +) == Int(total))
    #expect(zip(whole, shares).allSatisfy { (Double($0) - $1).magnitude < 1 })
  }
}
