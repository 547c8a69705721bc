/// The records with text at the front of a short text, as ranges: for headers, tables and samples, not for the
/// hot path.
struct RecordRanges {
  /// For each record the ranges of its fields, carriage returns of a record end left out.
  private(set) var records: [[Range<Int>]] = []
  /// For each record where it begins.
  private(set) var starts: [Int] = []
  /// For each record whether a quote in it is out of place.
  private(set) var strays: [Bool] = []
  /// For each record how many stand before it, blank ones included.
  private(set) var rows: [Int] = []
  /// Where the record behind the last begins.
  private(set) var end = 0

  /// Bytes looked at first.
  private static let firstBytes = 64 << 10

  /// Reads records of `text` until `limit` are found that are not blank; blank ones are left out.
  ///
  /// - Complexity: O(n) for the n bytes of those records, in steps of eight times as many.
  init(of text: [UInt8], dialect: Dialect, isFinal: Bool, limit: Int) {
    var size = min(text.count, Self.firstBytes)
    self.init(ofFirst: size, of: text, dialect: dialect, isFinal: isFinal && size == text.count, limit: limit)
    while records.count < limit, size < text.count {
      size = min(text.count, size * 8)
      self.init(
        ofFirst: size, of: text, dialect: dialect, isFinal: isFinal && size == text.count, limit: limit)
    }
  }

  /// Reads the records that end within the first `count` bytes.
  private init(ofFirst count: Int, of text: [UInt8], dialect: Dialect, isFinal: Bool, limit: Int) {
    var index = StructuralIndex()
    let padded = text[..<count] + [UInt8](repeating: 0, count: StructuralIndex.padding)
    unsafe padded.withUnsafeBufferPointer { bytes in
      guard let base = bytes.baseAddress else { return }
      unsafe index.scan(
        base, count: count, stop: count, isFinal: isFinal, dialect: dialect, recordLimit: 16 << 20)
    }
    var field = 0
    for record in 0..<index.recordCount where records.count < limit {
      let flagged = unsafe index.recordEnds[record]
      let last = Int(flagged & ~StructuralIndex.strayFlag)
      let start = end
      if last == field + 1, case let fieldEnd = unsafe Int(index.fieldEnds[field]), fieldEnd == start {
        end = min(fieldEnd + 1, text.count)
        field = last
        continue
      }
      var ranges: [Range<Int>] = []
      while field < last {
        let fieldEnd = unsafe Int(index.fieldEnds[field])
        ranges.append(end..<fieldEnd)
        end = min(fieldEnd + 1, text.count)
        field += 1
      }
      if !dialect.endsAtCarriageReturn, var final = ranges.popLast() {
        while final.upperBound > final.lowerBound, text[final.upperBound - 1] == 0x0D {
          final = final.lowerBound..<(final.upperBound - 1)
        }
        ranges.append(final)
      }
      if Self.isBlank(text, ranges, quote: dialect.quote) { continue }
      records.append(ranges)
      starts.append(start)
      strays.append(flagged != UInt32(last))
      rows.append(record)
    }
  }

  /// Whether no field has more than spaces and quotes.
  private static func isBlank(_ text: [UInt8], _ fields: [Range<Int>], quote: UInt8?) -> Bool {
    fields.allSatisfy { field in
      text[field].allSatisfy { TextFolding.isSpace($0) || $0 == quote }
    }
  }
}
