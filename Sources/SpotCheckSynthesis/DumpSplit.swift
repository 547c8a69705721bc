/// How one stream of records is laid out over files.
public enum DumpSplit: Sendable, Hashable {
  /// One file.
  case whole
  /// So many files of nearly equal numbers of records; at least 1.
  case files(Int)
  /// A file per month.
  case months

  /// Reads `month` or a number of files.
  ///
  /// - Returns: `nil` when the text is neither, or the number is below 1.
  public init?(_ text: String) {
    if text == "month" {
      self = .months
    } else if let count = Int(text), count > 0 {
      self = .files(count)
    } else {
      return nil
    }
  }
}

/// A file of a split dump: its records and a name for it.
public struct DumpPart: Sendable, Hashable {
  /// A file name without extension: `2023-01`, or `part-01`.
  public let name: String
  /// The records, by their place in the stream.
  public let records: Range<Int>
}
