/// Records of a window whose structure is sound, set out so that each column reads them one after the other.
///
/// Reading a column at a time keeps few things in hand at once, and lets the look-ups of many records overlap.
@safe struct RecordBatch: ~Copyable {
  /// Records read at once: few enough that what columns make of them stays near.
  static let capacity = 1024

  /// A record that no column reads, among those that columns do.
  struct Exception {
    /// Records of the batch that stand before it.
    var place: Int
    var fields: RecordFields
    /// Whether it is blank; else its structure is at fault.
    var isBlank: Bool
    var isStray: Bool
  }

  /// Records in the batch.
  private(set) var count = 0
  /// Records left out, in order.
  private(set) var exceptions: [Exception] = []
  private let form: Form
  private var fieldCount = 0
  private let firsts: UnsafeMutablePointer<UInt32>
  private let starts: UnsafeMutablePointer<UInt32>
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
    unsafe firsts = .allocate(capacity: Self.capacity)
    unsafe starts = .allocate(capacity: Self.capacity)
    unsafe counts = .allocate(capacity: Self.capacity)
  }

  deinit {
    unsafe firsts.deallocate()
    unsafe starts.deallocate()
    unsafe counts.deallocate()
  }

  /// Takes the next records of a window.
  ///
  /// `next` is the place of the next record; `isBlank` is asked of records that may be.
  mutating func fill(
    from window: borrowing ChunkWindow, next: inout NextRecord, fieldCount: Int, mayBeginBlank: ByteSet,
    isBlank: (RecordFields) -> Bool
  ) {
    let bytes = unsafe UnsafePointer(window.bytes + window.indexed)
    let allEnds = unsafe UnsafePointer(window.index.fieldEnds)
    unsafe text = bytes
    unsafe ends = allEnds
    self.fieldCount = fieldCount
    count = 0
    exceptions.removeAll(keepingCapacity: true)
    while next.record < window.index.recordCount, max(count, exceptions.count) < Self.capacity {
      let flagged = unsafe window.index.recordEnds[next.record]
      let behind = Int(flagged & ~StructuralIndex.strayFlag)
      let end = unsafe Int(allEnds[behind - 1])
      let fields = behind - next.firstEnd
      let isWhole = fields == fieldCount || (form.isPadded && fields < fieldCount)
      let isStray = flagged != UInt32(truncatingIfNeeded: behind)
      let isSound = !isStray && isWhole && end - next.start <= form.recordLimit
      let mayBeBlank = unsafe mayBeginBlank.contains(bytes[next.start])
      if isSound, !mayBeBlank {
        append(next, fields)
      } else {
        let record = unsafe RecordFields(
          text: bytes, ends: allEnds + next.firstEnd, start: next.start, count: fields,
          trimsCarriageReturns: form.trimsCarriageReturns)
        if mayBeBlank, isBlank(record) {
          exceptions.append(Exception(place: count, fields: record, isBlank: true, isStray: false))
        } else if isSound {
          append(next, fields)
        } else {
          exceptions.append(Exception(place: count, fields: record, isBlank: false, isStray: isStray))
        }
      }
      next = NextRecord(record: next.record + 1, firstEnd: behind, start: end + 1)
    }
  }

  /// A place in a window's records.
  struct NextRecord {
    var record = 0
    /// Where its field ends begin.
    var firstEnd = 0
    /// Where it begins, counted from the first indexed record.
    var start = 0
  }

  @inline(__always)
  private mutating func append(_ next: NextRecord, _ fields: Int) {
    unsafe firsts[count] = UInt32(truncatingIfNeeded: next.firstEnd)
    unsafe starts[count] = UInt32(truncatingIfNeeded: next.start)
    unsafe counts[count] = UInt32(truncatingIfNeeded: fields)
    count += 1
  }

  /// Where a record begins, counted from the first indexed record of the window.
  @inline(__always)
  func start(of record: Int) -> Int { unsafe Int(starts[record]) }

  /// One record's fields.
  func fields(of record: Int) -> RecordFields? {
    guard let text = unsafe text, let ends = unsafe ends else { return nil }
    return unsafe RecordFields(
      text: text, ends: ends + Int(firsts[record]), start: Int(starts[record]), count: Int(counts[record]),
      trimsCarriageReturns: form.trimsCarriageReturns)
  }

  /// Gives `body` what stands in the columns at `positions`, record after record.
  ///
  /// A position counts from 0; negative where the file lacks the column, which reads as empty fields. Columns
  /// side by side are given as one field, delimiters and all. Columns that stand apart are joined by delimiters
  /// first: as fields are written, no two lists of them are joined alike.
  @inline(__always)
  func forEachField(
    at positions: [Int], _ body: (_ record: Int, RawField) throws(IngestError) -> Void
  ) throws(IngestError) {
    guard let text = unsafe text, let ends = unsafe ends, let first = positions.first else { return }
    let last = first + positions.count - 1
    let isTrimmed = last + 1 == fieldCount && form.trimsCarriageReturns
    guard first >= 0, positions.elementsEqual(first...last), !form.isPadded, !isTrimmed else {
      return try forEachJoinedField(at: positions, body)
    }
    for record in 0..<count {
      let firstEnd = unsafe ends + (Int(firsts[record]) + first)
      let from = unsafe first == 0 ? Int(starts[record]) : Int((firstEnd - 1).pointee) + 1
      let to = unsafe Int(firstEnd[last - first])
      try unsafe body(record, RawField(start: text + from, length: to - from))
    }
  }

  @inline(never)
  private func forEachJoinedField(
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

/// A set of bytes.
struct ByteSet {
  private var words: (UInt64, UInt64, UInt64, UInt64) = (0, 0, 0, 0)

  init(_ bytes: some Sequence<UInt8>) {
    for byte in bytes {
      let bit: UInt64 = 1 << UInt64(byte & 63)
      switch byte >> 6 {
      case 0: words.0 |= bit
      case 1: words.1 |= bit
      case 2: words.2 |= bit
      default: words.3 |= bit
      }
    }
  }

  /// Whether the set has a byte.
  @inline(__always)
  func contains(_ byte: UInt8) -> Bool {
    let low = byte < 64 ? words.0 : words.1
    let high = byte < 192 ? words.2 : words.3
    return (byte < 128 ? low : high) >> UInt64(byte & 63) & 1 != 0
  }
}
