/// What records of one key come to.
///
/// Merging is a minimum, a maximum or a sum, so the order in which records arrive never matters.
protocol MergingEntry: BitwiseCopyable {
  var key: ShortFingerprint { get }

  /// Takes in what other records of the key come to; `further` takes counts that the entry cannot hold.
  mutating func merge(_ other: Self, by rule: UnitRule, _ further: FurtherRecords)
}

/// A record of a unit.
struct UnitRecord: BitwiseCopyable {
  var sample: ShortFingerprint
  /// Equal to `sample` where there are no items.
  var unit: ShortFingerprint
  /// The id of the item's name.
  var item: UInt32
  /// `nil` for a record without a verdict.
  var version: UnitVersion?
}

/// A unit without items or rows, whose records all have verdicts and no column orders: 28 bytes.
struct PlainUnit: MergingEntry {
  let key: ShortFingerprint
  private var cell: UInt32
  private var place: (UInt32, UInt32)
  private(set) var counts: UnitCounts

  init(_ record: UnitRecord) {
    key = record.unit
    let bits = record.version?.place.bits ?? 0
    place = (UInt32(truncatingIfNeeded: bits), UInt32(truncatingIfNeeded: bits >> 32))
    cell = record.version?.cell ?? 0
    counts = UnitCounts(record.version)
  }

  /// The version that stands.
  var kept: UnitVersion {
    let bits = UInt64(place.1) << 32 | UInt64(place.0)
    return UnitVersion(revised: 0, place: RecordPlace(bits: bits), cell: cell, row: 0)
  }

  mutating func merge(_ other: PlainUnit, by rule: UnitRule, _ further: FurtherRecords) {
    counts.add(other.counts, of: key, further)
    guard other.kept.stands(over: kept, by: rule) else { return }
    place = other.place
    cell = other.cell
  }
}

/// A unit of any kind: 80 bytes.
struct FullUnit: MergingEntry {
  let key: ShortFingerprint
  /// The sample it is an item of.
  let sample: ShortFingerprint
  /// The id of the item's name.
  let item: UInt32
  /// The version that stands; `nil` while every record was without a verdict.
  private(set) var kept: UnitVersion?
  /// The oldest of its records, in whose cell its sample may count.
  private(set) var oldest: UnitVersion?
  private(set) var counts: UnitCounts
  /// Whether a record was without a verdict.
  private(set) var isUndecided: Bool

  init(_ record: UnitRecord) {
    key = record.unit
    sample = record.sample
    item = record.item
    kept = record.version
    oldest = record.version
    counts = UnitCounts(record.version)
    isUndecided = record.version == nil
  }

  mutating func merge(_ other: FullUnit, by rule: UnitRule, _ further: FurtherRecords) {
    counts.add(other.counts, of: key, further)
    if let theirs = other.kept, kept.map({ theirs.stands(over: $0, by: rule) }) ?? true { kept = theirs }
    oldest = UnitVersion.older(oldest, other.oldest, by: rule)
    if other.isUndecided { isUndecided = true }
  }
}

/// What the items of a sample come to.
struct FoldedSample: MergingEntry {
  let key: ShortFingerprint
  /// Its oldest record, in whose cell it counts.
  private(set) var oldest: UnitVersion?
  /// Whether an item does not conform.
  private(set) var isNonconforming: Bool
  /// Whether an item is without a verdict.
  private(set) var isUndecided: Bool

  /// A sample of one unit; where every record is an item, of all records that are its unit's.
  init(_ unit: FullUnit, by rule: UnitRule, _ further: FurtherRecords) {
    key = unit.sample
    oldest = unit.oldest
    if rule.policy == .keep {
      isNonconforming = further.total(of: unit.key, unit.counts).nonconforming > 0
      isUndecided = unit.isUndecided
    } else {
      isNonconforming = unit.kept?.isConforming == false
      isUndecided = unit.kept == nil
    }
  }

  mutating func merge(_ other: FoldedSample, by rule: UnitRule, _ further: FurtherRecords) {
    oldest = UnitVersion.older(oldest, other.oldest, by: rule)
    if other.isNonconforming { isNonconforming = true }
    if other.isUndecided { isUndecided = true }
  }
}
