/// What the first table of a file looks like, settled from its first rows with text.
///
/// - The *width* is the number of fields that four of six neighbouring rows have first, else that most rows have.
/// - A column is *typed* when four fifths of its values are dates or numbers.
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
      return !kinds.isEmpty && kinds.count(where: \.isTyped) * 5 >= kinds.count * 4
    }
    if let first = rows.firstIndex(where: { isRegular($0) && !typedColumns.isEmpty }) {
      reason = .kindsBegin
      settleHeader(above: first, in: rows)
    } else {
      settleUntypedHeader(in: rows)
    }
  }

  /// Takes `count` header rows, or the first row of the table where the file begins with `skipped` rows.
  mutating func use(headerRows count: Int?, skipped: Int?) {
    guard count != nil || skipped != nil else { return }
    let first = titleRows + headerRows
    headerRows = count ?? max(1, min(headerRows, first - (skipped ?? 0)))
    titleRows = skipped ?? max(0, first - headerRows)
    reason = .given
  }

  private mutating func settleHeader(above first: Int, in rows: [[[UInt8]]]) {
    var start = first
    if start > 0, isHeader(rows[start - 1]) { start -= 1 }
    while start > 0, start < first, first - start < Self.mostHeaderRows, isUpperHeader(rows[start - 1]) {
      start -= 1
    }
    if start == first, first > 0, isRaggedHeader(rows[first - 1]) { start -= 1 }
    titleRows = start
    headerRows = first - start
    if headerRows == 0 { reason = .dataAtOnce }
  }

  private mutating func settleUntypedHeader(in rows: [[[UInt8]]]) {
    let fullest = rows.filter { $0.count == width }.map(Self.filled).max() ?? 0
    guard let first = rows.firstIndex(where: { $0.count == width && Self.filled($0) * 10 >= fullest * 9 }) else {
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

  /// Whether a row may stand above another row of the header: it groups columns, or the columns' kinds leave no
  /// doubt that it is no record.
  private func isUpperHeader(_ row: [[UInt8]]) -> Bool {
    isHeader(row) && (Self.filled(row) < width || typedColumns.count > 1)
      && !row.contains { FieldKind($0).isTyped || $0.contains(UInt8(ascii: ":")) }
  }

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

  private static let totals = ["合计", "总计", "共计", "小计", "总和", "total", "totals", "grand total", "subtotal", "sum"]
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
