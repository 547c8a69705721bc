/// Units as their records come in, drawn together time and again.
///
/// A record is first appended as a unit of its own. When the list has grown to three times the units it had
/// when they were last drawn together, entries of one key are merged into its first. So memory follows the
/// number of units, while most records are only appended.
@safe struct UnitList<Unit: MergingEntry>: ~Copyable {
  private(set) var count = 0
  /// Blocks of equal size, so that a list grows without being copied; all but the last in use are full.
  private var blocks: [UnsafeMutablePointer<Unit>] = unsafe []
  /// At how many entries they are drawn together next.
  private var mergesAt = leastMerge

  private static var blockBits: Int { 10 }
  private static var leastMerge: Int { 1 << 14 }

  deinit {
    unsafe blocks.forEach { unsafe $0.deallocate() }
  }

  /// The entry at a place below ``count``.
  @inline(__always)
  subscript(place: Int) -> Unit {
    get { unsafe blocks[place >> Self.blockBits][place & (1 << Self.blockBits - 1)] }
    set { unsafe blocks[place >> Self.blockBits][place & (1 << Self.blockBits - 1)] = newValue }
  }

  /// Appends an entry.
  @inline(__always)
  mutating func append(_ entry: Unit) {
    if unsafe blocks.count == count >> Self.blockBits {
      unsafe blocks.append(.allocate(capacity: 1 << Self.blockBits))
    }
    self[count] = entry
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
        let unit = self[place]
        var slot = unit.key.home & mask
        while true {
          let found = unsafe Int(slots[slot])
          if found == 0 {
            self[merged] = unit
            merged += 1
            unsafe slots[slot] = UInt32(truncatingIfNeeded: merged)
            break
          }
          if self[found - 1].key == unit.key {
            self[found - 1].merge(unit, by: rule, further)
            break
          }
          slot = (slot + 1) & mask
        }
      }
    }
    count = merged
  }
}
