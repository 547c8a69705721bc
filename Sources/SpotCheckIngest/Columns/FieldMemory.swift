/// What a column makes of a raw field.
protocol FieldValue: BitwiseCopyable {
  /// What is wrong with the field.
  var trouble: FieldTrouble { get }
}

/// What one column has made of each distinct raw field it has met, and which of them a batch holds.
@safe struct FieldMemory<Value: FieldValue>: ~Copyable {
  private var table: FieldTable
  private var values: UnsafeMutablePointer<Value>
  private var capacity = 64
  private let limits: Limits
  /// Whether something is wrong with any field it remembers.
  private(set) var knowsTrouble = false
  /// The numbers of the fields of the batch at hand.
  private let numbers: UnsafeMutablePointer<UInt32>

  /// Beyond which a worker forgets what it has met and begins anew, so that memory stays bounded.
  struct Limits {
    /// Distinct fields.
    var fields: Int
    /// Bytes of long fields.
    var bytes: Int
  }

  init(hash: ByteHash, limits: Limits) {
    table = FieldTable(hash: hash)
    self.limits = limits
    unsafe values = .allocate(capacity: capacity)
    unsafe numbers = .allocate(capacity: RecordBatch.capacity)
    unsafe numbers.initialize(repeating: 0, count: RecordBatch.capacity)
  }

  deinit {
    unsafe values.deallocate()
    unsafe numbers.deallocate()
  }

  /// The value of a record of the batch read last.
  @inline(__always)
  subscript(record: Int) -> Value { unsafe values[Int(numbers[record])] }

  /// Gives `body` the values of the first `count` records of the batch read last.
  @inline(__always)
  func forEach(_ count: Int, _ body: (_ record: Int, Value) -> Void) {
    let values = unsafe values
    let numbers = unsafe numbers
    for record in 0..<count { unsafe body(record, values[Int(numbers[record])]) }
  }

  /// Reads what stands at `positions` in every record of a batch; `make` makes the value of a new field.
  mutating func read(
    _ batch: borrowing RecordBatch, at positions: [Int],
    make: (_ record: Int, RawField) throws(IngestError) -> Value
  ) throws(IngestError) {
    if table.count >= limits.fields || table.bytesHeld >= limits.bytes { forget() }
    guard let column = batch.column(at: positions) else {
      return try batch.forEachJoinedField(at: positions) { record, field throws(IngestError) in
        try note(field, of: record, make: make)
      }
    }
    guard unsafe table.find(column, into: numbers) > 0 else { return }
    for record in 0..<batch.count where unsafe numbers[record] == FieldTable.notFound {
      try note(column.field(of: record), of: record, make: make)
    }
  }

  private mutating func note(
    _ field: RawField, of record: Int, make: (_ record: Int, RawField) throws(IngestError) -> Value
  ) throws(IngestError) {
    let known = table.count
    let number = table.number(of: field)
    if number == known {
      if known == capacity { grow() }
      let value = try make(record, field)
      unsafe (values + known).initialize(to: value)
      if !value.trouble.isEmpty { knowsTrouble = true }
    }
    unsafe numbers[record] = UInt32(truncatingIfNeeded: number)
  }

  private mutating func forget() {
    table.removeAll()
    knowsTrouble = false
  }

  private mutating func grow() {
    let wider = UnsafeMutablePointer<Value>.allocate(capacity: capacity * 2)
    unsafe wider.moveInitialize(from: values, count: capacity)
    unsafe values.deallocate()
    unsafe values = wider
    capacity *= 2
  }
}
