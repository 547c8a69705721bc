import CSpotCheckScan

/// How fields and records are separated in a file.
public struct Dialect: Sendable, Hashable {
  /// The byte between two fields.
  public var delimiter: UInt8
  /// The byte around quoted fields; `nil` when quotes are ordinary characters.
  public var quote: UInt8?
  /// How a quote is written in a quoted field.
  public var escape: Escape
  /// Whether spaces in front of a field belong to the delimiter, as in `a, "b, c"`.
  public var isPadded: Bool
  /// Whether records end at a lone carriage return rather than at a line feed.
  public var endsAtCarriageReturn: Bool

  /// Creates a dialect; by default that of RFC 4180.
  public init(
    delimiter: UInt8 = 0x2C, quote: UInt8? = 0x22, escape: Escape = .doubled, isPadded: Bool = false,
    endsAtCarriageReturn: Bool = false
  ) {
    self.delimiter = delimiter
    self.quote = quote
    self.escape = escape
    self.isPadded = isPadded
    self.endsAtCarriageReturn = endsAtCarriageReturn
  }

  /// How a quote is written in a quoted field.
  public enum Escape: String, Sendable, CaseIterable {
    /// As two quotes.
    case doubled
    /// Behind a backslash, or as two quotes; in unquoted fields a backslash makes a delimiter a character.
    case backslash
    /// Not at all: a quote that does not close its field makes the record stray.
    case none
  }

  /// How the records of a file end.
  public enum RecordEnd: String, Sendable, CaseIterable {
    /// At a line feed.
    case lineFeed = "lf"
    /// At a carriage return and a line feed.
    case carriageReturnLineFeed = "crlf"
    /// At a lone carriage return.
    case carriageReturn = "cr"
    /// At two carriage returns and a line feed, as text written twice has them.
    case doubledCarriageReturn = "crcrlf"
  }

  /// The byte that ends a record.
  var newline: UInt8 { endsAtCarriageReturn ? 0x0D : 0x0A }
}

extension Dialect.Escape {
  /// The name the kernels know it by.
  var kernelValue: spotcheck_escape {
    switch self {
    case .doubled: SPOTCHECK_ESCAPE_DOUBLED
    case .backslash: SPOTCHECK_ESCAPE_BACKSLASH
    case .none: SPOTCHECK_ESCAPE_NONE
    }
  }
}
