import Synchronization

/// How units come about.
struct UnitRule: Sendable {
  /// Which version of a unit stands.
  var policy: Schema.DuplicatePolicy
  /// Whether the units of one sample are one trial.
  var foldsItems: Bool
  /// Whether a column tells when records were revised.
  var isOrdered: Bool
  /// Whether more of a record is kept, in rows: quantities, or its day.
  var keepsRows: Bool
  /// The ranks of the files as versions.
  var ranks: [Int]

  /// Whether a ``PlainUnit`` holds all that matters of a unit.
  var isPlain: Bool { !foldsItems && !isOrdered && !keepsRows }
}

/// A part of the units of a dump, by fingerprint of the sample.
final class UnitShard: Sendable {
  private let rule: UnitRule
  private let state = Mutex(State())

  private struct State: ~Copyable {
    var plain = UnitList<PlainUnit>()
    var full = UnitList<FullUnit>()
    var samples = UnitList<FoldedSample>()
    let further = FurtherRecords()

    /// Draws together what the records of each unit, and the units of each sample, come to.
    mutating func merge(by rule: UnitRule) {
      plain.merge(by: rule, further)
      full.merge(by: rule, further)
      guard rule.foldsItems else { return }
      for place in 0..<full.count { samples.append(FoldedSample(full[place], by: rule, further)) }
      samples.merge(by: rule, further)
    }
  }

  init(_ rule: UnitRule) {
    self.rule = rule
  }

  /// Records held that were not drawn together yet, and units.
  var entryCount: Int { state.withLock { $0.plain.count + $0.full.count } }

  /// Adds records of units.
  func add(_ records: UnsafeBufferPointer<UnitRecord>) {
    let rule = rule
    state.withLock { state in
      for index in records.indices {
        if rule.isPlain {
          unsafe state.plain.append(PlainUnit(records[index]))
        } else {
          unsafe state.full.append(FullUnit(records[index]))
        }
      }
      state.plain.mergeWhenLong(by: rule, state.further)
      state.full.mergeWhenLong(by: rule, state.further)
    }
  }

  /// Settles every unit, and adds to `outcome` what their records came to; then forgets them.
  ///
  /// `tally` is called once per trial.
  func settle(_ outcome: inout UnitTable.Outcome, tally: UnitTable.TallyTrial) {
    let rule = rule
    state.withLock { state in
      state.merge(by: rule)
      for place in 0..<state.plain.count {
        let unit = state.plain[place]
        outcome.note(unit.kept, records: state.further.total(of: unit.key, unit.counts))
        tally(unit.kept, unit.kept.isConforming, unit.key)
      }
      for place in 0..<state.full.count {
        let unit = state.full[place]
        let records = state.further.total(of: unit.key, unit.counts)
        if rule.policy == .keep {
          outcome.noteItems(unit.item, conforming: records.conforming, nonconforming: records.nonconforming)
        }
        guard let kept = unit.kept, rule.policy != .keep else { continue }
        outcome.noteItems(
          unit.item, conforming: kept.isConforming ? 1 : 0, nonconforming: kept.isConforming ? 0 : 1)
        outcome.note(kept, records: records)
        if !rule.foldsItems { tally(kept, kept.isConforming, unit.sample) }
      }
      for place in 0..<state.samples.count {
        let sample = state.samples[place]
        if sample.isUndecided, !sample.isNonconforming {
          outcome.pendingSamples += 1
        } else if let oldest = sample.oldest {
          tally(oldest, !sample.isNonconforming, sample.key)
        }
      }
      state.plain = UnitList()
      state.full = UnitList()
      state.samples = UnitList()
    }
  }
}
