/// On which days the units in one worker's cells were inspected.
///
/// Four bytes a cell, about 16 a failing unit and 100 for its identifier, and four a record where units are
/// settled only at the end. Days are drawn together by a maximum, so their order never matters.
struct CellDays {
  /// The last day on which a unit of a cell conformed, by the cell's number.
  private(set) var lastConforming: [Int32] = []
  private(set) var failures: [Failure] = []
  /// What the samples of failing records are called.
  private(set) var samples: [ShortFingerprint: DimensionKey] = [:]
  /// The days of records whose units are settled at the end.
  private var kept: [Int32] = []

  /// A unit that does not conform.
  struct Failure {
    var cell: UInt32
    var day: Int32
    /// `nil` for a unit without an identifier.
    var sample: ShortFingerprint?
  }

  /// The same days and names kept, but nothing noted.
  func withoutCounts() -> CellDays {
    var days = CellDays()
    days.kept = kept
    days.samples = samples
    return days
  }

  /// Keeps the day of a record whose unit is settled at the end; returns where.
  mutating func keep(_ day: Int32) -> UInt32 {
    kept.append(day)
    return UInt32(truncatingIfNeeded: kept.count - 1)
  }

  /// Notes what the sample of a failing record is called.
  mutating func name(_ sample: ShortFingerprint, _ name: () -> DimensionKey?) {
    if samples[sample] == nil, let name = name() { samples[sample] = name }
  }

  /// Notes units that are records.
  mutating func note(_ records: Range<Int>, of batch: borrowing GatheredBatch) {
    for record in records {
      unsafe note(
        cell: batch.cells[record], day: batch.days[record], isConforming: batch.conforming[record],
        sample: nil)
    }
  }

  /// Notes a unit whose day is kept at `row`.
  mutating func note(cell: UInt32, keptAt row: UInt32, isConforming: Bool, sample: ShortFingerprint) {
    note(cell: cell, day: kept[Int(row)], isConforming: isConforming, sample: sample)
  }

  private mutating func note(cell: UInt32, day: Int32, isConforming: Bool, sample: ShortFingerprint?) {
    guard isConforming else { return failures.append(Failure(cell: cell, day: day, sample: sample)) }
    let number = Int(cell)
    if number >= lastConforming.count {
      let missing = number + 1 - lastConforming.count
      lastConforming.append(contentsOf: repeatElement(InspectionDays.noDay, count: missing))
    }
    lastConforming[number] = max(lastConforming[number], day)
  }
}
