import Synchronization

/// One run of reading: the files still to be opened, the chunks still to be taken, and what workers share.
final class IngestRun: Sendable {
  let files: [InputFile]
  let plan: ReadingPlan
  let options: IngestOptions
  let shared: SharedKeys
  /// Where records go that are units; `nil` where every record is a trial.
  let units: UnitTable?
  /// The same for follow-ups, where they are counted.
  let followUpUnits: UnitTable?

  private struct State {
    var failure: IngestError?
    /// The first file with rows, which says whether files have the date's column, where they need not.
    var firstFile: FileContext?
  }

  private let queue: ChunkQueue
  private let state = Mutex(State())
  private let recordsRead = Atomic<Int>(0)
  private let callbacks = Mutex(ContinuousClock.now)
  /// Bytes of all inputs as stored; `nil` when one does not tell.
  private let bytesTotal: Int?
  private let ranks: [Int]

  init(_ files: [InputFile], plan: ReadingPlan, options: IngestOptions) {
    self.files = files
    self.plan = plan
    self.options = options
    shared = SharedKeys(plan.schema, keyLimit: options.keyLimit)
    bytesTotal = InputList.bytes(of: files)
    ranks = FileOrder.ranks(of: files.map(\.name))
    // Rejects come in the order of the inputs, so the files are read in it.
    queue = ChunkQueue(fileCount: files.count, isOneByOne: options.wantsAllRejects)
    let rule = UnitRule(
      policy: plan.schema.duplicates, foldsItems: plan.schema.unit == .sample,
      isOrdered: plan.revised != nil, keepsRows: !plan.quantities.isEmpty || plan.schema.keepsDays,
      ranks: ranks)
    units = plan.countsUnits ? UnitTable(rule) : nil
    followUpUnits = plan.countsUnits && plan.schema.keepsDays ? UnitTable(rule) : nil
  }

  /// The first failure, by which the run was ended.
  var failure: IngestError? { state.withLock { $0.failure } }

  /// The files opened, in byte order of paths.
  var contexts: [FileContext] { queue.contexts }

  /// The next chunk for a worker that has read in `file`, opening the next file where there is one; `nil` at the end.
  func nextChunk(after file: FileContext?) throws(IngestError) -> (FileContext, Int)? {
    try queue.take(after: file, chunkBytes: max(1, options.chunkBytes)) { index throws(IngestError) in
      try open(index)
    } admit: { context throws(IngestError) in
      try checkDates(of: context)
    }
  }

  /// Refuses a mixture of files with and without dates: their records could not be counted together.
  private func checkDates(of file: FileContext) throws(IngestError) {
    guard let slot = plan.date, file.match.fieldCount > 0 else { return }
    let earlier = state.withLock { state in
      state.firstFile = state.firstFile ?? file
      return state.firstFile ?? file
    }
    let lacking = [earlier, file].filter { $0.match.positions[slot] < 0 }
    guard lacking.count == 1, let culprit = lacking.first else { return }
    let source = plan.slots[slot]
    let tried = source.columns.compactMap { column -> String? in
      guard case .header(let name) = column else { return nil }
      return name
    }
    throw IngestError(
      .missingColumn(field: source.name, tried: tried, header: culprit.match.header), file: culprit.file.path)
  }

  private func open(_ index: Int) throws(IngestError) -> FileContext {
    let hints = plan.schema.format
    let opened = try OpenedInput(
      files[index], hints: hints, expansionLimit: options.expansionLimit, isCancelled: options.isCancelled)
    var finder = HeaderFinder(opened, hints: hints)
    let match = try finder.match(plan.slots) ?? finder.withoutRows(slots: plan.slots.count)
    guard match.fieldCount <= options.columnLimit else {
      throw IngestError(.tooManyColumns(limit: options.columnLimit), file: opened.file.path)
    }
    return FileContext(
      opened, index: index, rank: ranks[index], match: match, keepsAllRejects: options.wantsAllRejects)
  }

  /// Enters a chunk that was read, and tells the caller how far reading has come.
  func finish(_ file: FileContext, chunk: Int, _ outcome: ChunkOutcome) throws(IngestError) {
    do throws(RejectSinkError) {
      try file.ledger.enter(chunk, outcome) { reject, raw throws(RejectSinkError) in
        let result: Result<Void, RejectSinkError> = callbacks.withLock { _ in
          do throws(RejectSinkError) {
            try options.onReject?(reject)
            if let raw { try options.onRawReject?(raw) }
            return .success(())
          } catch {
            return .failure(error)
          }
        }
        try result.get()
      }
    } catch {
      throw IngestError(.cannotWriteRejects(errno: error.errno))
    }
    file.source.release(before: file.dataStart + (chunk + 1) * max(1, options.chunkBytes) - 1)
    try queue.finish(file)
    recordsRead.wrappingAdd(outcome.records + outcome.blank, ordering: .relaxed)
    if options.isCancelled() { throw IngestError(.cancelled) }
    reportProgress()
  }

  /// Calls the progress handler, at most every 50 milliseconds.
  private func reportProgress() {
    guard let progress = options.progress else { return }
    callbacks.withLock { last in
      let now = ContinuousClock.now
      guard now - last >= .milliseconds(50) else { return }
      last = now
      let bytesRead = contexts.reduce(0) { $0 + $1.source.bytesTaken }
      let records = recordsRead.load(ordering: .relaxed)
      progress(IngestProgress(bytesRead: bytesRead, bytesTotal: bytesTotal, records: records))
    }
  }

  /// Ends the run with a failure; the first one stands.
  func abort(_ failure: IngestError) {
    state.withLock { $0.failure = $0.failure ?? failure }
    queue.abort()
    for context in contexts { context.chain.abort() }
  }
}
