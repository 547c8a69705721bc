/// Units as their records come in, drawn together time and again.
///
/// A record is first appended as a unit of its own. When the list has grown to three times the units it had
/// when they were last drawn together, entries of one key are merged into its first. So memory follows the
/// number of units, while most records are only appended.
@safe struct UnitList<Unit: MergingEntry>: ~Copyable {
  private(set) var count = 0
  private var entries: UnsafeMutablePointer<Unit>
  private var capacity = leastCapacity
  /// At how many entries they are drawn together next.
  private var mergesAt = leastMerge

  private static var leastCapacity: Int { 64 }
  private static var leastMerge: Int { 1 << 14 }

  init() {
    unsafe entries = .allocate(capacity: capacity)
  }

  deinit {
    unsafe entries.deallocate()
  }

  /// The entry at a place below ``count``.
  @inline(__always)
  subscript(place: Int) -> Unit { unsafe entries[place] }

  /// Appends an entry.
  @inline(__always)
  mutating func append(_ entry: Unit) {
    if count == capacity { grow() }
    unsafe (entries + count).initialize(to: entry)
    count += 1
  }

  /// Merges the entries where there are many more than units.
  @inline(__always)
  mutating func mergeWhenLong(by rule: UnitRule, _ further: FurtherRecords) {
    guard count >= mergesAt else { return }
    merge(by: rule, further)
    mergesAt = max(Self.leastMerge, count * 3)
  }

  /// Merges the entries of each key into its first.
  ///
  /// - Complexity: O(`count`), expected.
  @inline(__always)
  mutating func merge(by rule: UnitRule, _ further: FurtherRecords) {
    var slotCount = 256
    while slotCount < count * 2 { slotCount *= 2 }
    let mask = slotCount - 1
    var merged = 0
    unsafe withUnsafeTemporaryAllocation(of: UInt32.self, capacity: slotCount) { slots in
      unsafe slots.initialize(repeating: 0)
      for place in 0..<count {
        let unit = unsafe entries[place]
        var slot = unit.key.home & mask
        while true {
          let found = unsafe Int(slots[slot])
          if found == 0 {
            unsafe entries[merged] = unit
            merged += 1
            unsafe slots[slot] = UInt32(truncatingIfNeeded: merged)
            break
          }
          if unsafe entries[found - 1].key == unit.key {
            unsafe entries[found - 1].merge(unit, by: rule, further)
            break
          }
          slot = (slot + 1) & mask
        }
      }
    }
    count = merged
  }

  private mutating func grow() {
    let wider = UnsafeMutablePointer<Unit>.allocate(capacity: capacity + capacity / 4 + Self.leastCapacity)
    unsafe wider.moveInitialize(from: entries, count: count)
    unsafe entries.deallocate()
    unsafe entries = wider
    capacity += capacity / 4 + Self.leastCapacity
  }
}
