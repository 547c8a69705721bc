import Synchronization

/// The units of a dump: which version of each stands, and which samples its items belong to.
///
/// Sharded by fingerprint, one lock a shard. Every update is a minimum, a maximum or a sum, so the order in
/// which records arrive never matters. Memory is about 100 bytes a unit, and 60 more a sample where items are
/// folded.
final class UnitTable: Sendable {
  private let policy: Schema.DuplicatePolicy
  private let foldsItems: Bool
  private let shards: [Shard]

  /// Creates an empty table.
  ///
  /// - Parameters:
  ///   - policy: Which version of a unit stands.
  ///   - foldsItems: Whether the units of one sample are one trial.
  init(policy: Schema.DuplicatePolicy, foldsItems: Bool) {
    self.policy = policy
    self.foldsItems = foldsItems
    shards = (0..<64).map { _ in Shard() }
  }

  /// Adds a record of a unit.
  ///
  /// - Parameters:
  ///   - sample: Stands for the sample.
  ///   - unit: Stands for the sample and item; equal to `sample` where there are no items.
  ///   - version: The record; `nil` for one without a verdict.
  func add(sample: Fingerprint, unit: Fingerprint, version: UnitVersion?) {
    let shard = shards[Int(sample.low >> 58)]
    shard.state.withLock { state in
      let index = foldsItems ? state.sampleIndex(of: sample) : 0
      if foldsItems { state.samples[index].note(version, isItem: policy == .keep) }
      guard policy != .keep else { return }
      state.noteUnit(unit, sample: index, version: version, policy: policy)
    }
  }

  /// What the records came to.
  struct Outcome {
    /// Records that stand, per file.
    var accepted: [Int]
    /// Samples with an undecided item and no failing one.
    var pendingSamples = 0
    /// Records whose result differs from the standing one's.
    var conflicts = 0
    /// Units with conflicts: their standing record, and their records and conforming records in all.
    var conflicting: [(kept: UnitVersion, records: Int, conforming: Int)] = []
  }

  /// Settles every unit.
  ///
  /// - Parameters:
  ///   - files: The number of inputs.
  ///   - tally: Called once per trial with its cell and result.
  /// - Returns: What the records came to.
  func settle(files: Int, tally: (_ cell: UInt32, _ isConforming: Bool) -> Void) -> Outcome {
    var outcome = Outcome(accepted: [Int](repeating: 0, count: files))
    for shard in shards {
      shard.state.withLock { state in
        for unit in state.units { settle(unit, in: &state, &outcome, tally) }
        for sample in state.samples {
          if sample.nonconforming > 0 {
            tally(sample.cell, false)
          } else if sample.isUndecided {
            outcome.pendingSamples += 1
          } else {
            tally(sample.cell, true)
          }
        }
      }
    }
    return outcome
  }

  private func settle(
    _ unit: Unit, in state: inout Shard.State, _ outcome: inout Outcome,
    _ tally: (_ cell: UInt32, _ isConforming: Bool) -> Void
  ) {
    guard let kept = unit.kept else {
      if foldsItems { state.samples[Int(unit.sample)].isUndecided = true }
      return
    }
    outcome.accepted[Int(kept.file)] += 1
    let records = Int(unit.conforming) + Int(unit.nonconforming)
    let differing = Int(kept.isConforming ? unit.nonconforming : unit.conforming)
    if differing > 0 {
      outcome.conflicts += differing
      outcome.conflicting.append((kept, records, Int(unit.conforming)))
    }
    if !foldsItems {
      tally(kept.cell, kept.isConforming)
    } else if !kept.isConforming {
      state.samples[Int(unit.sample)].nonconforming += 1
    }
  }

  private struct Unit {
    var key: Fingerprint
    /// The version that stands; `nil` while every record was without a verdict.
    var kept: UnitVersion?
    var conforming: UInt32 = 0
    var nonconforming: UInt32 = 0
    var sample: UInt32
  }

  private struct Sample {
    var key: Fingerprint
    /// The place of its oldest record, and that record's cell.
    var oldest: (revised: Int, place: UInt64, file: UInt32)?
    var cell: UInt32 = 0
    var nonconforming: UInt32 = 0
    var isUndecided = false

    /// Notes a record; `isItem` where each record is an item of its own.
    mutating func note(_ version: UnitVersion?, isItem: Bool) {
      guard let version else {
        if isItem { isUndecided = true }
        return
      }
      let place = (version.revised, version.place, version.file)
      if oldest.map({ place < ($0.revised, $0.place, $0.file) }) ?? true {
        oldest = (version.revised, version.place, version.file)
        cell = version.cell
      }
      if isItem, !version.isConforming { nonconforming += 1 }
    }
  }

  private final class Shard: Sendable {
    struct State {
      var units: [Unit] = []
      var unitIndex = FingerprintIndex()
      var samples: [Sample] = []
      var sampleIndex = FingerprintIndex()

      /// The position of a sample, new where it was not met before.
      mutating func sampleIndex(of key: Fingerprint) -> Int {
        let position = sampleIndex.position(of: key, count: samples.count) { samples[$0].key }
        if position == samples.count { samples.append(Sample(key: key)) }
        return position
      }

      mutating func noteUnit(
        _ key: Fingerprint, sample: Int, version: UnitVersion?, policy: Schema.DuplicatePolicy
      ) {
        let position = unitIndex.position(of: key, count: units.count) { units[$0].key }
        if position == units.count { units.append(Unit(key: key, sample: UInt32(sample))) }
        guard let version else { return }
        if units[position].kept.map({ version.stands(over: $0, by: policy) }) ?? true {
          units[position].kept = version
        }
        if version.isConforming {
          units[position].conforming += 1
        } else {
          units[position].nonconforming += 1
        }
      }
    }

    let state = Mutex(State())
  }
}

/// Finds the position of a fingerprint in a list that is only ever appended to.
struct FingerprintIndex {
  private var slots = [UInt32](repeating: 0, count: 64)

  /// The position of `key` in a list of `count` keys; `count` where it is new, whereupon it must be appended.
  ///
  /// - Complexity: O(1), expected.
  mutating func position(of key: Fingerprint, count: Int, keyAt: (Int) -> Fingerprint) -> Int {
    if count * 2 >= slots.count {
      slots = [UInt32](repeating: 0, count: slots.count * 2)
      for position in 0..<count { slots[freeSlot(for: keyAt(position))] = UInt32(position + 1) }
    }
    var slot = home(of: key)
    while slots[slot] != 0 {
      let position = Int(slots[slot]) - 1
      if keyAt(position) == key { return position }
      slot = (slot + 1) & (slots.count - 1)
    }
    slots[slot] = UInt32(count + 1)
    return count
  }

  private func home(of key: Fingerprint) -> Int {
    Int(truncatingIfNeeded: key.high) & (slots.count - 1)
  }

  private func freeSlot(for key: Fingerprint) -> Int {
    var slot = home(of: key)
    while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
    return slot
  }
}
