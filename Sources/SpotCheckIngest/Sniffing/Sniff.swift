/// Looks at the first megabyte of a file: how it is written, its likely header, and the records behind it.
///
/// - Parameters:
///   - input: A file, or `-` for standard input.
///   - hints: Parts that are known.
///   - isCancelled: Asked now and then whether to stop, while a stream has nothing to read.
/// - Returns: What was seen; without a header where no row looks like one.
/// - Throws: ``IngestError`` when the file cannot be read or its encoding cannot be settled.
/// - Complexity: O(1): at most a megabyte is read.
public func sniff(
  _ input: String, hints: FormatHints = FormatHints(), isCancelled: @escaping @Sendable () -> Bool = { false }
) throws(IngestError) -> SniffedFile {
  let opened = try OpenedInput(InputFile(path: input), hints: hints, isCancelled: isCancelled)
  var finder = HeaderFinder(opened, hints: hints)
  let header = finder.likelyHeader()
  let text = FieldText(encoding: opened.textEncoding, dialect: opened.dialect)
  let body = Array(opened.head[finder.tableStart.records...])
  let ranges = RecordRanges(of: body, dialect: opened.dialect, isFinal: opened.isWhole, limit: 10_000)
  return SniffedFile(
    path: input, bytes: opened.storedBytes, compression: opened.compression, encoding: opened.encoding,
    hasByteOrderMark: opened.markBytes > 0, dialect: opened.dialect, recordEnd: opened.recordEnd,
    titleRows: finder.shape.titleRows, headerRows: finder.shape.headerRows,
    choices: opened.choices + [FormatChoice(.headerRows, finder.shape.reason)], headerLine: header?.line,
    header: header?.texts ?? [],
    records: text.texts(of: ranges, in: body))
}

/// Looks at every file that a list of inputs means, in byte order of paths.
///
/// - Parameters:
///   - inputs: Files, folders, or `-` for standard input; a file met twice is looked at once.
///   - hints: Parts that are known.
///   - isCancelled: Asked now and then whether to stop.
/// - Returns: What each file shows.
/// - Throws: ``IngestError`` when a file cannot be read, or a folder holds no dump.
public func sniff(
  _ inputs: [String], hints: FormatHints = FormatHints(),
  isCancelled: @escaping @Sendable () -> Bool = { false }
) throws(IngestError) -> [SniffedFile] {
  try InputList.resolve(inputs).map { file throws(IngestError) in
    if isCancelled() { throw IngestError(.cancelled) }
    return try sniff(file.path, hints: hints, isCancelled: isCancelled)
  }
}

/// A row of a small table, and where it stands.
public struct TableRow: Sendable, Equatable {
  /// The line it begins on, from 1.
  public let line: Int
  /// Its fields as folded texts.
  public let fields: [String]
}

/// Reads a small table whole: every row, the header among them, as folded texts.
///
/// Blank rows are left out.
///
/// - Parameter path: A file of at most 64 MiB of text.
/// - Returns: The rows.
/// - Throws: ``IngestError`` when the file is larger, cannot be read, or its encoding cannot be settled.
public func readRows(path: String) throws(IngestError) -> [TableRow] {
  let limit = 64 << 20
  let opened = try OpenedInput(InputFile(path: path), hints: FormatHints())
  let bytes = try opened.source.read(at: opened.headStart, count: limit)
  guard try opened.source.read(at: opened.headStart + limit, count: 1).isEmpty else {
    throw IngestError(.tableTooLarge(limit: limit), file: path)
  }
  let text = FieldText(encoding: opened.textEncoding, dialect: opened.dialect)
  let ranges = RecordRanges(of: bytes, dialect: opened.dialect, isFinal: true, limit: .max)
  var line = 1
  var end = 0
  var rows: [TableRow] = []
  for (start, fields) in zip(ranges.starts, text.texts(of: ranges, in: bytes)) {
    line += bytes[end..<start].count { $0 == opened.dialect.newline }
    end = start
    if fields.contains(where: { !$0.isEmpty }) { rows.append(TableRow(line: line, fields: fields)) }
  }
  return rows
}

/// Reads a small table whole, without the places of its rows.
///
/// - Parameter path: A file of at most 64 MiB of text.
/// - Returns: The fields of each row that is not blank.
/// - Throws: ``IngestError`` when the file is larger, cannot be read, or its encoding cannot be settled.
public func readTable(path: String) throws(IngestError) -> [[String]] {
  try readRows(path: path).map(\.fields)
}

extension FieldText {
  /// The folded texts of every field; U+FFFD for one that is not of the encoding.
  fileprivate func texts(of ranges: RecordRanges, in bytes: [UInt8]) -> [[String]] {
    ranges.records.map { record in
      record.map { range in text(of: bytes[range]).map { String(decoding: $0, as: UTF8.self) } ?? "\u{FFFD}" }
    }
  }
}
