import Testing
import TestSupport

@testable import SpotCheckIngest

@Suite("Tables of the hot path against dictionaries")
struct TablesTests {
  @Test("Fields of every length, numbered by first sight", arguments: 0..<4)
  func fieldTable(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    var table = FieldTable(hash: ByteHash(using: &generator))
    var known: [[UInt8]: Int] = [:]
    for round in 0..<6000 {
      if round == 4000 {
        table.removeAll()
        known.removeAll()
      }
      let length = [0, 1, 7, 8, 9, 15, 16, 17, 24, 31, 32, 33, 40, 100].randomElement(using: &generator) ?? 0
      let field = (0..<length).map { _ in UInt8.random(in: 0x61...0x62, using: &generator) }
      let expected = known[field] ?? known.count
      known[field] = expected
      // What stands behind a field must not matter.
      let padded =
        field + (0..<StructuralIndex.padding).map { _ in UInt8.random(in: 0...255, using: &generator) }
      let number = unsafe padded.withUnsafeBufferPointer { bytes in
        unsafe bytes.baseAddress.map { unsafe table.number(of: $0, length: length) }
      }
      #expect(number == expected)
    }
    #expect(table.count == known.count)
  }

  @Test("Pairs")
  func pairTable() {
    var generator = SeededGenerator(seed: 3)
    var table = PairTable(key: generator.next())
    var known: [[UInt32]: Int] = [:]
    for _ in 0..<5000 {
      let pair = (0..<2).map { _ in UInt32.random(in: 0..<60, using: &generator) }
      let expected = known[pair] ?? known.count
      known[pair] = expected
      #expect(table.number(of: Int(pair[0]), Int(pair[1])) == expected)
    }
  }

  @Test(
    "Cells, while they fit a flat array and beyond", arguments: [3, 40, 5_000, 4_000_000_000] as [UInt32])
  func cellTable(largest: UInt32) throws {
    var generator = SeededGenerator(seed: UInt64(largest))
    var table = CellTable(width: 4, limit: 1_000_000, hashKey: generator.next())
    var known: [[UInt32]: (number: Int, trials: Int, passes: Int)] = [:]
    for _ in 0..<4000 {
      let cell = (0..<4).map { _ in UInt32.random(in: 0..<largest, using: &generator) }
      let isConforming = Bool.random(using: &generator)
      let number = try unsafe cell.withUnsafeBufferPointer { ids throws(IngestError) in
        guard let base = ids.baseAddress else { return -1 }
        return try unsafe table.number(of: base)
      }
      table.count(isConforming, in: number)
      var entry = known[cell] ?? (known.count, 0, 0)
      #expect(number == entry.number)
      entry.trials += 1
      entry.passes += isConforming ? 1 : 0
      known[cell] = entry
    }
    for (cell, entry) in known {
      #expect(table.counts[entry.number].trials == entry.trials)
      #expect(table.counts[entry.number].passes == entry.passes)
      #expect(Array(table.ids[(entry.number * 4)..<(entry.number * 4 + 4)]) == cell)
    }
  }

  @Test("Too many cells is an error, not a trap")
  func cellLimit() throws {
    var table = CellTable(width: 1, limit: 2, hashKey: 1)
    func number(_ id: UInt32) throws(IngestError) -> Int {
      try unsafe withUnsafePointer(to: id) { id throws(IngestError) in try unsafe table.number(of: id) }
    }
    for id in [0, 1, 0, 1] as [UInt32] { #expect(try number(id) == Int(id)) }
    #expect(throws: IngestError(.tooManyCells(limit: 2))) { _ = try number(2) }
  }

  @Test("Fingerprints tell texts, lengths and seeds apart")
  func fingerprints() {
    var generator = SeededGenerator(seed: 1)
    let hash = ByteHash(using: &generator)
    var seen: Set<Fingerprint> = []
    for length in 0..<100 {
      for seed in [0, 1] as [UInt64] {
        let text = [UInt8](repeating: 0, count: length)
        let print = unsafe text.withUnsafeBufferPointer { unsafe hash.fingerprint($0, seed: seed) }
        #expect(seen.insert(print).inserted)
      }
    }
  }
}
