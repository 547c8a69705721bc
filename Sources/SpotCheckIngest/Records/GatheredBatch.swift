/// What counting needs to know of the records of a batch, a column for each.
@safe struct GatheredBatch: ~Copyable {
  /// Ids of the records' cells, `RecordBatch.capacity` a column: dimensions, selections, month.
  let ids: UnsafeMutablePointer<UInt32>
  /// What is wrong with each record, in whatever column.
  let troubles: UnsafeMutablePointer<FieldTrouble>
  /// Whether each record conforms, where nothing is wrong with it.
  let conforming: UnsafeMutablePointer<Bool>
  /// The day of each record; 0 where no column gives one.
  let days: UnsafeMutablePointer<Int32>
  /// The number of each record's cell in the worker's table, once it was looked up.
  let cells: UnsafeMutablePointer<UInt32>

  /// The records' quantities, `RecordBatch.capacity` a column.
  private let quantities: UnsafeMutablePointer<Int64>

  init(width: Int, quantityCount: Int = 0) {
    let room = RecordBatch.capacity
    unsafe quantities = .allocate(capacity: quantityCount * room)
    unsafe ids = .allocate(capacity: width * room)
    unsafe ids.initialize(repeating: 0, count: width * room)
    unsafe troubles = .allocate(capacity: room)
    unsafe conforming = .allocate(capacity: room)
    unsafe days = .allocate(capacity: room)
    unsafe days.initialize(repeating: 0, count: room)
    unsafe cells = .allocate(capacity: room)
  }

  deinit {
    unsafe quantities.deallocate()
    unsafe ids.deallocate()
    unsafe troubles.deallocate()
    unsafe conforming.deallocate()
    unsafe days.deallocate()
    unsafe cells.deallocate()
  }

  /// The ids of one column.
  @inline(__always)
  func ids(at column: Int) -> UnsafeMutablePointer<UInt32> {
    unsafe ids + column * RecordBatch.capacity
  }

  /// The quantities of one column, times 10⁴.
  @inline(__always)
  func quantities(at column: Int) -> UnsafeMutablePointer<Int64> {
    unsafe quantities + column * RecordBatch.capacity
  }

  /// The first record of a range with trouble; the range's end where there is none.
  func firstTrouble(in records: Range<Int>) -> Int {
    var record = records.lowerBound
    while record < records.upperBound, unsafe troubles[record].isEmpty { record &+= 1 }
    return record
  }

  /// The latest day of a range of records.
  func latestDay(in records: Range<Int>) -> Int32 {
    var latest = Int32.min
    for record in records { unsafe latest = max(latest, days[record]) }
    return latest
  }
}
