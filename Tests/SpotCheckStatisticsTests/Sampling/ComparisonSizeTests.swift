import Testing

@testable import SpotCheckStatistics

struct ComparisonSizeTests {
  @Test("which rate comes first does not matter where groups are equal")
  func symmetry() {
    let size = ComparisonSize(rates: (0.9, 0.95))
    #expect(size == ComparisonSize(rates: (0.95, 0.9)))
    #expect(size?.first == size?.second)
    #expect(size?.first == 432)
  }

  @Test("a one-sided test, less power and more difference ask for less; a design effect for more")
  func order() throws {
    func first(_ size: ComparisonSize?) throws -> Int { try #require(size).first }
    let base = try first(ComparisonSize(rates: (0.9, 0.95)))
    #expect(try first(ComparisonSize(rates: (0.9, 0.95), isTwoSided: false)) < base)
    #expect(try first(ComparisonSize(rates: (0.9, 0.95), power: 0.7)) < base)
    #expect(try first(ComparisonSize(rates: (0.9, 0.96))) < base)
    let doubled = try first(ComparisonSize(rates: (0.9, 0.95), designEffect: 2))
    #expect(doubled == 2 * base || doubled == 2 * base - 1)
  }

  @Test("no size tells equal rates apart")
  func equal() {
    #expect(ComparisonSize(rates: (0.9, 0.9)) == nil)
    #expect(ComparisonSize(rates: (0.7, 0.6), difference: -0.1) == nil)
  }
}
