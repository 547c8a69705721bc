/// Where a ``Normalizer`` has come to in its file.
struct NormalizerState {
  /// What has become of the rows so far.
  private(set) var summary = NormalizedTable()
  /// Rows of the table that have not been handed over.
  var table: [UInt8] = []
  /// Other rows that have not been handed over.
  var leftovers: [UInt8]

  private let shape: TableShape
  private let text: FieldText
  private let writer: PlainRecordWriter
  private let delimiter: UInt8
  /// Where the header and the records begin in the text.
  private let start: (header: Int, records: Int)
  private var place = Place.above
  private var header: [[String]] = []
  /// The folded texts of the header's first row.
  private var headerTexts: [[UInt8]] = []
  /// Rows of which it is not settled whether the table goes on behind them.
  private var gap = Gap()

  private enum Place {
    case above, inside, behind
  }

  /// Rows behind the last record that is settled to be of the table.
  private struct Gap {
    var rows: [(record: [UInt8], leftover: [UInt8], isRagged: Bool, isStray: Bool)] = []
    /// Whether a blank row is among them.
    var hasBlank = false
    /// The fields of the last row, where it looks like the header of another table.
    var otherWidth: Int?
    var bytes = 0

    var isOpen: Bool { hasBlank || !rows.isEmpty }
    var isTooLong: Bool { rows.count >= 1000 || bytes > 4 << 20 }
  }

  init(_ opened: OpenedInput, _ finder: HeaderFinder) {
    var finder = finder
    shape = finder.shape
    text = FieldText(encoding: opened.textEncoding, dialect: opened.dialect)
    writer = PlainRecordWriter(text, encoding: opened.textEncoding, dialect: opened.dialect)
    delimiter = opened.dialect.delimiter
    let tableStart = finder.tableStart
    start = (opened.headStart + tableStart.header, opened.headStart + tableStart.records)
    summary.blankRows = opened.blankRows
    leftovers = [UInt8](repeating: 0x0A, count: opened.blankRows)
  }

  /// Takes the next record, or a piece of one too long to be held.
  mutating func take(_ piece: RecordStream.Piece, of bytes: [UInt8], at offset: Int) {
    switch piece {
    case .record(let fields, let isStray):
      let row = Row(bytes: bytes, fields: fields, isStray: isStray)
      if isBlank(row) { takeBlank() } else { take(row, at: offset) }
    case .overlong(let range, let isLast):
      leftovers += text.utf8(ofRecord: bytes[range])
      guard isLast else { return }
      leftovers.append(0x0A)
      summary.noteRows += 1
    }
  }

  /// Settles what is open at the end of the text.
  mutating func finish() {
    writeHeader()
    leaveGap()
  }

  private struct Row {
    var bytes: [UInt8]
    var fields: [Range<Int>]
    var isStray: Bool

    var all: ArraySlice<UInt8> { bytes[(fields.first?.lowerBound ?? 0)..<(fields.last?.upperBound ?? 0)] }
  }

  private mutating func takeBlank() {
    summary.blankRows += 1
    leftovers.append(0x0A)
    if place == .inside { gap.hasBlank = true }
  }

  private mutating func take(_ row: Row, at offset: Int) {
    if place == .above {
      if offset < start.header {
        summary.titleRows += 1
        return leave(row)
      }
      if offset < start.records {
        summary.headerRows += 1
        if header.isEmpty { headerTexts = texts(of: row) }
        return header.append(row.fields.map { String(decoding: text.utf8(of: row.bytes[$0]), as: UTF8.self) })
      }
      writeHeader()
      place = .inside
    }
    if place == .behind {
      summary.laterRows += 1
      return leave(row)
    }
    if gap.isOpen { takeBehindGap(row) } else if belongs(row) { write(row) } else { hold(row) }
  }

  /// Whether a row right behind a record of the table is regular or spoiled; kinds of fields do not matter.
  private func belongs(_ row: Row) -> Bool {
    let count = row.fields.count
    let filled = filled(row)
    guard !shape.isThin(filled: filled) || isSplitOtherwise(row) else { return false }
    guard count == shape.width || (shape.width > 2 && abs(count - shape.width) == 1) || isSplitOtherwise(row)
    else {
      return false
    }
    guard let first = row.fields.first(where: { !$0.isEmpty }), first.count <= 32 else { return true }
    return !TableShape.isTotal([text.text(of: row.bytes[first]) ?? []])
  }

  /// Whether another delimiter makes as many fields as the table has columns.
  private func isSplitOtherwise(_ row: Row) -> Bool {
    guard shape.width > 2, row.fields.count < shape.width else { return false }
    return [0x2C, 0x3B, 0x09, 0x7C].contains { other in
      other != delimiter && row.all.count { $0 == other } == shape.width - 1
    }
  }

  private mutating func takeBehindGap(_ row: Row) {
    let texts = texts(of: row)
    let isAgain = !header.isEmpty && texts == headerTexts
    if isAgain || gap.otherWidth == row.fields.count
      || (shape.isOtherHeader(texts) && texts.count == shape.width)
    {
      let isHeld = !isAgain && gap.otherWidth == row.fields.count
      leaveGap()
      if isHeld {
        summary.noteRows -= 1
        summary.laterRows += 1
      }
      place = .behind
      summary.laterRows += 1
      return leave(row)
    }
    if shape.isRegular(texts) || (gap.rows.isEmpty && shape.isRagged(texts)) {
      closeGap()
      return write(row)
    }
    hold(row)
    gap.otherWidth = shape.isOtherHeader(texts) ? texts.count : nil
    if gap.isTooLong {
      leaveGap()
      place = .behind
    }
  }

  private mutating func hold(_ row: Row) {
    let record = writer.record(row.fields, of: row.bytes)
    let leftover = text.utf8(ofRecord: row.all)
    gap.bytes += record.count + leftover.count
    gap.rows.append((record, leftover, row.fields.count != shape.width, row.isStray))
  }

  /// The table goes on: the rows held belong to it.
  private mutating func closeGap() {
    for row in gap.rows {
      table += row.record
      count(isRagged: row.isRagged, isStray: row.isStray)
    }
    gap = Gap()
  }

  /// The table is over: the rows held do not belong to it.
  private mutating func leaveGap() {
    for row in gap.rows {
      leftovers += row.leftover
      leftovers.append(0x0A)
    }
    summary.noteRows += gap.rows.count
    gap = Gap()
  }

  private mutating func write(_ row: Row) {
    writer.append(row.fields, of: row.bytes, to: &table)
    count(isRagged: row.fields.count != shape.width, isStray: row.isStray)
  }

  private mutating func count(isRagged: Bool, isStray: Bool) {
    summary.records += 1
    summary.raggedRecords += isRagged ? 1 : 0
    summary.strayRecords += isStray ? 1 : 0
  }

  private mutating func leave(_ row: Row) {
    leftovers += text.utf8(ofRecord: row.all)
    leftovers.append(0x0A)
  }

  private mutating func writeHeader() {
    guard place == .above, !header.isEmpty else { return }
    writer.append(HeaderRows.joined(header), to: &table)
  }

  private func texts(of row: Row) -> [[UInt8]] {
    row.fields.map { text.text(of: row.bytes[$0]) ?? [0xFF] }
  }

  private func isBlank(_ row: Row) -> Bool {
    row.fields.allSatisfy { field in
      field.isEmpty || (field.count <= 64 && text.text(of: row.bytes[field])?.isEmpty == true)
    }
  }

  private func filled(_ row: Row) -> Int {
    row.fields.count { field in
      !row.bytes[field].allSatisfy { TextFolding.isSpace($0) || $0 == 0x22 }
    }
  }
}
