/// Takes the first table out of a dump, as UTF-8 with commas, line feeds and the quotes of RFC 4180.
///
/// **The table** begins at its header, see ``SniffedFile``, or at its first record where it has none. A
/// record is *regular* when it has as many fields as the table has columns, text in half as many as usual,
/// dates and numbers where the table has them, and no word of totals in front. It is *spoiled* when it has one
/// field too many or too few, or as many as there are columns by another delimiter. The table ends with
/// its last regular record, or with spoiled ones right behind it; all records up to there belong to it,
/// whatever they look like, blank ones left out. Behind a blank row, or a row that is neither regular nor
/// spoiled, it is over when the header occurs again, when a row of texts only follows that is like the
/// header of another table, or when a thousand rows follow none of which is regular.
///
/// Header rows are joined by one space. A record's fields are its own: none is added, removed or moved; a quote
/// out of place stays a character; a byte that the encoding does not have becomes U+FFFD. **Everything else**
/// is a leftover: title rows, notes, totals, later tables, as they stand, and blank rows as empty lines.
public struct Normalizer: ~Copyable {
  /// What has become of the rows read so far.
  public var summary: NormalizedTable { state.summary }
  private var records: RecordStream
  private var state: NormalizerState
  private var isFinished = false

  /// Opens an input and settles how it is written and where its table stands.
  ///
  /// - Parameters:
  ///   - input: A file, or `-` for standard input.
  ///   - hints: Parts that are known.
  ///   - recordLimit: Bytes a record may have; a longer one is a leftover.
  ///   - isCancelled: Asked now and then whether to stop, while a stream has nothing to read.
  /// - Throws: ``IngestError`` when the file cannot be read or its encoding cannot be settled.
  public init(
    _ input: String, hints: FormatHints = FormatHints(), recordLimit: Int = 16 << 20,
    isCancelled: @escaping @Sendable () -> Bool = { false }
  ) throws(IngestError) {
    let opened = try OpenedInput(InputFile(path: input), hints: hints, isCancelled: isCancelled)
    state = NormalizerState(opened, HeaderFinder(opened, hints: hints))
    records = RecordStream(
      opened.source, from: opened.headStart, dialect: opened.dialect, recordLimit: recordLimit)
  }

  /// Reads on, and appends what is settled to the table and to the leftovers.
  ///
  /// - Returns: Whether there is more.
  /// - Throws: ``IngestError`` when the file cannot be read.
  /// - Complexity: O(1) memory beyond the longest record.
  public mutating func next(table: inout [UInt8], leftovers: inout [UInt8]) throws(IngestError) -> Bool {
    guard !isFinished else { return false }
    var state = self.state
    let hasMore = try records.next { bytes, start, piece in state.take(piece, of: bytes, at: start) }
    if !hasMore { state.finish() }
    table += state.table
    leftovers += state.leftovers
    state.table.removeAll(keepingCapacity: true)
    state.leftovers.removeAll(keepingCapacity: true)
    self.state = state
    isFinished = !hasMore
    return hasMore
  }
}
