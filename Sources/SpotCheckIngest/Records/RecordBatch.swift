import CSpotCheckScan

/// Records of a window whose structure is sound, set out so that each column reads them one after the other.
///
/// Reading a column at a time keeps few things in hand at once, and lets the look-ups of many records overlap.
@safe struct RecordBatch: ~Copyable {
  /// Records read at once: few enough that what columns make of them stays near.
  static let capacity = 1024

  /// A record whose structure is at fault, which no column reads.
  struct Exception {
    /// Records of the batch that stand before it.
    var place: Int
    var fields: RecordFields
    var isStray: Bool
  }

  /// Records in the batch.
  private(set) var count = 0
  /// Records left out, in order.
  private(set) var exceptions: [Exception] = []
  private let form: Form
  private var fieldCount = 0
  private let firsts: UnsafeMutablePointer<UInt32>
  private let counts: UnsafeMutablePointer<UInt32>
  private var text: UnsafePointer<UInt8>?
  private var ends: UnsafePointer<UInt32>?

  /// What a sound record is.
  struct Form {
    var delimiter: UInt8
    var recordLimit: Int
    var isPadded: Bool
    /// Whether carriage returns before a record end are part of it.
    var trimsCarriageReturns: Bool
  }

  init(_ form: Form) {
    self.form = form
    // One more: the next record is set out before it is known to be sound.
    unsafe firsts = .allocate(capacity: Self.capacity + 1)
    unsafe counts = .allocate(capacity: Self.capacity + 1)
  }

  deinit {
    unsafe firsts.deallocate()
    unsafe counts.deallocate()
  }

  /// Takes the next records of a window, from `next` on.
  mutating func fill(from window: borrowing ChunkWindow, next: inout NextRecord, fieldCount: Int) {
    unsafe text = UnsafePointer(window.bytes + window.indexed)
    unsafe ends = UnsafePointer(window.index.fieldEnds)
    let recordEnds = unsafe UnsafePointer(window.index.recordEnds)
    let mayBeTooLong = window.count > form.recordLimit
    self.fieldCount = fieldCount
    count = 0
    exceptions.removeAll(keepingCapacity: true)
    while next.record < window.index.recordCount, max(count, exceptions.count) < Self.capacity {
      if !mayBeTooLong {
        unsafe fillWithWhole(recordEnds, through: window.index.recordCount, next: &next)
        guard next.record < window.index.recordCount, count < Self.capacity else { break }
      }
      let flagged = unsafe recordEnds[next.record]
      let behind = Int(flagged & ~StructuralIndex.strayFlag)
      let isStray = flagged & StructuralIndex.strayFlag != 0
      let fields = behind - next.firstEnd
      let isWhole = fields == fieldCount || (form.isPadded && fields < fieldCount)
      unsafe firsts[count] = UInt32(truncatingIfNeeded: next.firstEnd)
      unsafe counts[count] = UInt32(truncatingIfNeeded: fields)
      next = NextRecord(record: next.record + 1, firstEnd: behind)
      if isWhole, !isStray, !mayBeTooLong || length(of: count) <= form.recordLimit {
        count += 1
      } else if let record = self.fields(of: count) {
        exceptions.append(Exception(place: count, fields: record, isStray: isStray))
      }
    }
  }

  /// Takes records up to the first that has not as many fields as the file has columns, or is stray.
  private mutating func fillWithWhole(
    _ recordEnds: UnsafePointer<UInt32>, through recordCount: Int, next: inout NextRecord
  ) {
    let most = min(recordCount - next.record, Self.capacity - count)
    let wanted = UInt32(truncatingIfNeeded: fieldCount)
    let ends = unsafe recordEnds + next.record
    let firsts = unsafe firsts + count
    var first = UInt32(truncatingIfNeeded: next.firstEnd)
    var taken = 0
    while taken < most, unsafe ends[taken] &- first == wanted {
      unsafe firsts[taken] = first
      first &+= wanted
      taken &+= 1
    }
    unsafe (counts + count).update(repeating: wanted, count: taken)
    count += taken
    next = NextRecord(record: next.record + taken, firstEnd: Int(first))
  }

  /// A place in a window's records.
  struct NextRecord {
    var record = 0
    /// Where its field ends begin.
    var firstEnd = 0
  }

  /// Where a record begins, counted from the first indexed record of the window.
  @inline(__always)
  func start(of record: Int) -> Int {
    guard let ends = unsafe ends else { return 0 }
    return unsafe Int((ends + Int(firsts[record]) - 1).pointee &+ 1)
  }

  private func length(of record: Int) -> Int {
    fields(of: record).map { $0.end - $0.start } ?? 0
  }

  /// One record's fields.
  func fields(of record: Int) -> RecordFields? {
    guard let text = unsafe text, let ends = unsafe ends else { return nil }
    return unsafe RecordFields(
      text: text, ends: ends + Int(firsts[record]), start: start(of: record), count: Int(counts[record]),
      trimsCarriageReturns: form.trimsCarriageReturns)
  }

  /// What stands in the columns at `positions`, which are side by side: one field, delimiters and all.
  ///
  /// A position counts from 0; negative where the file lacks the column. `nil` where columns stand apart, and
  /// where one is missing or may be.
  func column(at positions: [Int]) -> FieldColumn? {
    guard let text = unsafe text, let ends = unsafe ends, let first = positions.first else { return nil }
    let last = first + positions.count - 1
    guard first >= 0, positions.elementsEqual(first...last), !form.isPadded else { return nil }
    return unsafe FieldColumn(
      layout: spotcheck_column(
        text: text, field_ends: ends, record_firsts: firsts, records: count, first: first,
        count: positions.count, trims_returns: last + 1 == fieldCount && form.trimsCarriageReturns))
  }

  /// Gives `body` what stands in the columns at `positions`, record after record.
  ///
  /// Columns that stand apart are joined by delimiters first: as fields are written, no two lists of them are
  /// joined alike. A column that a record or the file lacks reads as an empty field.
  func forEachJoinedField(
    at positions: [Int], _ body: (_ record: Int, RawField) throws(IngestError) -> Void
  ) throws(IngestError) {
    var joined: [UInt8] = []
    for record in 0..<count {
      guard let fields = fields(of: record) else { return }
      if positions.count == 1 {
        try body(record, fields.field(at: positions[0]))
        continue
      }
      joined.removeAll(keepingCapacity: true)
      for position in positions {
        unsafe joined.append(contentsOf: fields.field(at: position).bytes)
        joined.append(form.delimiter)
      }
      let length = joined.count - 1
      joined.append(contentsOf: repeatElement(0, count: StructuralIndex.padding))
      let result: Result<Void, IngestError> = unsafe joined.withUnsafeBufferPointer { bytes in
        guard let start = bytes.baseAddress else { return .success(()) }
        do throws(IngestError) {
          return .success(try unsafe body(record, RawField(start: start, length: length)))
        } catch {
          return .failure(error)
        }
      }
      try result.get()
    }
  }
}
