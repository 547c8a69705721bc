/// Columns of a table with up to millions of records, read whole: frames, lists, allocations.
///
/// Columns are found by their headers as in a dump. A record with other fields than the header, or with a
/// quote out of place, is an error: a list to draw from is whole or none. Blank records are passed over.
public struct TableColumns: Sendable {
  /// The header's texts.
  public let header: [String]
  /// For each record the line it begins on, from 1.
  public let lines: [UInt32]
  private let columns: [TableColumn]
  /// For each request the position of its column; `-1` where the table lacks it.
  private let positions: [Int]
  private let form: Form

  /// How a column is read.
  public enum Kind: Sendable {
    /// Distinct texts, unwrapped from what spreadsheets do to identifiers.
    case identifier
    /// Texts of which few are distinct.
    case key
    /// Texts of which few will be asked for.
    case text
  }

  /// A column that is asked for.
  public struct Request: Sendable {
    /// The name by which people know the field.
    public var name: String
    /// The headers it may have, compared without regard to ASCII case.
    public var headers: [String]
    /// How it is read.
    public var kind: Kind
    /// Whether a table without it cannot be read.
    public var isRequired: Bool

    /// Creates a request.
    public init(_ name: String, headers: [String], kind: Kind, isRequired: Bool = false) {
      self.name = name
      self.headers = headers
      self.kind = kind
      self.isRequired = isRequired
    }
  }

  /// How raw fields become text.
  private struct Form: Sendable {
    var encoding: TextEncoding
    var dialect: Dialect
  }

  /// Reads the columns asked for.
  ///
  /// - Throws: ``IngestError``: the file cannot be read, `missingColumn`, `ambiguousColumn`, or `badRecord`.
  /// - Complexity: O(bytes); memory for the columns asked for.
  public init(
    contentsOf path: String, _ requests: [Request], isCancelled: @escaping @Sendable () -> Bool = { false }
  ) throws(IngestError) {
    let sources = requests.map { request in
      var source = FieldSource(name: request.name, columns: request.headers.map(ColumnReference.header))
      source.isBuiltIn = true
      source.isRequired = request.isRequired
      return source
    }
    let (opened, match) = try Self.open(path, sources, isCancelled: isCancelled)
    let text = FieldText(encoding: opened.textEncoding, dialect: opened.dialect)
    let linesAbove = opened.head[..<match.dataStart].count { $0 == opened.dialect.newline }
    var reading = TableReading(
      requests.map(\.kind), match: match, dialect: opened.dialect, text: text,
      line: 1 + opened.blankRows + linesAbove)
    var records = RecordStream(
      opened.source, from: opened.headStart + match.dataStart, dialect: opened.dialect,
      recordLimit: 16 << 20)
    while try records.next({ bytes, _, piece in reading.take(piece, of: bytes) }) {
      if isCancelled() { throw IngestError(.cancelled, file: path) }
      if let trouble = reading.trouble { throw IngestError(trouble, file: path) }
    }
    try opened.source.checkEnd()
    header = match.header
    positions = match.positions
    lines = reading.lines
    columns = reading.columns
    form = Form(encoding: opened.textEncoding, dialect: opened.dialect)
  }

  /// Opens a table and settles its columns.
  ///
  /// Lists within fields may make their own separator the likeliest delimiter: where the header lacks a column by
  /// that, the others are tried.
  private static func open(
    _ path: String, _ sources: [FieldSource], isCancelled: @escaping @Sendable () -> Bool
  ) throws(IngestError) -> (OpenedInput, HeaderMatch) {
    func open(by delimiter: UInt8?) throws(IngestError) -> (OpenedInput, HeaderMatch) {
      var hints = FormatHints()
      hints.delimiter = delimiter
      let opened = try OpenedInput(InputFile(path: path), hints: hints, isCancelled: isCancelled)
      var finder = HeaderFinder(opened, hints: hints)
      return (opened, try finder.match(sources) ?? finder.withoutRows(slots: sources.count))
    }
    do {
      return try open(by: nil)
    } catch {
      guard case .missingColumn = error.kind else { throw error }
      for delimiter in [0x2C, 0x3B, 0x09, 0x7C] as [UInt8] {
        if let found = try? open(by: delimiter) { return found }
      }
      throw error
    }
  }

  /// How many records there are.
  public var count: Int { lines.count }

  /// Whether the table has the column of a request.
  public func has(_ request: Int) -> Bool { positions[request] >= 0 }

  /// The headers of the columns nobody asked for.
  public var otherHeaders: [String] {
    header.indices.filter { !positions.contains($0) }.map { header[$0] }
  }

  /// The texts of an identifier's column; none where the table lacks it.
  public func identifiers(of request: Int) -> ByteStrings {
    guard case .identifiers(let texts) = columns[request] else { return ByteStrings() }
    return texts
  }

  /// The distinct texts of a key's column by first sight, and for each record the position of its own in them.
  public func keys(of request: Int) -> (values: [DimensionKey], codes: [UInt32]) {
    guard case .keys(let keys) = columns[request] else { return ([], []) }
    return (keys.values, keys.codes)
  }

  /// The texts that some records have in a text's column: blank where the table lacks it, U+FFFD where one is not of
  /// the encoding.
  public func texts(of request: Int, in records: some Sequence<Int>) -> [String] {
    guard has(request), case .texts(let raw) = columns[request] else { return records.map { _ in "" } }
    let text = FieldText(encoding: form.encoding, dialect: form.dialect)
    return records.map { record in
      text.text(of: raw[record]).map { String(decoding: $0, as: UTF8.self) } ?? "\u{FFFD}"
    }
  }
}
