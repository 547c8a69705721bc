/// What one column has made of each distinct raw field it has met.
@safe struct FieldMemory<Value: BitwiseCopyable>: ~Copyable {
  private var table: FieldTable
  private var values: UnsafeMutablePointer<Value>
  private var capacity = 64
  private let limits: Limits

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
  }

  deinit {
    unsafe values.deallocate()
  }

  /// Finds the value of what stands at `positions` in every record of a batch.
  ///
  /// `found` is room for a value per record; `make` makes the value of a field not met before.
  @inline(__always)
  mutating func read(
    _ batch: borrowing RecordBatch, at positions: [Int], into found: UnsafeMutablePointer<Value>,
    make: (_ record: Int, RawField) throws(IngestError) -> Value
  ) throws(IngestError) {
    if table.count >= limits.fields || table.bytesHeld >= limits.bytes { table.removeAll() }
    var finder = table.finder
    var values = unsafe self.values
    try batch.forEachField(at: positions) { record, field throws(IngestError) in
      if let number = finder.number(of: field) {
        unsafe found[record] = values[number]
      } else {
        unsafe found[record] = try value(of: field) { () throws(IngestError) in try make(record, field) }
        finder = table.finder
        unsafe values = self.values
      }
    }
  }

  @inline(never)
  private mutating func value(
    of field: RawField, make: () throws(IngestError) -> Value
  ) throws(IngestError) -> Value {
    let known = table.count
    let number = table.number(of: field)
    if number == known {
      if known == capacity { grow() }
      let value = try make()
      unsafe (values + known).initialize(to: value)
    }
    return unsafe values[number]
  }

  private mutating func grow() {
    let wider = UnsafeMutablePointer<Value>.allocate(capacity: capacity * 2)
    unsafe wider.moveInitialize(from: values, count: capacity)
    unsafe values.deallocate()
    unsafe values = wider
    capacity *= 2
  }
}
