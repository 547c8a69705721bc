/// What became of the rows of a file whose first table was taken out.
public struct NormalizedTable: Sendable, Equatable {
  /// Rows of the header, `0` where there is none.
  public var headerRows = 0
  /// Records of the table.
  public var records = 0
  /// Those of them that have more or fewer fields than the table has columns.
  public var raggedRecords = 0
  /// Those of them that have a quote out of place.
  public var strayRecords = 0
  /// Rows with text above the table.
  public var titleRows = 0
  /// Rows with text below the table, those of later tables left out.
  public var noteRows = 0
  /// Rows of later tables and of anything below them.
  public var laterRows = 0
  /// Rows without text, wherever they stand.
  public var blankRows = 0

  /// Rows that are not in the table.
  public var leftovers: Int { titleRows + noteRows + laterRows + blankRows }
}
