import SpotCheckIngest
import Testing

@testable import SpotCheck

@Suite("Keys of two cubes, and groups")
struct JoinedKeysTests {
  private func keys(_ texts: [String]) -> [DimensionKey] { texts.map { DimensionKey(levels: [$0]) } }

  @Test("keys are merged in order, each once", arguments: [["b", "d"], [], ["a", "b", "c", "z"], ["c"]])
  func joined(second: [String]) {
    let first = ["a", "c", "d"]
    let joined = JoinedKeys(keys(first), keys(second))
    #expect(joined.keys.map(\.text) == Set(first + second).sorted())
    #expect(joined.ofFirst.map { joined.keys[Int($0)].text } == first)
    #expect(joined.ofSecond.map { joined.keys[Int($0)].text } == second)
    for (position, key) in joined.keys.enumerated() { #expect(joined.position(of: key) == Int32(position)) }
    #expect(joined.position(of: DimensionKey(levels: ["bb"])) == nil)
    #expect(joined.position(of: DimensionKey(levels: ["zz"])) == nil)
  }

  @Test("elements stand in their groups in order")
  func grouping() {
    let grouping = Grouping([2, 0, 2, 3, 0], count: 5)
    #expect((0..<5).map { Array(grouping[$0]) } == [[1, 4], [], [0, 2], [3], []])
  }
}
