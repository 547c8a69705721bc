import TestSupport
import Testing

@testable import SpotCheckIngest

@Suite("The order of rows")
struct RowOrderTests {
  @Test("Packed into a number or compared, it is the same", arguments: [1, 3, 200, Int32.max])
  func packed(largest: Int32) {
    var generator = SeededGenerator(seed: UInt64(largest))
    for width in 0..<6 {
      for count in [0, 1, 2, 500] {
        let rows = (0..<width * count).map { _ in Int32.random(in: 0...largest, using: &generator) }
        let order = RowOrder.ascending(rows, width: width, count: count)
        #expect(order == RowOrder.compared(rows, width: width, count: count))
      }
    }
  }

  @Test("First column first, and equal rows as they stand")
  func example() {
    let rows: [Int32] = [2, 0, 1, 9, 1, 3, 2, 0]
    #expect(RowOrder.ascending(rows, width: 2, count: 4) == [2, 1, 0, 3])
    #expect(RowOrder.ascending([.max, .max, .max, 0, .max, .max], width: 3, count: 2) == [1, 0])
  }
}
