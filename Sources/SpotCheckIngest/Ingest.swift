import Dispatch
import Synchronization

/// Reads dumps into exact counts.
///
/// - Parameters:
///   - inputs: Files, folders, or `-` for standard input; a file met twice is read once.
///   - schema: What is read from each record.
///   - options: How reading is done.
/// - Returns: The exact counts, and where every record went.
/// - Throws: ``IngestError`` when a file cannot be read or its columns cannot be settled; records that
///   cannot be read are data in the result.
/// - Complexity: O(bytes) time; memory by cells and distinct keys, and by units where duplicates are looked
///   for or samples folded.
public func ingest(
  _ inputs: [String], schema: Schema, options: IngestOptions = IngestOptions()
) throws(IngestError) -> Ingested {
  let files = try InputList.resolve(inputs)
  let run = IngestRun(files, plan: ReadingPlan(schema), options: options)
  let workers = min(max(1, options.threads), 1 << Int(32 - RecordCounter.numberBits))
  let finished = Mutex<[FinishedWorker]>([])
  DispatchQueue.concurrentPerform(iterations: workers) { number in
    var worker = IngestWorker(number: number, run: run)
    do throws(IngestError) {
      try worker.work()
    } catch {
      run.abort(error)
    }
    let done = worker.finish()
    finished.withLock { $0.append(done) }
  }
  if let failure = run.failure { throw failure }
  let ordered = finished.withLock { $0.sorted { $0.number < $1.number } }
  return try IngestedAssembly(run: run, workers: ordered).ingested()
}

/// What a worker leaves behind.
struct FinishedWorker: Sendable {
  var number: Int
  var accepted: RecordCounter.Finished
  var followUps: RecordCounter.Finished?
  var unknownLabels: LabelCounts
}

/// One worker: takes chunks in order, reads each, and enters it in its file's ledger.
struct IngestWorker: ~Copyable {
  private let number: Int
  private let run: IngestRun
  private var counters: RecordCounters
  private var readers: RecordReaders

  init(number: Int, run: IngestRun) {
    self.number = number
    self.run = run
    counters = RecordCounters(
      accepted: Self.counter(number, run, run.units, isSparse: false),
      followUps: run.plan.schema.keepsDays
        ? Self.counter(number, run, run.followUpUnits, isSparse: true) : nil)
    readers = RecordReaders(run)
  }

  private static func counter(
    _ number: Int, _ run: IngestRun, _ units: UnitTable?, isSparse: Bool
  ) -> RecordCounter {
    RecordCounter(
      worker: UInt32(number),
      cells: CellTable(
        width: run.plan.dimensionCount + 2, quantityCount: run.plan.quantities.count,
        limit: run.options.cellLimit, hashKey: run.shared.cellKey, isSparse: isSparse),
      days: run.plan.schema.keepsDays ? CellDays() : nil, units: units.map { UnitBuffer($0) },
      loneUnits: [Int](repeating: 0, count: run.files.count))
  }

  /// Reads until there are no chunks left.
  mutating func work() throws(IngestError) {
    var chunks = ChunkReader(options: run.options)
    var last: FileContext?
    while let (file, index) = try run.nextChunk(after: last) {
      last = file
      let reader = unsafe readers.reader(for: file)
      var outcome = ChunkOutcome()
      let isFinished = try chunks.read(file, chunk: index) { window throws(IngestError) in
        try unsafe count(window, of: file, by: &reader.pointee, into: &outcome)
      } skip: { window, end throws(IngestError) in
        unsafe reader.pointee.rejectEndless(window, of: file, into: &outcome)
        outcome.mark.advance(to: window.start + window.count, in: window, of: file)
        outcome.mark.advance(to: end, overRecords: 1)
      }
      guard isFinished else { return }
      try run.finish(file, chunk: index, outcome)
    }
  }

  private mutating func count(
    _ window: borrowing ChunkWindow, of file: FileContext, by reader: inout RecordReader,
    into outcome: inout ChunkOutcome
  ) throws(IngestError) {
    let start = window.start + window.indexed
    outcome.mark.offset = start
    try reader.read(window, counters: &counters, into: &outcome, of: file)
    if window.index.spansLines || file.isTranscoded || outcome.mark.offset != start {
      outcome.mark.advance(to: window.scanEnd, in: window, of: file)
    } else {
      outcome.mark.advance(to: window.scanEnd, overRecords: window.index.recordCount)
    }
  }

  /// What the worker counted.
  consuming func finish() -> FinishedWorker {
    FinishedWorker(
      number: number, accepted: counters.accepted.finish(), followUps: counters.followUps?.finish(),
      unknownLabels: readers.unknownLabels)
  }
}

/// One reader per form of files a worker has met, since raw bytes mean something else in each.
@safe struct RecordReaders: ~Copyable {
  private let run: IngestRun
  private var readers: [FileForm: UnsafeMutablePointer<RecordReader>] = unsafe [:]

  init(_ run: IngestRun) {
    self.run = run
  }

  deinit {
    unsafe readers.values.forEach { reader in
      unsafe reader.deinitialize(count: 1)
      unsafe reader.deallocate()
    }
  }

  /// The reader for a file, its columns taken up.
  mutating func reader(for file: FileContext) -> UnsafeMutablePointer<RecordReader> {
    let form = FileForm(of: file)
    let reader =
      unsafe readers[form]
      ?? {
        let new = UnsafeMutablePointer<RecordReader>.allocate(capacity: 1)
        unsafe new.initialize(
          to: RecordReader(plan: run.plan, form: form, shared: run.shared, options: run.options))
        unsafe readers[form] = new
        return unsafe new
      }()
    unsafe reader.pointee.begin(file)
    return unsafe reader
  }

  /// Unknown labels and how often each occurred.
  var unknownLabels: LabelCounts {
    unsafe readers.values.reduce(into: LabelCounts()) { labels, reader in
      labels.merge(unsafe reader.pointee.unknownLabels)
    }
  }
}
