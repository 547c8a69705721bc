/// Puts together what the workers left: one exact cube, and every record's whereabouts.
struct IngestedAssembly {
  private let run: IngestRun
  private var workers: [FinishedWorker]
  private var outcome: UnitTable.Outcome?

  init(run: IngestRun, workers: [FinishedWorker]) {
    self.run = run
    self.workers = workers
  }

  /// The result: sorted by keys, so nothing in it tells how the work was shared out.
  ///
  /// - Complexity: O(c log c) for c cells over all workers.
  consuming func ingested() throws(IngestError) -> Ingested {
    settleUnits()
    let cube = try cube()
    let summaries = run.contexts.map { ($0, $0.ledger.summary) }
    let labels = workers.reduce(into: LabelCounts()) { $0.merge($1.unknownLabels) }
    let latest = summaries.map { $0.1.total.latestDay }.max() ?? .min
    return Ingested(
      cube: cube, files: accounts(summaries),
      unknownLabels: labels.ascending.map {
        Ingested.LabelCount(label: String(decoding: $0.label, as: UTF8.self), count: $0.count)
      },
      samples: cube.cells.reduce(0) { $0 + $1.trials }, pendingSamples: outcome?.pendingSamples ?? 0,
      conflicts: outcome?.conflicts ?? 0, conflictingUnits: conflictingUnits(),
      duplicatesChecked: run.plan.countsUnits && run.plan.schema.duplicates != .keep,
      latestDate: latest == .min ? nil : CalendarDate(dayNumber: Int(latest)),
      firstRejects: summaries.flatMap { $0.1.firstRejects },
      items: items(),
      unwrappedIdentifiers: summaries.reduce(0) { $0 + $1.1.total.unwrappedIdentifiers })
  }

  /// Tallies the units, each in the cell of the worker that met its record.
  private mutating func settleUnits() {
    guard let units = run.units else { return }
    let mask = UInt32(1) << RecordCounter.numberBits - 1
    var workers = self.workers
    self.workers = []
    outcome = units.settle(files: run.files.count, items: run.shared.items.count) { record, isConforming in
      workers[Int(record.cell >> RecordCounter.numberBits)].cells.count(
        isConforming, in: Int(record.cell & mask), quantitiesOf: Int(record.row))
    }
    self.workers = workers
  }

  /// One entry per cell, its ids those of the sorted keys.
  private func cube() throws(IngestError) -> DimensionCube {
    let dimensions = run.shared.dimensions.map { $0.sorted() }
    let selections = run.shared.selections.keys
    let months = run.shared.months.keys
    let count = dimensions.count
    var cells: [DimensionCube.Cell] = []
    for worker in workers {
      let table = worker.cells
      for number in 0..<table.count where table.counts[number].trials > 0 {
        let ids = table.ids[(number * table.width)..<((number + 1) * table.width)]
        let own = zip(ids, dimensions).map { $1.positions[Int($0)] }
        let selection = ids[ids.startIndex + count]
        let month = ids[ids.startIndex + count + 1]
        var cell = DimensionCube.Cell(
          ids: own,
          selections: run.plan.selections.isEmpty
            ? 0 : SelectionColumn.mask(of: selections[Int(selection)]),
          month: months.isEmpty ? nil : months[Int(month)].month,
          trials: table.counts[number].trials, passes: table.counts[number].passes)
        cell.quantities = table.quantities(of: number)
        cells.append(cell)
      }
    }
    cells.sort { $0.precedes($1) }
    var merged: [DimensionCube.Cell] = []
    merged.reserveCapacity(cells.count)
    for cell in cells {
      if let last = merged.last, !last.precedes(cell) {
        merged[merged.count - 1].trials += cell.trials
        merged[merged.count - 1].passes += cell.passes
        for index in cell.quantities.indices {
          merged[merged.count - 1].quantities[index] += cell.quantities[index]
        }
      } else {
        merged.append(cell)
      }
    }
    guard merged.count <= run.options.cellLimit else {
      throw IngestError(.tooManyCells(limit: run.options.cellLimit))
    }
    return DimensionCube(
      dimensions: zip(run.plan.schema.dimensions, dimensions).map { .init(name: $0.name, keys: $1.keys) },
      cells: merged
    ).withoutUnusedKeys()
  }

  private func accounts(_ summaries: [(FileContext, (total: ChunkOutcome, firstRejects: [Reject]))])
    -> [FileAccount]
  {
    summaries.map { context, summary in
      let total = summary.total
      var accounting = Accounting()
      accounting.ignored = total.ignored
      accounting.blank = total.blank
      for (reason, count) in zip(RejectReason.allCases, total.rejected) where count > 0 {
        accounting.rejectedBy[reason] = count
      }
      accounting.accepted = total.accepted
      if let outcome, run.plan.schema.duplicates != .keep {
        let lone = workers.reduce(0) { $0 + $1.loneUnits[context.index] }
        accounting.accepted = lone + outcome.accepted[context.index]
        accounting.duplicates = total.accepted - accounting.accepted
      }
      return FileAccount(
        path: context.file.path, bytes: context.storedBytes ?? context.source.bytesTaken,
        compression: context.compression, encoding: context.storedEncoding, dialect: context.dialect,
        accounting: accounting)
    }
  }

  /// What was tested, by the items' names.
  private func items() -> [ItemTally] {
    guard let outcome, run.plan.item != nil else { return [] }
    return zip(run.shared.items.keys, outcome.items)
      .filter { $0.1.tested > 0 }
      .sorted { $0.0 < $1.0 }
      .map { ItemTally(name: $0.text, tested: $1.tested, nonconforming: $1.nonconforming) }
  }

  private func conflictingUnits() -> [ConflictingUnit] {
    let ordered = (outcome?.conflicting ?? []).sorted {
      ($0.kept.place.file, $0.kept.place.offset) < ($1.kept.place.file, $1.kept.place.offset)
    }
    return ordered.prefix(10_000).map { unit in
      ConflictingUnit(
        file: run.files[unit.kept.place.file].path, byteOffset: unit.kept.place.offset,
        isConforming: unit.kept.isConforming, records: unit.records, conforming: unit.conforming)
    }
  }
}

extension DimensionCube.Cell {
  /// Whether this cell's key comes before that of `other`.
  fileprivate func precedes(_ other: DimensionCube.Cell) -> Bool {
    if ids != other.ids { return ids.lexicographicallyPrecedes(other.ids) }
    if selections != other.selections { return selections < other.selections }
    return (month?.index ?? 0) < (other.month?.index ?? 0)
  }
}

extension DimensionCube {
  /// The cube without keys that no cell has: those of records that were rejected for something else.
  fileprivate func withoutUnusedKeys() -> DimensionCube {
    var cube = self
    for number in dimensions.indices {
      var isUsed = [Bool](repeating: false, count: dimensions[number].keys.count)
      for cell in cells { isUsed[Int(cell.ids[number])] = true }
      guard isUsed.contains(false) else { continue }
      var next: Int32 = 0
      let positions = isUsed.map { used -> Int32 in
        defer { next += used ? 1 : 0 }
        return next
      }
      cube.dimensions[number].keys = zip(dimensions[number].keys, isUsed).filter(\.1).map(\.0)
      for cell in cube.cells.indices {
        cube.cells[cell].ids[number] = positions[Int(cells[cell].ids[number])]
      }
    }
    return cube
  }
}
