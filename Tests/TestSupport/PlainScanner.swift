public import SpotCheckIngest

/// The oracle: reads delimited text from first byte to last, as the contract words it, and nothing more.
///
/// Nobody optimises this. Every kernel must agree with it on every input.
public struct PlainScanner {
  /// One record as it was read.
  public struct Record: Equatable {
    /// Where it begins.
    public var start: Int
    /// For each field where it ends: at its delimiter, the record end, or the end of the text.
    public var fieldEnds: [Int]
    /// Whether a quote in it is out of place.
    public var isStray: Bool

    /// Creates a record.
    public init(start: Int, fieldEnds: [Int], isStray: Bool) {
      self.start = start
      self.fieldEnds = fieldEnds
      self.isStray = isStray
    }
  }

  private let text: [UInt8]
  private let delimiter: UInt8
  private let quote: UInt8?
  private let escape: Dialect.Escape
  private let isPadded: Bool
  private let newline: UInt8
  private let limit: Int

  /// Creates a scanner over a whole text.
  public init(_ text: [UInt8], dialect: Dialect = Dialect(), recordLimit: Int = 16 << 20) {
    self.text = text
    delimiter = dialect.delimiter
    quote = dialect.quote
    escape = dialect.escape
    isPadded = dialect.isPadded && dialect.delimiter != 0x20
    newline = dialect.endsAtCarriageReturn ? 0x0D : 0x0A
    limit = recordLimit
  }

  /// Every record of the text.
  public func records() -> [Record] {
    var records: [Record] = []
    var start = 0
    while start < text.count {
      let record = record(at: start)
      records.append(record)
      start = (record.fieldEnds.last ?? text.count) + 1
    }
    return records
  }

  private func record(at start: Int) -> Record {
    var record = Record(start: start, fieldEnds: [], isStray: false)
    var field = start
    while true {
      var end: Int?
      var opening = field
      while isPadded, opening < text.count, text[opening] == 0x20 { opening += 1 }
      if opening < text.count, text[opening] == quote, opening - start < limit {
        end = endOfQuoted(at: opening, recordStart: start)
        if end == nil { record.isStray = true }
      }
      let fieldEnd = end ?? endOfUnquoted(at: field)
      record.fieldEnds.append(fieldEnd)
      if fieldEnd == text.count || text[fieldEnd] == newline { return record }
      field = fieldEnd + 1
    }
  }

  /// Where a quoted field ends; `nil` where a quote in it is out of place, or none closes it.
  private func endOfQuoted(at start: Int, recordStart: Int) -> Int? {
    var index = start + 1
    while index < text.count, index - recordStart < limit {
      if escape == .backslash, text[index] == 0x5C {
        index += 2
      } else if text[index] != quote {
        index += 1
      } else if escape != .none, index + 1 < text.count, text[index + 1] == quote {
        index += 2
      } else {
        return endBehindQuote(at: index + 1)
      }
    }
    return nil
  }

  private func endBehindQuote(at index: Int) -> Int? {
    if index < text.count, text[index] == delimiter { return index }
    var end = index
    if newline == 0x0A {
      while end < text.count, text[end] == 0x0D { end += 1 }
    }
    return end == text.count || text[end] == newline ? end : nil
  }

  private func endOfUnquoted(at start: Int) -> Int {
    var index = start
    while index < text.count, text[index] != delimiter, text[index] != newline {
      let next = index + 1 < text.count ? text[index + 1] : newline
      index += escape == .backslash && text[index] == 0x5C && next != newline ? 2 : 1
    }
    return index
  }
}
