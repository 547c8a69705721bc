/// What counting needs to know of the records of a batch, a column for each.
@safe struct GatheredBatch: ~Copyable {
  /// Ids of the records' cells, `RecordBatch.capacity` a column: dimensions, selections, month.
  let ids: UnsafeMutablePointer<UInt32>
  /// Whether each record conforms, where nothing is wrong with it.
  let conforming: UnsafeMutablePointer<Bool>
  /// The day of each record; 0 where no column gives one.
  let days: UnsafeMutablePointer<Int32>
  /// The number of each record's cell in the worker's table, once it was looked up.
  let cells: UnsafeMutablePointer<UInt32>

  /// What is wrong with each record, in whatever column.
  private let troubles: UnsafeMutablePointer<FieldTrouble>
  /// Whether anything may be wrong with a record.
  private var mayHaveTrouble = false
  /// The records' quantities, `RecordBatch.capacity` a column.
  private let quantities: UnsafeMutablePointer<Int64>

  init(width: Int, quantityCount: Int = 0) {
    let room = RecordBatch.capacity
    unsafe quantities = .allocate(capacity: quantityCount * room)
    unsafe ids = .allocate(capacity: width * room)
    unsafe ids.initialize(repeating: 0, count: width * room)
    unsafe troubles = .allocate(capacity: room)
    unsafe troubles.initialize(repeating: [], count: room)
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

  /// Forgets the troubles of the batch before.
  mutating func begin() {
    guard mayHaveTrouble else { return }
    unsafe troubles.update(repeating: [], count: RecordBatch.capacity)
    mayHaveTrouble = false
  }

  /// Adds what is wrong with the fields of a column.
  @inline(__always)
  mutating func note<Value: FieldValue>(_ memory: borrowing FieldMemory<Value>, count: Int) {
    guard memory.knowsTrouble else { return }
    mayHaveTrouble = true
    memory.forEach(count) { record, value in unsafe troubles[record].formUnion(value.trouble) }
  }

  /// Adds what is wrong with a record.
  @inline(__always)
  mutating func note(_ trouble: FieldTrouble, of record: Int) {
    guard !trouble.isEmpty else { return }
    mayHaveTrouble = true
    unsafe troubles[record].formUnion(trouble)
  }

  /// What is wrong with a record.
  @inline(__always)
  func trouble(of record: Int) -> FieldTrouble { unsafe troubles[record] }

  /// The first record of a range with trouble; the range's end where there is none.
  func firstTrouble(in records: Range<Int>) -> Int {
    guard mayHaveTrouble else { return records.upperBound }
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
