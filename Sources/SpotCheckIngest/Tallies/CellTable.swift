/// The cells one worker has met, numbered in order of first sight, and their counts.
///
/// A cell is a tuple of ids, one per dimension, then the selections' and the month's. A step for each id leads to it,
/// while the tables of the steps are small; beyond that a hash table does.
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
  /// The steps to a cell, one for each id; empty where a hash table finds the cell.
  private var steps: [CellStep]
  /// The hash table: the numbers of cells plus one.
  private var slots: [UInt32] = []

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
    steps = isSparse ? [] : [CellStep](repeating: CellStep(), count: width)
    if steps.isEmpty || !steps[0].addBeginning() { rehash(slotCount: Self.leastHashSlots) }
  }

  private static let leastHashSlots = 1024

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
    if !steps.isEmpty {
      unsafe cells.update(repeating: 0, count: count)
      var column = 0
      while column < steps.count, try take(column, of: batch, count: count) { column += 1 }
      if column == width { return }
      steps = []
      var slotCount = Self.leastHashSlots
      while slotCount < self.count * 4 { slotCount *= 2 }
      rehash(slotCount: slotCount)
    }
    for record in 0..<count where batch.trouble(of: record).isHarmless {
      unsafe cells[record] = try hashedNumber(of: record, in: batch)
    }
  }

  /// Takes one step for each record of a batch; false where the step's table would be too large.
  private mutating func take(
    _ column: Int, of batch: borrowing GatheredBatch, count: Int
  ) throws(IngestError) -> Bool {
    let (beginnings, ids) = unsafe (batch.cells, batch.ids(at: column))
    var record = 0
    while true {
      record = unsafe steps[column].follow(beginnings, by: ids, from: record, to: count)
      guard record < count else { return true }
      guard batch.trouble(of: record).isHarmless else {
        unsafe beginnings[record] = 0
        record += 1
        continue
      }
      let (isRoom, isNew) = unsafe steps[column].add(ids[record], to: beginnings[record])
      guard isRoom else { return false }
      guard isNew else { continue }
      if column + 1 == width {
        try appendCell(of: record, in: batch)
      } else if !steps[column + 1].addBeginning() {
        return false
      }
    }
  }

  /// Looks up the cell of one record in a sparse table, a new one where it was not met before.
  ///
  /// - Complexity: O(`width`), expected.
  mutating func number(_ record: Int, of batch: borrowing GatheredBatch) throws(IngestError) {
    unsafe batch.cells[record] = try hashedNumber(of: record, in: batch)
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
    try appendCell(of: record, in: batch)
    let number = UInt32(count - 1)
    slots[slot] = number + 1
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

  /// Adds the cell of a record.
  private mutating func appendCell(of record: Int, in batch: borrowing GatheredBatch) throws(IngestError) {
    guard count < limit else { throw IngestError(.tooManyCells(limit: limit)) }
    for column in 0..<width { unsafe ids.append(batch.ids(at: column)[record]) }
    counts.append(Counts())
    sums.append(contentsOf: repeatElement(QuantityTally(), count: quantityCount))
  }

  private func home(_ id: (_ column: Int) -> UInt32) -> Int {
    var hash = hashKey
    for column in 0..<width {
      let product = (hash ^ UInt64(id(column))).multipliedFullWidth(by: hashKey)
      hash = product.high ^ product.low
    }
    return Int(truncatingIfNeeded: hash) & (slots.count - 1)
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
