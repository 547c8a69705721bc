/// Puts together what the workers left: one exact cube, and every record's whereabouts.
struct IngestedAssembly {
  private let run: IngestRun
  private let workers: [FinishedWorker]
  private let accepted: UnitSettlement
  private let followUps: UnitSettlement
  /// What the units came to; `nil` where records are none.
  private var outcome: UnitTable.Outcome? { accepted.outcome }

  init(run: IngestRun, workers: [FinishedWorker]) {
    self.run = run
    self.workers = workers
    accepted = UnitSettlement(
      of: run.units, workers.map(\.accepted), files: run.files.count, items: run.shared.items.count,
      threads: run.options.threads)
    followUps = UnitSettlement(
      of: run.followUpUnits, workers.compactMap(\.followUps), files: run.files.count, items: 0,
      threads: run.options.threads)
  }

  /// The result: sorted by keys, so nothing in it tells how the work was shared out.
  ///
  /// - Complexity: O(c log c) for c cells over all workers.
  func ingested() throws(IngestError) -> Ingested {
    let shared = run.shared
    let columns = (shared.dimensions + [shared.selections, shared.months]).map { $0.sorted() }
    let (cube, days) = try CubeAssembly(accepted.parts, by: columns, of: run).assembled()
    let others = followUps.parts
    let followUps = try others.isEmpty ? nil : CubeAssembly(others, by: columns, of: run).assembled()
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
      unwrappedIdentifiers: summaries.reduce(0) { $0 + $1.1.total.unwrappedIdentifiers },
      days: days,
      followUps: followUps.flatMap { cube, days in days.map { FollowUps(cube: cube, days: $0) } })
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
        let lone = workers.reduce(0) { $0 + $1.accepted.loneUnits[context.index] }
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
