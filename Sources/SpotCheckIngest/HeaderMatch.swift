/// The columns of one file, settled by its header.
struct HeaderMatch: Sendable {
  /// Fields of a whole record.
  var fieldCount: Int
  /// For each slot of the reading plan the position of its column from 0; `-1` where the file lacks an
  /// optional one.
  var positions: [Int]
  /// The header's texts, width-folded and trimmed; empty where there is no header.
  var header: [String]
  /// The header's own bytes.
  var rawHeader: [UInt8]
  /// Where the first record behind the header begins, in the text behind the byte order mark.
  var dataStart: Int
  /// The line the header begins on, from 1.
  var headerLine: Int

  /// The name people know the column of a slot by.
  func columnName(at position: Int) -> String {
    header.indices.contains(position) ? header[position] : "#\(position + 1)"
  }
}

/// Finds the header: the first of the first 50 rows that has every needed column.
struct HeaderFinder {
  private static let rowsLookedAt = 50
  private let opened: OpenedInput
  private let dialect: Dialect
  private let ranges: RecordRanges
  private let text: FieldText

  init(_ opened: OpenedInput, dialect: Dialect) {
    self.opened = opened
    self.dialect = dialect
    ranges = RecordRanges(
      of: opened.head, dialect: dialect, isFinal: opened.isWhole, limit: Self.rowsLookedAt + 1)
    text = FieldText(encoding: opened.encoding, quote: dialect.quote)
  }

  /// Settles the columns of `slots`; `nil` where the file has no row at all.
  func match(_ slots: [FieldSource], hints: FormatHints) throws(IngestError) -> HeaderMatch? {
    let skipped = hints.skipRows ?? 0
    if hints.headerRows == 0 { return try matchWithoutHeader(slots, skipped: skipped) }
    var closest: (failure: IngestError.Kind, matched: Int)?
    for row in ranges.records.indices.prefix(Self.rowsLookedAt) where row >= skipped {
      let header = texts(ofRow: row)
      guard header.contains(where: { !$0.isEmpty }) else { continue }
      var positions: [Int] = []
      var failure: IngestError.Kind?
      var matched = 0
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
      guard let failure else {
        return HeaderMatch(
          fieldCount: header.count, positions: positions, header: header,
          rawHeader: Array(opened.head[start(ofRow: row)..<end(ofRow: row)]),
          dataStart: start(ofRow: row + 1), headerLine: line(ofRow: row))
      }
      if matched > closest?.matched ?? -1 { closest = (failure, matched) }
    }
    guard let closest else { return nil }
    throw IngestError(closest.failure, file: opened.file.path)
  }

  /// What stands for the header of a file that has no row.
  func withoutRows(slots: Int) -> HeaderMatch {
    HeaderMatch(
      fieldCount: 0, positions: [Int](repeating: -1, count: slots), header: [], rawHeader: [],
      dataStart: opened.head.count, headerLine: 1)
  }

  private func matchWithoutHeader(_ slots: [FieldSource], skipped: Int) throws(IngestError) -> HeaderMatch? {
    guard ranges.records.indices.contains(skipped) else { return nil }
    let columns = ranges.records[skipped].count
    var positions: [Int] = []
    for slot in slots {
      switch ColumnMatch(of: slot, in: [String](repeating: "", count: columns)) {
      case .found(let position): positions.append(position)
      case .absent: positions.append(-1)
      case .failed(let kind): throw IngestError(kind, file: opened.file.path)
      }
    }
    return HeaderMatch(
      fieldCount: columns, positions: positions, header: [], rawHeader: [], dataStart: start(ofRow: skipped),
      headerLine: line(ofRow: skipped))
  }

  /// The row that looks most like a header: the first with the most fields that have text.
  func likelyHeader() -> (texts: [String], line: Int, dataStart: Int)? {
    let rows = ranges.records.indices.prefix(Self.rowsLookedAt)
    func filled(_ row: Int) -> Int { ranges.records[row].count { !$0.isEmpty } }
    guard let most = rows.map(filled).max(), most > 0,
      let row = rows.first(where: { ranges.records[$0].count >= 1 && filled($0) * 10 >= most * 9 })
    else { return nil }
    return (texts(ofRow: row), line(ofRow: row), start(ofRow: row + 1))
  }

  private func texts(ofRow row: Int) -> [String] {
    ranges.records[row].map { range in
      text.text(of: opened.head[range]).map { String(decoding: $0, as: UTF8.self) } ?? "\u{FFFD}"
    }
  }

  private func start(ofRow row: Int) -> Int {
    guard row > 0 else { return 0 }
    var end = ranges.records[row - 1].last?.upperBound ?? 0
    while end < opened.head.count, opened.head[end] != dialect.newline { end += 1 }
    return min(end + 1, opened.head.count)
  }

  private func end(ofRow row: Int) -> Int { ranges.records[row].last?.upperBound ?? start(ofRow: row) }

  private func line(ofRow row: Int) -> Int {
    return 1 + opened.head[..<start(ofRow: row)].count { $0 == dialect.newline }
  }
}
