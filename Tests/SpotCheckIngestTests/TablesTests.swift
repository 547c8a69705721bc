import Testing
import TestSupport

@testable import SpotCheckIngest

@Suite("Tables of the hot path against dictionaries")
struct TablesTests {
  @Test(
    "Cells, while they fit a flat array and beyond", arguments: [3, 40, 5_000, 4_000_000_000] as [UInt32])
  func cellTable(largest: UInt32) throws {
    var generator = SeededGenerator(seed: UInt64(largest))
    var table = CellTable(width: 4, limit: 1_000_000, hashKey: generator.next())
    var known: [[UInt32]: (number: Int, trials: Int, passes: Int)] = [:]
    var batch = GatheredBatch(width: 4)
    for _ in 0..<20 {
      let cells = (0..<200).map { _ in
        (0..<4).map { _ in UInt32.random(in: 0..<largest, using: &generator) }
      }
      batch.begin()
      for (record, cell) in cells.enumerated() {
        for column in 0..<4 { unsafe batch.ids(at: column)[record] = cell[column] }
        unsafe batch.conforming[record] = Bool.random(using: &generator)
        batch.note([[], .blank, .unwrapped].randomElement(using: &generator) ?? [], of: record)
      }
      try table.number(batch, count: cells.count)
      for (record, cell) in cells.enumerated() where batch.trouble(of: record).isHarmless {
        var entry = known[cell] ?? (known.count, 0, 0)
        #expect(unsafe Int(batch.cells[record]) == entry.number)
        table.count(record..<(record + 1), of: batch)
        entry.trials += 1
        entry.passes += unsafe batch.conforming[record] ? 1 : 0
        known[cell] = entry
      }
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
    let batch = GatheredBatch(width: 1)
    func number(_ id: UInt32, in table: inout CellTable) throws(IngestError) -> Int {
      unsafe batch.ids(at: 0)[0] = id
      try table.number(batch, count: 1)
      return unsafe Int(batch.cells[0])
    }
    for id in [0, 1, 0, 1] as [UInt32] { #expect(try number(id, in: &table) == Int(id)) }
    #expect(throws: IngestError(.tooManyCells(limit: 2))) { _ = try number(2, in: &table) }
  }

  @Test("Fingerprints tell texts, lengths and pairs apart, and are the same wherever a text stands")
  func fingerprints() {
    var generator = SeededGenerator(seed: 1)
    let hash = ByteHash(using: &generator)
    var seen: Set<Fingerprint> = []
    for length in 0..<100 {
      let text = [UInt8](repeating: 0, count: length)
      let print = hash.fingerprint(of: text)
      #expect(seen.insert(print).inserted)
      #expect(seen.insert(print.joined(with: hash.fingerprint(of: [1]))).inserted)
      #expect(seen.insert(hash.fingerprint(of: [1]).joined(with: print)).inserted)
      let padded = text + (0..<16).map { _ in UInt8.random(in: 0...255, using: &generator) }
      unsafe padded.withUnsafeBufferPointer { bytes in
        guard let start = bytes.baseAddress else { return }
        #expect(unsafe hash.fingerprint(RawField(start: start, length: length)) == print)
      }
    }
  }

  @Test("Units drawn together as they come, against a dictionary", arguments: 0..<3)
  func unitList(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let hash = ByteHash(using: &generator)
    let rule = UnitRule(policy: .last, foldsItems: false, isOrdered: false, keepsRows: false, ranks: [0])
    var list = UnitList<PlainUnit>()
    let further = FurtherRecords()
    var known: [ShortFingerprint: (conforming: Int, nonconforming: Int, last: Int)] = [:]
    for offset in 0..<250_000 {
      // One unit has more records than its own counts hold.
      let isCommon = Bool.random(using: &generator)
      let name = isCommon ? 0 : UInt8.random(in: 1...100, using: &generator)
      let key = ShortFingerprint(hash.fingerprint(of: [name]))
      let isConforming = Int.random(in: 0..<10, using: &generator) > 0
      let place = RecordPlace(file: 0, offset: offset, isConforming: isConforming)
      let version = UnitVersion(revised: 0, place: place, cell: UInt32(offset), row: 0)
      list.append(PlainUnit(UnitRecord(sample: key, unit: key, item: 0, version: version)))
      list.mergeWhenLong(by: rule, further)
      known[key, default: (0, 0, 0)].conforming += isConforming ? 1 : 0
      known[key, default: (0, 0, 0)].nonconforming += isConforming ? 0 : 1
      known[key, default: (0, 0, 0)].last = offset
    }
    list.merge(by: rule, further)
    #expect(list.count == known.count)
    for place in 0..<list.count {
      let unit = list[place]
      let total = further.total(of: unit.key, unit.counts)
      let expected = known[unit.key]
      #expect(total.conforming == expected?.conforming)
      #expect(total.nonconforming == expected?.nonconforming)
      #expect(unit.kept.place.offset == expected?.last)
      #expect(unit.kept.cell == UInt32(expected?.last ?? -1))
    }
  }
}
