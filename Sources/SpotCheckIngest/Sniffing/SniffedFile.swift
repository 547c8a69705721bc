/// What the first megabyte of a file shows.
public struct SniffedFile: Sendable, Equatable {
  /// The input as it was given.
  public var path: String
  /// Its size in bytes as stored; `nil` for a stream.
  public var bytes: Int?
  /// How it is compressed.
  public var compression: Compression
  /// How its text is encoded.
  public var encoding: TextEncoding
  /// Whether it begins with a byte order mark.
  public var hasByteOrderMark: Bool
  /// How its fields and records are separated.
  public var dialect: Dialect
  /// How most of its records end.
  public var recordEnd = Dialect.RecordEnd.lineFeed
  /// Rows with text above the header, or above the first record where there is none.
  public var titleRows = 0
  /// Rows of the header.
  public var headerRows = 1
  /// What was settled of all this, and why.
  public var choices: [FormatChoice] = []
  /// The line the header begins on, from 1; `nil` where no row looks like one.
  public var headerLine: Int?
  /// The header's fields, trimmed and width-folded.
  public var header: [String]
  /// The records after the header that the first megabyte holds whole, decoded and trimmed; at most 10,000.
  public var records: [[String]]
}
