/// Where one worker counts records.
struct RecordCounters: ~Copyable {
  var accepted: RecordCounter
  /// `nil` where follow-ups are only left out.
  var followUps: RecordCounter?
}

/// Where one worker counts records of one kind.
struct RecordCounter: ~Copyable {
  /// The worker's number.
  let worker: UInt32
  var cells: CellTable
  /// The days of units; `nil` where they are not asked for.
  var days: CellDays?
  /// Where records go that are units; `nil` where every record is a trial.
  var units: UnitBuffer?
  /// Records without an identifier, per file: units of their own.
  var loneUnits: [Int]

  static let numberBits: UInt32 = 26

  /// Counts records that are units of their own, their cells looked up.
  mutating func count(_ records: Range<Int>, of batch: borrowing GatheredBatch) {
    cells.count(records, of: batch)
    days?.note(records, of: batch)
  }

  /// Counts a record of a sample, its cell looked up.
  ///
  /// - Parameters:
  ///   - record: Its number in the batch.
  ///   - columns: What was read of the batch.
  ///   - file: The file it stands in.
  ///   - offset: Where it begins in the file.
  ///   - name: Tells what its sample is called.
  @inline(__always)
  mutating func count(
    _ record: Int, of columns: borrowing RecordColumns, from file: Int, at offset: Int,
    name: () -> DimensionKey?
  ) {
    let unit = columns.unit(of: record)
    if unit.isAlone {
      count(record..<(record + 1), of: columns.gathered)
      loneUnits[file] += 1
      return
    }
    let isConforming = unsafe columns.gathered.conforming[record]
    var row = cells.keepQuantities(of: record, in: columns.gathered)
    if days != nil {
      row = unsafe days?.keep(columns.gathered.days[record]) ?? row
      if !isConforming { days?.name(ShortFingerprint(unit.sample), name) }
    }
    let place = RecordPlace(file: file, offset: offset, isConforming: isConforming)
    let cell = unsafe worker << Self.numberBits | columns.gathered.cells[record]
    units?.add(
      unit, UnitVersion(revised: columns.revised(of: record).instant, place: place, cell: cell, row: row))
  }

  /// What was counted.
  consuming func finish() -> Finished {
    units?.flush()
    return Finished(cells: cells, days: days, loneUnits: loneUnits)
  }

  /// What a worker leaves behind of one kind of records.
  struct Finished: Sendable {
    var cells: CellTable
    var days: CellDays?
    var loneUnits: [Int]

    /// The same cells and what is kept of records, but nothing counted.
    func withoutCounts() -> Finished {
      Finished(
        cells: cells.withoutCounts(), days: days?.withoutCounts(),
        loneUnits: [Int](repeating: 0, count: loneUnits.count))
    }

    /// Counts a unit in the cell of one of its records.
    mutating func count(_ record: UnitVersion, isConforming: Bool, sample: ShortFingerprint) {
      let cell = record.cell & (1 << RecordCounter.numberBits - 1)
      cells.count(isConforming, in: Int(cell), quantitiesOf: Int(record.row))
      days?.note(cell: cell, keptAt: record.row, isConforming: isConforming, sample: sample)
    }
  }
}
