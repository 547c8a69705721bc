/// Finds the header: the first of the first 50 rows with text that has every needed column.
struct HeaderFinder {
  private static let rowsLookedAt = 50
  private let opened: OpenedInput
  private let ranges: RecordRanges
  private let text: FieldText
  private let hints: FormatHints
  /// What the table looks like; looked at only where its first row does not settle the columns.
  private(set) lazy var shape = tableShape

  init(_ opened: OpenedInput, hints: FormatHints = FormatHints()) {
    self.opened = opened
    self.hints = hints
    ranges = RecordRanges(
      of: opened.head, dialect: opened.dialect, isFinal: opened.isWhole, limit: TableShape.rowsLookedAt)
    text = FieldText(encoding: opened.textEncoding, dialect: opened.dialect)
  }

  private var tableShape: TableShape {
    var shape = TableShape(
      of: ranges.records.map { record in record.map { text.text(of: opened.head[$0]) ?? [0xFF] } })
    let skipped = hints.skipRows.map { skip in
      ranges.rows.firstIndex { opened.blankRows + $0 >= skip } ?? ranges.rows.count
    }
    shape.use(headerRows: hints.headerRows, skipped: skipped)
    return shape
  }

  /// Settles the columns of `slots`; `nil` where the file has no row at all.
  ///
  /// Each row is tried alone first, so that no record is ever taken for a part of the header; where the table's
  /// header has several rows, they are then tried together, joined.
  mutating func match(_ slots: [FieldSource]) throws(IngestError) -> HeaderMatch? {
    if hints.headerRows == 0 { return try matchWithoutHeader(slots) }
    let skipped = hints.skipRows ?? 0
    var closest: Miss?
    for row in ranges.records.indices.prefix(Self.rowsLookedAt) {
      guard opened.blankRows + ranges.rows[row] >= skipped else { continue }
      if let match = match(slots, row: row, count: hints.headerRows ?? 1, else: &closest) { return match }
      guard hints.headerRows == nil, row == shape.titleRows, shape.headerRows > 1 else { continue }
      if let match = match(slots, row: row, count: shape.headerRows, else: &closest) { return match }
    }
    guard let closest else { return nil }
    throw IngestError(closest.failure, file: opened.file.path)
  }

  /// Rows that lack a column, and how many they have.
  private struct Miss {
    let failure: IngestError.Kind
    let matched: Int
  }

  /// Settles the columns of `slots` by `count` rows from `row` on, or says how near they came.
  private func match(
    _ slots: [FieldSource], row: Int, count: Int, else closest: inout Miss?
  ) -> HeaderMatch? {
    guard row + count <= ranges.records.count else { return nil }
    let header = texts(ofRows: row..<(row + count))
    guard header.contains(where: { !$0.isEmpty }) else { return nil }
    let found = columns(of: slots, in: header)
    if let failure = found.failure {
      if found.matched > closest?.matched ?? -1 {
        closest = Miss(failure: failure, matched: found.matched)
      }
      return nil
    }
    let last = row + count - 1
    return HeaderMatch(
      fieldCount: header.count, positions: found.positions, header: header,
      rawHeader: Array(opened.head[ranges.starts[row]..<end(ofRow: last)]),
      dataStart: start(behindRow: last), headerLine: line(ofRow: row))
  }

  /// What stands for the header of a file that has no row.
  func withoutRows(slots: Int) -> HeaderMatch {
    HeaderMatch(
      fieldCount: 0, positions: [Int](repeating: -1, count: slots), header: [], rawHeader: [],
      dataStart: opened.head.count, headerLine: 1)
  }

  /// The header the table's shape shows: its texts, joined where it has several rows, and the line it begins on.
  mutating func likelyHeader() -> (texts: [String], line: Int)? {
    guard shape.headerRows > 0, ranges.records.indices.contains(shape.titleRows) else { return nil }
    return (
      texts(ofRows: shape.titleRows..<(shape.titleRows + shape.headerRows)), line(ofRow: shape.titleRows)
    )
  }

  /// Where the table begins in the head, and where its records do.
  var tableStart: (header: Int, records: Int) {
    mutating get {
      let rows = shape.titleRows + shape.headerRows
      let start =
        ranges.starts.indices.contains(shape.titleRows) ? ranges.starts[shape.titleRows] : opened.head.count
      return (start, shape.headerRows == 0 ? start : self.start(behindRow: rows - 1))
    }
  }

  private func columns(
    of slots: [FieldSource], in header: [String]
  ) -> (positions: [Int], matched: Int, failure: IngestError.Kind?) {
    var positions: [Int] = []
    var matched = 0
    var failure: IngestError.Kind?
    for slot in slots {
      switch ColumnMatch(of: slot, in: header) {
      case .found(let position):
        positions.append(position)
        matched += 1
      case .absent: positions.append(-1)
      case .failed(let kind):
        positions.append(-1)
        failure = failure ?? kind
      }
    }
    return (positions, matched, failure)
  }

  private mutating func matchWithoutHeader(_ slots: [FieldSource]) throws(IngestError) -> HeaderMatch? {
    let row = shape.titleRows
    guard ranges.records.indices.contains(row) else { return nil }
    let count = ranges.records[row].count
    let found = columns(of: slots, in: [String](repeating: "", count: count))
    if let failure = found.failure { throw IngestError(failure, file: opened.file.path) }
    return HeaderMatch(
      fieldCount: count, positions: found.positions, header: [], rawHeader: [], dataStart: ranges.starts[row],
      headerLine: line(ofRow: row))
  }

  /// The texts of a header's columns: those of its rows, joined by one space.
  private func texts(ofRows rows: Range<Int>) -> [String] {
    let rows = rows.clamped(to: ranges.records.indices).map { row in
      ranges.records[row].map { range in
        text.text(of: opened.head[range]).map { String(decoding: $0, as: UTF8.self) } ?? "\u{FFFD}"
      }
    }
    return HeaderRows.joined(rows)
  }

  private func start(behindRow row: Int) -> Int {
    guard ranges.records.indices.contains(row) else { return opened.head.count }
    var end = end(ofRow: row)
    while end < opened.head.count, opened.head[end] != opened.dialect.newline { end += 1 }
    return min(end + 1, opened.head.count)
  }

  private func end(ofRow row: Int) -> Int {
    ranges.records.indices.contains(row) ? ranges.records[row].last?.upperBound ?? 0 : opened.head.count
  }

  private func line(ofRow row: Int) -> Int {
    1 + opened.blankRows + opened.head[..<ranges.starts[row]].count { $0 == opened.dialect.newline }
  }
}

/// The rows of one header.
enum HeaderRows {
  /// For each column its texts joined by one space, from the top down; blanks are left out.
  static func joined(_ rows: [[String]]) -> [String] {
    if rows.count == 1, let row = rows.first { return row }
    return (0..<(rows.map(\.count).max() ?? 0)).map { column in
      rows.compactMap { $0.indices.contains(column) && !$0[column].isEmpty ? $0[column] : nil }
        .joined(separator: " ")
    }
  }
}
