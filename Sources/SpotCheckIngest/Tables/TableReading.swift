/// The records of a table as they are read into columns.
struct TableReading {
  private(set) var columns: [TableColumn]
  private(set) var lines: [UInt32] = []
  /// The first record that cannot be read.
  private(set) var trouble: IngestError.Kind?
  private let positions: [Int]
  private let header: [String]
  private let dialect: Dialect
  private let text: FieldText
  private var line: Int

  /// Begins at a line, with a column for each kind.
  init(_ kinds: [TableColumns.Kind], match: HeaderMatch, dialect: Dialect, text: FieldText, line: Int) {
    columns = kinds.map { TableColumn($0) }
    positions = match.positions
    header = match.header
    self.dialect = dialect
    self.text = text
    self.line = line
  }

  /// Takes the next record, unless an earlier one cannot be read.
  mutating func take(_ piece: RecordStream.Piece, of bytes: [UInt8]) {
    guard trouble == nil else { return }
    switch piece {
    case .overlong: reject(.recordTooLong)
    case .record(let fields, let isStray):
      let first = line
      line += 1 + innerLines(of: fields, in: bytes)
      if isBlank(fields, in: bytes) { return }
      if isStray { return reject(.unterminatedQuote, at: first) }
      guard fields.count == header.count else {
        return reject(.fieldCount, at: first, String(fields.count))
      }
      for (column, position) in positions.enumerated() where position >= 0 {
        guard let reason = columns[column].append(bytes, fields[position], text) else { continue }
        return reject(reason, at: first, text.shown(bytes[fields[position]]))
      }
      lines.append(UInt32(truncatingIfNeeded: first))
    }
  }

  private mutating func reject(_ reason: RejectReason, at line: Int? = nil, _ value: String = "") {
    trouble = .badRecord(line: line ?? self.line, reason, value: value)
  }

  /// Line ends within quoted fields.
  private func innerLines(of fields: [Range<Int>], in bytes: [UInt8]) -> Int {
    guard let quote = dialect.quote else { return 0 }
    return fields.reduce(0) { lines, field in
      guard !field.isEmpty, bytes[field.lowerBound] == quote else { return lines }
      return lines + bytes[field].count { $0 == dialect.newline }
    }
  }

  private func isBlank(_ fields: [Range<Int>], in bytes: [UInt8]) -> Bool {
    fields.allSatisfy { field in
      bytes[field].allSatisfy { TextFolding.isSpace($0) || $0 == dialect.quote }
    }
  }
}

/// One column of a table.
enum TableColumn: Sendable {
  /// Texts of identifiers.
  case identifiers(ByteStrings)
  /// Distinct texts, and which each record has.
  case keys(TableKeys)
  /// Raw fields.
  case texts(ByteStrings)

  init(_ kind: TableColumns.Kind) {
    self =
      switch kind {
      case .identifier: .identifiers(ByteStrings())
      case .key: .keys(TableKeys())
      case .text: .texts(ByteStrings())
      }
  }

  /// Adds the field that is a range of `bytes`; why it cannot be read, if it cannot.
  mutating func append(_ bytes: [UInt8], _ range: Range<Int>, _ text: FieldText) -> RejectReason? {
    switch self {
    case .identifiers(var texts):
      self = .texts(ByteStrings())
      defer { self = .identifiers(texts) }
      let field = bytes[range]
      if field.allSatisfy({ (0x30...0x39).contains($0) || (0x41...0x5A).contains($0) || $0 == 0x2D }) {
        texts.append(field)
        return nil
      }
      guard let folded = text.text(of: field) else { return .badEncoding }
      switch Identifier.read(folded) {
      case .intact: texts.append(folded)
      case .unwrapped(let plain): texts.append(plain)
      case .precisionLost: return .idPrecisionLost
      }
    case .keys(var keys):
      self = .texts(ByteStrings())
      defer { self = .keys(keys) }
      return keys.append(bytes, range, text)
    case .texts(var raw):
      self = .keys(TableKeys())
      raw.append(bytes[range])
      self = .texts(raw)
    }
    return nil
  }
}
