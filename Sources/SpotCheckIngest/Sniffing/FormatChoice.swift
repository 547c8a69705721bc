/// One thing that was settled of how a file is written, and why.
public struct FormatChoice: Sendable, Equatable {
  /// What was settled.
  public var setting: Setting
  /// Why it came out as it did.
  public var reason: Reason

  /// Creates a choice.
  public init(_ setting: Setting, _ reason: Reason) {
    self.setting = setting
    self.reason = reason
  }

  /// What is settled of every file; the names are those of the layout's `input`.
  public enum Setting: String, Sendable, CaseIterable {
    case encoding, delimiter, quote, escape
    case recordEnd = "record_end"
    case headerRows = "header_rows"
  }

  /// Why a choice came out as it did, as facts; words are made of them on the floor above.
  public enum Reason: Sendable, Equatable {
    /// The layout says so.
    case given
    /// The file begins with a byte order mark.
    case byteOrderMark
    /// Every second byte of its ASCII characters is zero.
    case zeroBytes
    /// All bytes looked at are ASCII.
    case onlyASCII
    /// So many of the lines beyond ASCII are valid in the encoding.
    case validLines(Int, of: Int)
    /// So many of the runs of bytes beyond ASCII are one byte long, as in a single-byte encoding.
    case loneBytes(Int, of: Int)
    /// So many of the records looked at have the same number of fields by it.
    case agreement(records: Int, of: Int, fields: Int)
    /// By no delimiter do most records have the same number of fields, at least two.
    case oneColumn
    /// So many of the fields looked at open and close with it.
    case closesFields(Int)
    /// So many quoted fields hold a doubled quote.
    case doubledQuotes(Int)
    /// None is seen, and this one is taken.
    case unseen
    /// So many fields open with a quote and are not closed by one.
    case unclosed(Int)
    /// Read by it, fewer records have a quote or a delimiter out of place.
    case fewerStray
    /// So many record ends of all are written so.
    case recordEnds(Int, of: Int)
    /// The rows above the first whose fields have the kinds of their columns: dates and numbers.
    case kindsBegin
    /// The first row already has the kinds of its columns, or a value that recurs in its column.
    case dataAtOnce
    /// Nothing tells header and records apart; the first full row is taken.
    case firstFullRow
    /// There is no row with text.
    case noRows
  }
}
