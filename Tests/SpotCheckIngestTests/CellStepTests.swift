import TestSupport
import Testing

@testable import SpotCheckIngest

@Suite("A step from ids to longer ids")
struct CellStepTests {
  @Test("Ids that come late, rows that come late, and pairs met before")
  func pairs() {
    var generator = SeededGenerator(seed: 7)
    var step = CellStep()
    var known: [[UInt32]: UInt32] = [:]
    for round in 0..<2_000 {
      let rows = UInt32(round / 20 + 1)
      if round % 20 == 0 { _ = step.addBeginning() }
      let row = UInt32.random(in: 0..<rows, using: &generator)
      let pair = [row, UInt32.random(in: 0...UInt32(round), using: &generator)]
      let (isRoom, isNew) = step.add(pair[1], to: pair[0])
      #expect(isRoom && isNew == (known[pair] == nil))
      if isNew { known[pair] = step.count - 1 }
    }
    let pairs = Array(known)
    var (beginnings, ids) = (pairs.map { $0.key[0] }, pairs.map { $0.key[1] })
    #expect(follow(step, &beginnings, ids) == pairs.count)
    #expect(beginnings == pairs.map(\.value))

    beginnings = [pairs[0].key[0], 0, pairs[1].key[0]]
    ids = [pairs[0].key[1], 1_000_000, pairs[1].key[1]]
    #expect(follow(step, &beginnings, ids) == 1)
    #expect(beginnings == [pairs[0].value, 0, pairs[1].key[0]])
  }

  @Test("A table that would be too large is refused, not made")
  func limit() {
    var step = CellStep()
    let rows = [step.addBeginning()]
    let ids = [.max, UInt32(CellStep.slotLimit), UInt32(CellStep.slotLimit / 2)].map { step.add($0, to: 0) }
    #expect(rows == [true] && ids.map(\.isRoom) == [false, false, true] && ids.map(\.isNew) == [false, false, true])
    let second = step.addBeginning()
    #expect(!second)
  }

  private func follow(_ step: CellStep, _ beginnings: inout [UInt32], _ ids: [UInt32]) -> Int {
    unsafe beginnings.withUnsafeMutableBufferPointer { beginnings in
      unsafe ids.withUnsafeBufferPointer { ids in
        guard let start = beginnings.baseAddress, let first = ids.baseAddress else { return 0 }
        return unsafe step.follow(start, by: first, from: 0, to: ids.count)
      }
    }
  }
}
