/// What the first table of a file looks like, settled from its first rows with text.
///
/// - The *width* is the number of fields that four of six neighbouring rows have first, else that most rows have.
/// - A column is *typed* when two thirds of its values are dates or numbers.
/// - The *header* is up to three rows right above the first row whose typed columns hold dates and numbers;
///   in each of them those columns have texts or nothing, and two columns at least have text. In a table without
///   typed columns it is the first full row, unless a value of it recurs in its column.
/// - Rows above are *title rows*.
struct TableShape {
  /// Rows with text above the table.
  private(set) var titleRows = 0
  /// Rows of the header, `0` where there is none.
  private(set) var headerRows = 0
  /// Fields of a regular record.
  private(set) var width = 0
  /// Why the header is taken to be what it is.
  private(set) var reason = FormatChoice.Reason.noRows
  /// The columns that hold dates and numbers.
  private var typedColumns: [Int] = []
  /// How many fields of a record usually have text.
  private var typicalFill = 0

  /// Rows with text that are looked at.
  static let rowsLookedAt = 300
  private static let mostHeaderRows = 3

  /// Settles the shape of a table from the folded texts of its first rows, those left out that are blank.
  init(of rows: [[[UInt8]]]) {
    guard !rows.isEmpty else { return }
    width = Self.width(of: rows)
    let body = rows.filter { $0.count == width }.prefix(100)
    let fills = body.map(Self.filled).sorted()
    typicalFill = fills.isEmpty ? 0 : fills[fills.count / 2]
    let sample = body.dropFirst(body.count >= 6 ? Self.mostHeaderRows : 1)
    typedColumns = (0..<width).filter { column in
      let kinds = sample.map { FieldKind($0[column]) }.filter { $0 != .blank }
      return !kinds.isEmpty && kinds.count(where: \.isTyped) * 3 >= kinds.count * 2
    }
    if let first = rows.firstIndex(where: { isRegular($0) && !typedColumns.isEmpty }) {
      reason = .kindsBegin
      settleHeader(above: first, in: rows)
    } else {
      settleUntypedHeader(in: rows)
    }
  }

  /// Takes `count` header rows right above the records, or lets the table begin behind `skipped` rows with text.
  ///
  /// Where there is said to be no header, the rows that look like one are records.
  mutating func use(headerRows count: Int?, skipped: Int?) {
    guard count != nil || skipped != nil else { return }
    let first = titleRows + headerRows
    headerRows = count ?? (headerRows == 0 ? 0 : max(1, first - (skipped ?? 0)))
    titleRows = skipped ?? (headerRows == 0 ? titleRows : max(0, first - headerRows))
    reason = .given
  }

  /// Takes the rows above `first`, the first that is surely a record, for the header as far as they look so.
  ///
  /// Records that are spoiled or sparse may stand between: then the nearest full row of texts is the header.
  private mutating func settleHeader(above first: Int, in rows: [[[UInt8]]]) {
    var end = first
    if first > 0, !isHeader(rows[first - 1]) {
      let above = (max(0, first - Self.spoiledRowsPassed)..<first)
      end = above.last { isFull(rows[$0]) && isUpperHeader(rows[$0]) }.map { $0 + 1 } ?? first
    }
    var start = end
    while start > 0, end - start < Self.mostHeaderRows,
      start == end ? isHeader(rows[start - 1]) : isUpperHeader(rows[start - 1])
    {
      start -= 1
    }
    if typedColumns.count < 2, let full = (start..<end).first(where: { isFull(rows[$0]) }) { end = full + 1 }
    if start == end, end > 0, isRaggedHeader(rows[end - 1]) { start -= 1 }
    titleRows = start
    headerRows = end - start
    if headerRows == 0 { reason = .dataAtOnce }
  }

  private static let spoiledRowsPassed = 6

  private mutating func settleUntypedHeader(in rows: [[[UInt8]]]) {
    let fullest = rows.filter { $0.count == width }.map(Self.filled).max() ?? 0
    guard let first = rows.firstIndex(where: { $0.count == width && Self.filled($0) * 10 >= fullest * 9 })
    else {
      return
    }
    reason = .firstFullRow
    let others = rows[(first + 1)...].filter { $0.count == width && $0 != rows[first] }
    let recurs = (0..<width).contains { column in
      !rows[first][column].isEmpty && others.contains { $0[column] == rows[first][column] }
    }
    settleHeader(above: recurs ? first : first + 1, in: rows)
    if recurs { reason = .dataAtOnce }
  }

  /// Whether a row may stand right above the records: texts only where records have dates and numbers.
  private func isHeader(_ row: [[UInt8]]) -> Bool {
    row.count == width && Self.filled(row) >= min(2, width)
      && !typedColumns.contains { FieldKind(row[$0]).isTyped }
  }

  /// Whether a row may stand above another row of the header: texts only, none of which says what a value is.
  private func isUpperHeader(_ row: [[UInt8]]) -> Bool {
    isHeader(row) && !row.contains { FieldKind($0).isTyped || $0.contains(UInt8(ascii: ":")) }
  }

  private func isFull(_ row: [[UInt8]]) -> Bool { row.count == width && Self.filled(row) == width }

  /// Whether a row may be a header with one field too few or too many.
  private func isRaggedHeader(_ row: [[UInt8]]) -> Bool {
    width > 2 && abs(row.count - width) == 1 && Self.filled(row) == row.count
      && !row.contains { FieldKind($0).isTyped }
  }

  /// Whether a row has the fields of a record, most typed columns hold dates or numbers, and it is no total.
  func isRegular(_ row: [[UInt8]]) -> Bool {
    guard row.count == width, !isThin(filled: Self.filled(row)), !Self.isTotal(row) else { return false }
    let typed = typedColumns.filter { !row[$0].isEmpty }
    return typed.count(where: { FieldKind(row[$0]).isTyped }) * 2 >= typed.count
      && (typedColumns.isEmpty || !typed.isEmpty)
  }

  /// Whether a row has one field too few or too many but text as a record has.
  func isRagged(_ row: [[UInt8]]) -> Bool {
    width > 2 && abs(row.count - width) == 1 && !isThin(filled: Self.filled(row)) && !Self.isTotal(row)
  }

  /// Whether a row looks like the header of another table: texts only, in every field.
  func isOtherHeader(_ row: [[UInt8]]) -> Bool {
    guard row.count > 1, Self.filled(row) == row.count, !row.contains(where: { FieldKind($0).isTyped }) else {
      return false
    }
    return row.count != width || typedColumns.count > 1
  }

  /// Whether so few fields have text that the row is a note rather than a record.
  func isThin(filled: Int) -> Bool {
    filled * 2 < typicalFill || (filled == 1 && typicalFill > 1)
  }

  /// Whether a row's first text says that it sums up others.
  static func isTotal(_ row: [[UInt8]]) -> Bool {
    guard let first = row.first(where: { !$0.isEmpty }) else { return false }
    let text = TextFolding.lowercased(first)
    return totals.contains { text == $0 || text == $0 + [UInt8(ascii: ":")] }
  }

  private static let totals = [
    "合计", "总计", "共计", "小计", "总和", "total", "totals", "grand total", "subtotal", "sum",
  ]
  .map { Array($0.utf8) }

  private static func filled(_ row: [[UInt8]]) -> Int { row.count { !$0.isEmpty } }

  private static func width(of rows: [[[UInt8]]]) -> Int {
    for (index, row) in rows.enumerated() where row.count > 1 && filled(row) > 1 {
      let next = rows[index..<min(index + 6, rows.count)]
      if next.count(where: { $0.count == row.count && filled($0) > 1 }) >= 4 { return row.count }
    }
    let wide = rows.filter { filled($0) > 1 }
    var counts: [Int: Int] = [:]
    for row in wide.isEmpty ? rows : wide { counts[row.count, default: 0] += 1 }
    return counts.max { ($0.value, $0.key) < ($1.value, $1.key) }?.key ?? 1
  }
}
