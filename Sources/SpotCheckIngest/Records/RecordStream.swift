/// The records of a text, read from front to back in bounded memory.
struct RecordStream: ~Copyable {
  /// The bytes at hand.
  private(set) var bytes: [UInt8] = []
  /// Where they begin in the text.
  private(set) var offset: Int
  private var index = StructuralIndex()
  private let source: any ByteSource
  private let dialect: Dialect
  private let recordLimit: Int
  private var wanted = Self.windowBytes

  private static let windowBytes = 1 << 20

  /// Reads `source` from a record start on.
  init(_ source: any ByteSource, from offset: Int, dialect: Dialect, recordLimit: Int) {
    self.source = source
    self.offset = offset
    self.dialect = dialect
    self.recordLimit = recordLimit
  }

  /// What ``next(_:)`` hands over.
  enum Piece {
    /// A record's fields, as ranges of ``bytes``; carriage returns of its end left out.
    case record(fields: [Range<Int>], isStray: Bool)
    /// A record too long to be held, or a part of one; `isLast` where it ends.
    case overlong(Range<Int>, isLast: Bool)
  }

  /// Hands over the next records; false at the end of the text.
  mutating func next(_ body: (_ bytes: [UInt8], _ start: Int, Piece) -> Void) throws(IngestError) -> Bool {
    while true {
      bytes = try source.read(at: offset, count: wanted)
      let count = bytes.count
      guard count > 0 else { return false }
      let isFinal = count < wanted
      bytes += [UInt8](repeating: 0, count: StructuralIndex.padding)
      let (dialect, recordLimit) = (dialect, recordLimit)
      unsafe bytes.withUnsafeBufferPointer { buffer in
        guard let base = buffer.baseAddress else { return }
        unsafe index.scan(
          base, count: count, stop: count, isFinal: isFinal, dialect: dialect, recordLimit: recordLimit)
      }
      if index.recordCount > 0 {
        handOver(body)
        advance(by: index.consumed)
        return true
      }
      guard count > recordLimit else {
        wanted *= 2
        continue
      }
      try passOverlong(count, body)
      return true
    }
  }

  private func handOver(_ body: (_ bytes: [UInt8], _ start: Int, Piece) -> Void) {
    var field = 0
    var start = 0
    var fields: [Range<Int>] = []
    for record in 0..<index.recordCount {
      let flagged = unsafe index.recordEnds[record]
      let last = Int(flagged & ~StructuralIndex.strayFlag)
      let recordStart = start
      fields.removeAll(keepingCapacity: true)
      while field < last {
        let end = unsafe Int(index.fieldEnds[field])
        fields.append(start..<end)
        start = end + 1
        field += 1
      }
      if !dialect.endsAtCarriageReturn, let final = fields.last {
        var end = final.upperBound
        while end > final.lowerBound, bytes[end - 1] == 0x0D { end -= 1 }
        fields[fields.count - 1] = final.lowerBound..<end
      }
      body(bytes, offset + recordStart, .record(fields: fields, isStray: flagged != UInt32(last)))
    }
  }

  /// Hands over a record that has no end in the bytes at hand, a piece at a time.
  private mutating func passOverlong(
    _ count: Int, _ body: (_ bytes: [UInt8], _ start: Int, Piece) -> Void
  ) throws(IngestError) {
    let start = offset
    body(bytes, start, .overlong(0..<count, isLast: false))
    advance(by: count)
    while true {
      bytes = try source.read(at: offset, count: Self.windowBytes)
      let end = bytes.firstIndex(of: dialect.newline)
      body(bytes, start, .overlong(0..<(end ?? bytes.count), isLast: end != nil || bytes.isEmpty))
      advance(by: end.map { $0 + 1 } ?? bytes.count)
      if end != nil || bytes.isEmpty { return }
    }
  }

  private mutating func advance(by count: Int) {
    offset += count
    wanted = Self.windowBytes
    source.release(before: offset)
  }
}
