/// Reads the records of a window into cells: the hot path, for one worker and one form of files.
///
/// Records are read in batches, a column at a time. A record without trouble is counted right here; any other
/// goes to ``judge(_:_:into:)``, which settles what becomes of it in the order the contract gives.
@safe struct RecordReader: ~Copyable {
  let plan: ReadingPlan
  let text: FieldText
  let dialect: Dialect
  let keepsAllRejects: Bool
  let keepsWholeRejects: Bool
  let recordLimit: Int
  var unknownLabels = LabelCounts()
  /// Where the columns of the file at hand stand, by slot.
  private(set) var positions: [Int] = []

  private var batch: RecordBatch
  private var columns: RecordColumns
  private var fieldCount = 0
  private var file = 0

  init(plan: ReadingPlan, form: FileForm, shared: SharedKeys, options: IngestOptions) {
    self.plan = plan
    dialect = form.dialect
    recordLimit = options.recordLimit
    keepsAllRejects = options.wantsAllRejects
    keepsWholeRejects = options.onRawReject != nil
    text = FieldText(encoding: form.encoding, dialect: form.dialect)
    batch = RecordBatch(
      RecordBatch.Form(
        delimiter: form.dialect.delimiter, recordLimit: options.recordLimit,
        isPadded: plan.schema.format.ragged == .pad,
        trimsCarriageReturns: !form.dialect.endsAtCarriageReturn))
    columns = RecordColumns(plan: plan, form: form, text: text, shared: shared)
  }

  /// Takes up the columns of a file.
  mutating func begin(_ file: FileContext) {
    positions = file.match.positions
    fieldCount = file.match.fieldCount
    self.file = file.index
  }

  /// Reads every record that the window's index holds.
  ///
  /// Accepted records and follow-ups are counted in `counters`; the chunk's account `outcome` is added to.
  ///
  /// - Throws: `tooManyKeys` and `tooManyCells`.
  mutating func read(
    _ window: borrowing ChunkWindow, counters: inout RecordCounters, into outcome: inout ChunkOutcome,
    of file: FileContext
  ) throws(IngestError) {
    var next = RecordBatch.NextRecord()
    while next.record < window.index.recordCount {
      batch.fill(from: window, next: &next, fieldCount: fieldCount)
      try columns.read(batch, positions: positions)
      try counters.accepted.cells.number(columns.gathered, count: batch.count)
      try count(&counters, &outcome, window, file)
    }
  }

  /// Counts the records of the batch, those left out in their places.
  private mutating func count(
    _ counters: inout RecordCounters, _ outcome: inout ChunkOutcome, _ window: borrowing ChunkWindow,
    _ file: FileContext
  ) throws(IngestError) {
    var exceptions = batch.exceptions[...]
    var first = 0
    while first < batch.count {
      leaveOut(&exceptions, before: first, &outcome, window, file)
      let end = exceptions.first?.place ?? batch.count
      let troubled = columns.gathered.firstTrouble(in: first..<end)
      count(first..<troubled, &counters.accepted, &outcome, window)
      if troubled < end { try countOrJudge(troubled, &counters, &outcome, window, file) }
      first = min(troubled + 1, end)
    }
    leaveOut(&exceptions, before: batch.count, &outcome, window, file)
  }

  private mutating func leaveOut(
    _ exceptions: inout ArraySlice<RecordBatch.Exception>, before record: Int, _ outcome: inout ChunkOutcome,
    _ window: borrowing ChunkWindow, _ file: FileContext
  ) {
    while let exception = exceptions.first, exception.place == record {
      exceptions.removeFirst()
      if exception.fields.isBlank(in: text) {
        outcome.blank += 1
      } else {
        rejectStructure(exception.fields, isStray: exception.isStray, into: &outcome, window, file)
      }
    }
  }

  /// Counts records that nothing is wrong with.
  private func count(
    _ records: Range<Int>, _ counter: inout RecordCounter, _ outcome: inout ChunkOutcome,
    _ window: borrowing ChunkWindow
  ) {
    outcome.accepted += records.count
    outcome.latestDay = max(outcome.latestDay, columns.gathered.latestDay(in: records))
    guard columns.hasUnits else { return counter.count(records, of: columns.gathered) }
    let start = window.start + window.indexed
    for record in records {
      counter.count(record, of: columns, from: file, at: start + batch.start(of: record)) {
        sample(of: record)
      }
    }
  }

  private func sample(of record: Int) -> DimensionKey? {
    batch.fields(of: record).flatMap { columns.sample(of: $0, positions: positions) }
  }

  /// Passes over a blank record, counts one with harmless trouble, or settles what becomes of any other.
  private mutating func countOrJudge(
    _ record: Int, _ counters: inout RecordCounters, _ outcome: inout ChunkOutcome,
    _ window: borrowing ChunkWindow, _ file: FileContext
  ) throws(IngestError) {
    guard let fields = batch.fields(of: record) else { return }
    if fields.isBlank(in: text) {
      outcome.blank += 1
      return
    }
    outcome.unwrappedIdentifiers += columns.unwrappedIdentifiers(in: record)
    if columns.gathered.trouble(of: record).isHarmless {
      return count(record..<(record + 1), &counters.accepted, &outcome, window)
    }
    let (verdict, column) = columns.verdict(of: record)
    let troubled = TroubledRecord(
      fields: fields, keys: (0..<columns.keyCount).map { columns.key($0, of: record) },
      date: columns.date(of: record), verdict: verdict, resultColumn: column,
      quantities: columns.quantityTroubles(of: record),
      unit: columns.hasUnits ? columns.unit(of: record) : nil, revised: columns.revised(of: record))
    if counters.followUps != nil, isFollowUp(troubled) {
      try countFollowUp(record, hasVerdict: verdict.trouble.isHarmless, &counters.followUps, window)
    }
    judge(troubled, counter: &counters.accepted, into: &outcome, window, file)
  }

  /// Counts a follow-up; one without a verdict leaves its sample pending where items are folded.
  private func countFollowUp(
    _ record: Int, hasVerdict: Bool, _ counter: inout RecordCounter?, _ window: borrowing ChunkWindow
  ) throws(IngestError) {
    guard hasVerdict else {
      if columns.hasUnits, !columns.unit(of: record).isAlone, plan.schema.unit == .sample {
        counter?.units?.add(columns.unit(of: record), nil)
      }
      return
    }
    try counter?.cells.number(record, of: columns.gathered)
    guard columns.hasUnits else {
      counter?.count(record..<(record + 1), of: columns.gathered)
      return
    }
    let offset = window.start + window.indexed + batch.start(of: record)
    counter?.count(record, of: columns, from: file, at: offset) { sample(of: record) }
  }

  /// The label a record's result bears; `nil` where its bytes are not of the encoding.
  func label(of record: TroubledRecord) -> [UInt8]? {
    columns.label(of: record.fields, column: record.resultColumn, positions: positions)
  }
}
