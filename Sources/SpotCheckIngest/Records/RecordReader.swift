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
  private let columns: RecordColumns
  /// Ids of a record's cell: dimensions, selections, month.
  private let cell: UnsafeMutablePointer<UInt32>
  private let selections: SelectionColumn
  private let mayBeginBlank: ByteSet
  private var place = (fieldCount: 0, rank: 0, file: UInt32(0))

  init(plan: ReadingPlan, form: FileForm, shared: SharedKeys, options: IngestOptions) {
    self.plan = plan
    dialect = form.dialect
    recordLimit = options.recordLimit
    keepsAllRejects = options.wantsAllRejects
    keepsWholeRejects = options.onRawReject != nil
    text = FieldText(encoding: form.encoding, dialect: form.dialect)
    batch = RecordBatch(
      RecordBatch.Form(
        recordLimit: options.recordLimit, isPadded: plan.schema.format.ragged == .pad,
        trimsCarriageReturns: !form.dialect.endsAtCarriageReturn))
    columns = RecordColumns(plan: plan, form: form, text: text, shared: shared)
    unsafe cell = .allocate(capacity: plan.dimensionCount + 2)
    unsafe cell.initialize(repeating: 0, count: plan.dimensionCount + 2)
    selections = SelectionColumn(plan.selections, registry: shared.selections)
    // Spaces, an empty field, a quoted one, and the first bytes of spaces beyond ASCII.
    let opening = [form.dialect.delimiter] + [form.dialect.quote].compactMap { $0 }
    mayBeginBlank = ByteSet(Array(0...0x20) + opening + [0xC2, 0xE3, 0x81, 0xA1])
  }

  deinit {
    unsafe cell.deallocate()
  }

  /// Takes up the columns of a file.
  mutating func begin(_ file: FileContext) {
    positions = file.match.positions
    place = (file.match.fieldCount, file.rank, UInt32(file.index))
  }

  /// Reads every record that the window's index holds.
  ///
  /// Accepted records are counted in `counter`; the chunk's account `outcome` is added to.
  ///
  /// - Throws: `tooManyKeys` and `tooManyCells`.
  mutating func read(
    _ window: borrowing ChunkWindow, counter: inout RecordCounter, into outcome: inout ChunkOutcome,
    of file: FileContext
  ) throws(IngestError) {
    var next = RecordBatch.NextRecord()
    while next.record < window.index.recordCount {
      batch.fill(
        from: window, next: &next, fieldCount: place.fieldCount, mayBeginBlank: mayBeginBlank,
        isBlank: { [text] in $0.isBlank(in: text) })
      try columns.read(batch, positions: positions)
      try count(&counter, &outcome, window, file)
    }
  }

  /// Counts the records of the batch, those left out in their places.
  private mutating func count(
    _ counter: inout RecordCounter, _ outcome: inout ChunkOutcome, _ window: borrowing ChunkWindow,
    _ file: FileContext
  ) throws(IngestError) {
    var exceptions = batch.exceptions[...]
    for record in 0..<batch.count {
      if let exception = exceptions.first, exception.place == record {
        leaveOut(&exceptions, before: record, &outcome, window, file)
      }
      try count(record, &counter, &outcome, window, file)
    }
    leaveOut(&exceptions, before: batch.count, &outcome, window, file)
  }

  private mutating func leaveOut(
    _ exceptions: inout ArraySlice<RecordBatch.Exception>, before record: Int, _ outcome: inout ChunkOutcome,
    _ window: borrowing ChunkWindow, _ file: FileContext
  ) {
    while let exception = exceptions.first, exception.place == record {
      exceptions.removeFirst()
      if exception.isBlank {
        outcome.blank += 1
      } else {
        rejectStructure(exception.fields, isStray: exception.isStray, into: &outcome, window, file)
      }
    }
  }

  @inline(__always)
  private mutating func count(
    _ record: Int, _ counter: inout RecordCounter, _ outcome: inout ChunkOutcome,
    _ window: borrowing ChunkWindow, _ file: FileContext
  ) throws(IngestError) {
    var trouble: FieldTrouble = []
    for key in 0..<columns.keyCount {
      let value = columns.key(key, of: record)
      trouble.formUnion(value.trouble)
      if key < columns.dimensionCount { unsafe cell[key] = value.id }
      if value.isUnwrapped { outcome.unwrappedIdentifiers += 1 }
    }
    let day = columns.date(of: record)
    let (verdict, _) = columns.verdict(of: record)
    trouble.formUnion(day.trouble.union(verdict.trouble))
    if !trouble.isEmpty || columns.hasUnits {
      return try countUnit(record, trouble, &counter, &outcome, window, file)
    }
    let number = try number(of: record, day, &counter, &outcome)
    counter.cells.count(verdict.isConforming, in: number)
  }

  /// Accepts a record: notes its day, and finds its cell.
  @inline(__always)
  private mutating func number(
    of record: Int, _ day: DateColumn.Value, _ counter: inout RecordCounter, _ outcome: inout ChunkOutcome
  ) throws(IngestError) -> Int {
    if columns.hasSelections {
      unsafe cell[columns.dimensionCount] = try selections.id(of: record, in: columns)
    }
    unsafe cell[columns.dimensionCount + 1] = day.month
    outcome.accepted += 1
    if day.day > outcome.latestDay { outcome.latestDay = day.day }
    return try unsafe counter.cells.number(of: cell)
  }

  /// Counts a record whose identity matters, or hands it to be judged where something is the matter.
  private mutating func countUnit(
    _ record: Int, _ trouble: FieldTrouble, _ counter: inout RecordCounter, _ outcome: inout ChunkOutcome,
    _ window: borrowing ChunkWindow, _ file: FileContext
  ) throws(IngestError) {
    guard let fields = batch.fields(of: record) else { return }
    let identity = columns.identity(of: record, fields, positions: positions)
    guard trouble.union(identity.trouble).isEmpty else {
      let (verdict, column) = columns.verdict(of: record)
      let troubled = TroubledRecord(
        fields: fields, keys: (0..<columns.keyCount).map { columns.key($0, of: record) },
        date: columns.date(of: record), verdict: verdict, resultColumn: column, identity: identity)
      return judge(troubled, counter: counter, into: &outcome, window, file)
    }
    let isConforming = columns.verdict(of: record).0.isConforming
    let cell = try number(of: record, columns.date(of: record), &counter, &outcome)
    guard case .unit(let sample, let unit, let isUnwrapped) = identity.unit else {
      counter.cells.count(isConforming, in: cell)
      counter.loneUnits[Int(place.file)] += 1
      return
    }
    if isUnwrapped { outcome.unwrappedIdentifiers += 1 }
    counter.units?.add(
      sample: sample, unit: unit,
      version: UnitVersion(
        revised: identity.revised.instant, rank: place.rank,
        offset: window.start + window.indexed + batch.start(of: record), file: place.file,
        cell: counter.reference(to: cell), isConforming: isConforming))
  }

  /// The label a record's result bears; `nil` where its bytes are not of the encoding.
  func label(of record: TroubledRecord) -> [UInt8]? {
    columns.label(of: record.fields, column: record.resultColumn, positions: positions)
  }
}

/// Where one worker counts accepted records.
struct RecordCounter {
  /// The worker's number.
  let worker: UInt32
  var cells: CellTable
  /// Where records go that are units; `nil` where every record is a trial.
  let units: UnitTable?
  /// Records without an identifier, per file: units of their own.
  var loneUnits: [Int]

  static let numberBits: UInt32 = 26

  /// A cell of this worker, as ``UnitVersion/cell`` holds it.
  func reference(to number: Int) -> UInt32 {
    worker << Self.numberBits | UInt32(truncatingIfNeeded: number)
  }
}
