import Testing

@testable import SpotCheckStatistics

struct CountTableTests {
  @Test(arguments: [[], [0], [3, 1, 3, 0, 3], [70_000, 5, 1 << 40, 70_000, 65_535, 65_536]])
  func sumsAreThoseOverCells(counts: [Int]) {
    let table = CountTable(counts)
    #expect(table.cells == Double(counts.count { $0 > 0 }))
    #expect(table.sum { _ in 1 } == table.cells)
    #expect(table.sum { $0 } == counts.reduce(0) { $0 + Double($1) })
    #expect(table.sum { $0 == 3 ? 1 : 0 } == Double(counts.count { $0 == 3 }))
  }
}
