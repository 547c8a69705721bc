/// Gives each distinct pair of numbers a small number, in order of first sight.
@safe struct PairTable: ~Copyable {
  /// Distinct pairs so far.
  private(set) var count = 0

  private struct Slot {
    var pair: UInt64 = 0
    /// The pair's number plus one; 0 in a free slot.
    var number: UInt32 = 0
  }

  private var slots: UnsafeMutablePointer<Slot>
  private var mask: Int
  private let key: UInt64

  private static let leastSlots = 256

  init(key: UInt64) {
    self.key = key | 1
    mask = Self.leastSlots - 1
    unsafe slots = .allocate(capacity: Self.leastSlots)
    unsafe slots.initialize(repeating: Slot(), count: Self.leastSlots)
  }

  deinit {
    unsafe slots.deallocate()
  }

  /// The number of a pair; the new ``count`` minus one for a pair not seen before.
  ///
  /// - Complexity: O(1), expected.
  @inline(__always)
  mutating func number(of left: Int, _ right: Int) -> Int {
    let pair = UInt64(truncatingIfNeeded: left) << 32 | UInt64(truncatingIfNeeded: right)
    var place = home(of: pair)
    while true {
      let slot = unsafe slots + place
      if unsafe slot.pointee.number == 0 { return insert(pair) }
      if unsafe slot.pointee.pair == pair { return unsafe Int(slot.pointee.number) - 1 }
      place = (place + 1) & mask
    }
  }

  /// Forgets every pair.
  mutating func removeAll() {
    unsafe slots.update(repeating: Slot(), count: mask + 1)
    count = 0
  }

  @inline(__always)
  private func home(of pair: UInt64) -> Int {
    let product = (pair ^ key).multipliedFullWidth(by: key &* 0x9E37_79B9_7F4A_7C15 | 1)
    return Int(truncatingIfNeeded: product.high ^ product.low) & mask
  }

  @inline(never)
  private mutating func insert(_ pair: UInt64) -> Int {
    if count * 2 > mask { grow() }
    count += 1
    place(Slot(pair: pair, number: UInt32(count)))
    return count - 1
  }

  private func place(_ slot: Slot) {
    var place = home(of: slot.pair)
    while unsafe slots[place].number != 0 { place = (place + 1) & mask }
    unsafe slots[place] = slot
  }

  private mutating func grow() {
    let old = unsafe UnsafeMutableBufferPointer(start: slots, count: mask + 1)
    mask = mask * 2 + 1
    unsafe slots = .allocate(capacity: mask + 1)
    unsafe slots.initialize(repeating: Slot(), count: mask + 1)
    for index in old.indices where unsafe old[index].number != 0 { unsafe place(old[index]) }
    unsafe old.deallocate()
  }
}
