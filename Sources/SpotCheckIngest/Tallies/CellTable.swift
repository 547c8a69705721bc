/// The cells one worker has met, numbered in order of first sight, and their counts.
///
/// A cell is a tuple of ids, one per dimension, then the selections' and the month's. While a flat array with room
/// for every tuple has no more than 2²⁰ slots it finds the cell; beyond that a hash table does.
struct CellTable {
  /// Ids of a cell.
  let width: Int
  /// The cells' ids, `width` each, in order of first sight.
  private(set) var ids: [UInt32] = []
  /// Units judged, and those of them that conformed, per cell.
  private(set) var counts: [Counts] = []
  /// Quantities of a unit.
  private let quantityCount: Int
  /// The sums of each cell's quantities, `quantityCount` each.
  private var sums: [QuantityTally] = []
  /// Quantities of units that are settled only at the end, `quantityCount` each.
  private var kept: [Int64] = []
  private let limit: Int
  private let hashKey: UInt64
  /// How many ids of each column the flat array has room for.
  private var sizes: [UInt32]
  private var slots: [UInt32]
  private var isFlat: Bool

  private static let flatSlots = 1 << 20
  private static let leastHashSlots = 1 << 10

  /// The counts of one cell.
  struct Counts {
    var trials = 0
    var passes = 0
  }

  /// Creates an empty table; `isSparse` where cells are looked up one by one.
  init(width: Int, quantityCount: Int = 0, limit: Int, hashKey: UInt64, isSparse: Bool = false) {
    self.width = width
    self.quantityCount = quantityCount
    self.limit = limit
    self.hashKey = hashKey | 1
    sizes = [UInt32](repeating: 1, count: width)
    slots = [UInt32](repeating: 0, count: isSparse ? Self.leastHashSlots : 1)
    isFlat = !isSparse
  }

  /// Cells met so far.
  var count: Int { counts.count }

  /// The same cells and quantities kept, but nothing counted.
  func withoutCounts() -> CellTable {
    var table = self
    table.counts = [Counts](repeating: Counts(), count: counts.count)
    table.sums = [QuantityTally](repeating: QuantityTally(), count: sums.count)
    return table
  }

  /// Looks up the cells of a batch of records, new ones where they were not met before.
  ///
  /// Records with trouble are passed over.
  ///
  /// - Complexity: O(count × `width`), expected.
  mutating func number(_ batch: borrowing GatheredBatch, count: Int) throws(IngestError) {
    let cells = unsafe batch.cells
    while isFlat {
      if pack(batch, count: count) { return try numberPacked(batch, count: count) }
      widen(for: batch, count: count)
    }
    for record in 0..<count where batch.trouble(of: record).isHarmless {
      unsafe cells[record] = try hashedNumber(of: record, in: batch)
    }
  }

  /// Looks up the cell of one record in a sparse table, a new one where it was not met before.
  ///
  /// - Complexity: O(`width`), expected.
  mutating func number(_ record: Int, of batch: borrowing GatheredBatch) throws(IngestError) {
    unsafe batch.cells[record] = try hashedNumber(of: record, in: batch)
  }

  /// Replaces the packed ids of each record by the number of its cell.
  private mutating func numberPacked(_ batch: borrowing GatheredBatch, count: Int) throws(IngestError) {
    let cells = unsafe batch.cells
    var record = 0
    while true {
      record = knownCells(batch, from: record, count: count)
      guard record < count else { return }
      unsafe slots[Int(cells[record])] = try appendCell(of: record, in: batch)
    }
  }

  /// Replaces packed ids up to the first record whose cell is new; returns that record, or `count`.
  private func knownCells(_ batch: borrowing GatheredBatch, from first: Int, count: Int) -> Int {
    let cells = unsafe batch.cells
    return unsafe slots.withUnsafeBufferPointer { slots in
      for record in first..<count {
        let next = unsafe slots[Int(cells[record])]
        if next == 0, batch.trouble(of: record).isHarmless { return record }
        unsafe cells[record] = next &- 1
      }
      return count
    }
  }

  /// Packs the ids of each record into one number; false where they do not fit.
  private func pack(_ batch: borrowing GatheredBatch, count: Int) -> Bool {
    let packed = unsafe batch.cells
    unsafe packed.update(repeating: 0, count: count)
    var beyond: UInt32 = 0
    for column in 0..<width {
      let ids = unsafe batch.ids(at: column)
      let size = sizes[column]
      for record in 0..<count {
        let id = unsafe ids[record]
        beyond |= id >= size ? 1 : 0
        unsafe packed[record] = packed[record] &* size &+ id
      }
    }
    return beyond == 0
  }

  /// Counts the units of a range of records in their cells.
  mutating func count(_ records: Range<Int>, of batch: borrowing GatheredBatch) {
    let cells = unsafe batch.cells
    let conforming = unsafe batch.conforming
    unsafe counts.withUnsafeMutableBufferPointer { counts in
      for record in records {
        let number = unsafe Int(cells[record])
        unsafe counts[number].trials &+= 1
        unsafe counts[number].passes &+= conforming[record] ? 1 : 0
      }
    }
    for column in 0..<quantityCount {
      let quantities = unsafe batch.quantities(at: column)
      for record in records {
        unsafe sums[Int(cells[record]) * quantityCount + column].add(
          quantities[record], isConforming: conforming[record])
      }
    }
  }

  /// Keeps the quantities of a record whose unit is settled at the end; returns where.
  @inline(__always)
  mutating func keepQuantities(of record: Int, in batch: borrowing GatheredBatch) -> UInt32 {
    guard quantityCount > 0 else { return 0 }
    let row = kept.count / quantityCount
    for column in 0..<quantityCount { unsafe kept.append(batch.quantities(at: column)[record]) }
    return UInt32(truncatingIfNeeded: row)
  }

  /// The sums of a cell's quantities.
  func quantities(of number: Int) -> [QuantityTally] {
    Array(sums[(number * quantityCount)..<((number + 1) * quantityCount)])
  }

  private mutating func hashedNumber(
    of record: Int, in batch: borrowing GatheredBatch
  ) throws(IngestError) -> UInt32 {
    var slot = home { unsafe batch.ids(at: $0)[record] }
    while slots[slot] != 0 {
      let number = slots[slot] - 1
      let isFound = (0..<width).allSatisfy {
        unsafe ids[Int(number) * width + $0] == batch.ids(at: $0)[record]
      }
      if isFound { return number }
      slot = (slot + 1) & (slots.count - 1)
    }
    slots[slot] = try appendCell(of: record, in: batch)
    let number = slots[slot] - 1
    if count * 2 > slots.count { rehash(slotCount: slots.count * 2) }
    return number
  }

  /// Counts a unit in a cell, and its quantities, which are kept at `row`.
  mutating func count(_ isConforming: Bool, in number: Int, quantitiesOf row: Int) {
    counts[number].trials &+= 1
    counts[number].passes &+= isConforming ? 1 : 0
    for column in 0..<quantityCount {
      sums[number * quantityCount + column].add(
        kept[row * quantityCount + column], isConforming: isConforming)
    }
  }

  /// Adds the cell of a record; returns the new count, which is the cell's number plus one.
  private mutating func appendCell(
    of record: Int, in batch: borrowing GatheredBatch
  ) throws(IngestError) -> UInt32 {
    guard count < limit else { throw IngestError(.tooManyCells(limit: limit)) }
    for column in 0..<width { unsafe ids.append(batch.ids(at: column)[record]) }
    counts.append(Counts())
    sums.append(contentsOf: repeatElement(QuantityTally(), count: quantityCount))
    return UInt32(count)
  }

  private func home(_ id: (_ column: Int) -> UInt32) -> Int {
    var hash = hashKey
    for column in 0..<width {
      let product = (hash ^ UInt64(id(column))).multipliedFullWidth(by: hashKey)
      hash = product.high ^ product.low
    }
    return Int(truncatingIfNeeded: hash) & (slots.count - 1)
  }

  /// Makes room for the ids of a batch: in the columns that need it, or in a hash table.
  private mutating func widen(for batch: borrowing GatheredBatch, count: Int) {
    for column in 0..<width {
      var most: UInt32 = 0
      for record in 0..<count { unsafe most = max(most, batch.ids(at: column)[record]) }
      // Some more than needed, so that ids that come one by one do not move everything each time.
      if most >= sizes[column] { sizes[column] = UInt32(clamping: UInt64(most) * 9 / 8 + 1) }
    }
    var flatCount = 1
    for size in sizes where flatCount <= Self.flatSlots { flatCount *= Int(size) }
    guard flatCount <= Self.flatSlots else {
      isFlat = false
      var slotCount = Self.leastHashSlots
      while slotCount < self.count * 4 { slotCount *= 2 }
      rehash(slotCount: slotCount)
      return
    }
    slots = [UInt32](repeating: 0, count: flatCount)
    for number in 0..<self.count {
      let packed = (0..<width).reduce(0) { $0 * Int(sizes[$1]) + Int(ids[number * width + $1]) }
      slots[packed] = UInt32(number + 1)
    }
  }

  private mutating func rehash(slotCount: Int) {
    slots = [UInt32](repeating: 0, count: slotCount)
    for number in 0..<count {
      var slot = home { ids[number * width + $0] }
      while slots[slot] != 0 { slot = (slot + 1) & (slotCount - 1) }
      slots[slot] = UInt32(number + 1)
    }
  }
}
