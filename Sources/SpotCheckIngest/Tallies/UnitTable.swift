/// The units of a dump: which version of each stands, and which samples its items belong to.
///
/// Sharded by fingerprint, one lock a shard. A unit takes 28 bytes, and 80 where items are folded, a column
/// orders versions, or quantities or days are kept; in between, up to three records of a unit may take as many. At the end a sample of folded
/// items takes 48 more.
final class UnitTable: Sendable {
  private let shards: [UnitShard]

  static let shardCount = 256

  /// Creates an empty table.
  init(_ rule: UnitRule) {
    shards = (0..<Self.shardCount).map { _ in UnitShard(rule) }
  }

  /// Adds records that belong to one shard.
  func add(_ records: UnsafeBufferPointer<UnitRecord>, toShard shard: Int) {
    unsafe shards[shard].add(records)
  }

  /// Records held that were not drawn together yet, and units.
  var entryCount: Int { shards.reduce(0) { $0 + $1.entryCount } }

  /// Counts a trial in the cell of a record of it, which belongs to a sample.
  typealias TallyTrial = (_ record: UnitVersion, _ isConforming: Bool, _ sample: ShortFingerprint) -> Void

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
    /// Items that stand, and those of them that do not conform, by the id of their name.
    var items: [(tested: Int, nonconforming: Int)]

    /// What no records came to.
    init(files: Int, items: Int) {
      accepted = [Int](repeating: 0, count: files)
      self.items = [(Int, Int)](repeating: (0, 0), count: items)
    }

    /// Adds what other units came to.
    mutating func add(_ other: Outcome) {
      for file in accepted.indices { accepted[file] += other.accepted[file] }
      pendingSamples += other.pendingSamples
      conflicts += other.conflicts
      conflicting += other.conflicting
      for name in items.indices {
        items[name].tested += other.items[name].tested
        items[name].nonconforming += other.items[name].nonconforming
      }
    }

    /// Notes items of one name.
    @inline(__always)
    mutating func noteItems(_ name: UInt32, conforming: Int, nonconforming: Int) {
      guard Int(name) < items.count else { return }
      items[Int(name)].tested += conforming + nonconforming
      items[Int(name)].nonconforming += nonconforming
    }

    /// Notes a unit and its records.
    @inline(__always)
    mutating func note(_ kept: UnitVersion, records: (conforming: Int, nonconforming: Int)) {
      accepted[kept.place.file] += 1
      let differing = kept.isConforming ? records.nonconforming : records.conforming
      guard differing > 0 else { return }
      conflicts += differing
      conflicting.append((kept, records.conforming + records.nonconforming, records.conforming))
    }
  }

  /// Settles a share of the units: those of every `shares`-th shard, from `share` on.
  ///
  /// There are `files` inputs and `items` names of items; `tally` is called once per trial.
  ///
  /// - Returns: What their records came to.
  func settle(_ share: Int, of shares: Int, files: Int, items: Int, tally: TallyTrial) -> Outcome {
    var outcome = Outcome(files: files, items: items)
    for shard in stride(from: share, to: Self.shardCount, by: shares) {
      shards[shard].settle(&outcome, tally: tally)
    }
    return outcome
  }
}

/// Records of units that one worker has in hand, by shard, so that a shard is locked once for many.
@safe struct UnitBuffer: ~Copyable {
  private let table: UnitTable
  private let records: UnsafeMutablePointer<UnitRecord>
  private var counts = [Int](repeating: 0, count: UnitTable.shardCount)

  private static let capacity = 16

  init(_ table: UnitTable) {
    self.table = table
    unsafe records = .allocate(capacity: UnitTable.shardCount * Self.capacity)
  }

  deinit {
    unsafe records.deallocate()
  }

  /// Adds a record of a unit, which `version` describes; `nil` for one without a verdict.
  @inline(__always)
  mutating func add(_ unit: UnitColumn.Value, _ version: UnitVersion?) {
    let shard = Int(truncatingIfNeeded: unit.sample.low >> 56)
    let record = UnitRecord(
      sample: ShortFingerprint(unit.sample), unit: ShortFingerprint(unit.unit), item: unit.item,
      version: version)
    unsafe (records + (shard * Self.capacity + counts[shard])).initialize(to: record)
    counts[shard] += 1
    if counts[shard] == Self.capacity { empty(shard) }
  }

  /// Hands all records over to the table.
  mutating func flush() {
    for shard in counts.indices { empty(shard) }
  }

  private mutating func empty(_ shard: Int) {
    unsafe table.add(
      UnsafeBufferPointer(start: records + shard * Self.capacity, count: counts[shard]), toShard: shard)
    counts[shard] = 0
  }
}
