/// What can be wrong, or merely odd, with a record; at most one of them befalls a record.
public enum DumpDefect: String, Sendable, Hashable, CaseIterable {
  /// A day that does not exist, such as the 32nd.
  case badDate = "bad-date"
  /// The date as `yyyy/M/d`; not an error where the layout lists that pattern.
  case slashDate = "slash-date"
  /// No result.
  case blankResult = "blank-result"
  /// A result that is neither a pass nor a fail: 基本合格.
  case unknownLabel = "unknown-label"
  /// A result not yet known: 待检.
  case pendingLabel = "pending-label"
  /// A space after the result; not an error.
  case paddedLabel = "padded-label"
  /// One field more than the header has.
  case extraField = "extra-field"
  /// One field fewer than the header has.
  case missingField = "missing-field"
  /// A quote that opens the establishment's name and never closes it rightly.
  case strayQuote = "stray-quote"
  /// A line feed inside a quoted field; not an error.
  case lineBreak = "line-break"
  /// A byte in the category that no character of the encoding has.
  case badBytes = "bad-bytes"
  /// A sample id that a spreadsheet turned into `1.23457E+17`.
  case lostID = "lost-id"
  /// The record before it once more, unchanged.
  case duplicate
  /// The record before it once more, with the other result.
  case conflict

  /// Whether the record before is repeated; such a defect befalls only where that one has none.
  var repeatsPredecessor: Bool { self == .duplicate || self == .conflict }
}
