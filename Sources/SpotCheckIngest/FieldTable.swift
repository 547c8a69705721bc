import Glibc

/// Gives each distinct raw field of a column a small number, in order of first sight.
///
/// Raw bytes are compared, quotes and all, so a value is decoded once however often it occurs. A slot holds
/// the first 16 bytes of its field; what a longer field has behind them stands in an arena.
@safe struct FieldTable: ~Copyable {
  /// Distinct fields so far.
  private(set) var count = 0

  private struct Slot {
    var head = WordPair(low: 0, high: 0)
    var length: UInt32 = 0
    /// The field's number plus one; 0 in a free slot.
    var number: UInt32 = 0
    /// Where the field stands in the arena, when it is longer than 16 bytes.
    var offset = 0
  }

  private let hash: ByteHash
  private var slots: UnsafeMutablePointer<Slot>
  private var mask: Int
  private var arena: [UInt8] = []

  private static let leastSlots = 256

  init(hash: ByteHash) {
    self.hash = hash
    mask = Self.leastSlots - 1
    unsafe slots = .allocate(capacity: Self.leastSlots)
    unsafe slots.initialize(repeating: Slot(), count: Self.leastSlots)
  }

  deinit {
    unsafe slots.deallocate()
  }

  /// The number of the field of `length` bytes at `bytes`, behind which 16 more must be readable.
  ///
  /// - Returns: A number below ``count``; the new ``count`` minus one for a field not seen before.
  /// - Complexity: O(length), expected.
  @inline(__always)
  mutating func number(of bytes: UnsafePointer<UInt8>, length: Int) -> Int {
    let head = unsafe WordPair(bytes, count: length)
    var key = hash.hash(head, count: length)
    if length > 16 { key = unsafe hash.hash(behind: key, bytes, count: length) }
    var place = Int(truncatingIfNeeded: key) & mask
    while true {
      let slot = unsafe slots + place
      let number = unsafe slot.pointee.number
      if number == 0 { return unsafe insert(head, bytes, length, key) }
      if unsafe slot.pointee.head == head, unsafe slot.pointee.length == UInt32(truncatingIfNeeded: length),
        length <= 16 ? true : unsafe matchesArena(slot.pointee.offset, bytes, length)
      {
        return Int(number) - 1
      }
      place = (place + 1) & mask
    }
  }

  /// Forgets every field.
  mutating func removeAll() {
    unsafe slots.update(repeating: Slot(), count: mask + 1)
    arena.removeAll(keepingCapacity: true)
    count = 0
  }

  private func matchesArena(_ offset: Int, _ bytes: UnsafePointer<UInt8>, _ length: Int) -> Bool {
    unsafe arena.withUnsafeBufferPointer { arena in
      guard let base = arena.baseAddress else { return false }
      return unsafe memcmp(base + offset + 16, bytes + 16, length - 16) == 0
    }
  }

  @inline(never)
  private mutating func insert(
    _ head: WordPair, _ bytes: UnsafePointer<UInt8>, _ length: Int, _ key: UInt64
  ) -> Int {
    if count * 2 > mask { grow() }
    count += 1
    var slot = Slot(head: head, length: UInt32(truncatingIfNeeded: length), number: UInt32(count))
    if length > 16 {
      slot.offset = arena.count
      unsafe arena.append(contentsOf: UnsafeBufferPointer(start: bytes, count: length))
    }
    place(slot, key)
    return count - 1
  }

  private func place(_ slot: Slot, _ key: UInt64) {
    var place = Int(truncatingIfNeeded: key) & mask
    while unsafe slots[place].number != 0 { place = (place + 1) & mask }
    unsafe slots[place] = slot
  }

  private mutating func grow() {
    let old = unsafe UnsafeMutableBufferPointer(start: slots, count: mask + 1)
    mask = mask * 2 + 1
    unsafe slots = .allocate(capacity: mask + 1)
    unsafe slots.initialize(repeating: Slot(), count: mask + 1)
    unsafe arena.withUnsafeBufferPointer { arena in
      for index in old.indices {
        let slot = unsafe old[index]
        guard slot.number != 0 else { continue }
        var key = hash.hash(slot.head, count: Int(slot.length))
        if slot.length > 16, let base = arena.baseAddress {
          key = unsafe hash.hash(behind: key, base + slot.offset, count: Int(slot.length))
        }
        place(slot, key)
      }
    }
    unsafe old.deallocate()
  }
}
