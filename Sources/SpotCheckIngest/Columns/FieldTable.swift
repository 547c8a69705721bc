import Glibc

/// Gives each distinct raw field of a column a small number, in order of first sight.
///
/// Raw bytes are compared, quotes and all, so a value is decoded once however often it occurs. A slot holds
/// the first 16 bytes of its field; what a longer field has behind them stands in an arena.
@safe struct FieldTable: ~Copyable {
  /// Distinct fields so far.
  private(set) var count = 0
  /// Bytes of long fields held, which its owner keeps below 2³².
  var bytesHeld: Int { arena.count }

  private struct Slot {
    var head = WordPair(low: 0, high: 0)
    /// The field's bytes; negative in a free slot.
    var length = -1
    var number: UInt32 = 0
    /// Where the field stands in the arena, when it is longer than 16 bytes.
    var offset: UInt32 = 0
  }

  private let hash: ByteHash
  /// For each length up to 16, the bytes of a pair of words that belong to the field.
  private let masks: UnsafeMutablePointer<WordPair>
  private var slots: UnsafeMutablePointer<Slot>
  private var mask: Int
  private var arena: [UInt8] = []

  private static let leastSlots = 256

  init(hash: ByteHash) {
    self.hash = hash
    mask = Self.leastSlots - 1
    unsafe slots = .allocate(capacity: Self.leastSlots)
    unsafe slots.initialize(repeating: Slot(), count: Self.leastSlots)
    unsafe masks = .allocate(capacity: 17)
    for length in 0...16 { unsafe (masks + length).initialize(to: WordPair(first: length)) }
  }

  deinit {
    unsafe slots.deallocate()
    unsafe masks.deallocate()
  }

  /// The number of the field of `length` bytes at `bytes`, behind which 16 more must be readable.
  ///
  /// A short field that stands where it belongs is found right here; any other further down.
  ///
  /// - Returns: A number below ``count``; the new ``count`` minus one for a field not seen before.
  /// - Complexity: O(length), expected.
  @inline(__always)
  mutating func number(of bytes: UnsafePointer<UInt8>, length: Int) -> Int {
    let head = unsafe WordPair(bytes, masked: masks[min(length, 16)])
    let key = hash.hash(head, count: length)
    let slot = unsafe slots + (Int(truncatingIfNeeded: key) & mask)
    let isFound = unsafe slot.pointee.head == head && slot.pointee.length == length
    if isFound, length <= 16 { return unsafe Int(slot.pointee.number) }
    return unsafe search(head, bytes, length, key)
  }

  @inline(never)
  private mutating func search(
    _ head: WordPair, _ bytes: UnsafePointer<UInt8>, _ length: Int, _ start: UInt64
  ) -> Int {
    let key = length > 16 ? unsafe hash.hash(behind: start, bytes, count: length) : start
    var place = Int(truncatingIfNeeded: key) & mask
    while true {
      let slot = unsafe slots + place
      let isFree = unsafe slot.pointee.length < 0
      if isFree { return unsafe insert(head, bytes, length, key) }
      let isSimilar = unsafe slot.pointee.head == head && slot.pointee.length == length
      if isSimilar, length <= 16 ? true : unsafe matchesArena(slot.pointee.offset, bytes, length) {
        return unsafe Int(slot.pointee.number)
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

  private func matchesArena(_ offset: UInt32, _ bytes: UnsafePointer<UInt8>, _ length: Int) -> Bool {
    unsafe arena.withUnsafeBufferPointer { arena in
      guard let base = arena.baseAddress else { return false }
      return unsafe memcmp(base + Int(offset) + 16, bytes + 16, length - 16) == 0
    }
  }

  @inline(never)
  private mutating func insert(
    _ head: WordPair, _ bytes: UnsafePointer<UInt8>, _ length: Int, _ key: UInt64
  ) -> Int {
    if count * 2 > mask { grow() }
    var slot = Slot(head: head, length: length, number: UInt32(truncatingIfNeeded: count))
    if length > 16 {
      slot.offset = UInt32(truncatingIfNeeded: arena.count)
      unsafe arena.append(contentsOf: UnsafeBufferPointer(start: bytes, count: length))
    }
    place(slot, key)
    count += 1
    return count - 1
  }

  private func place(_ slot: Slot, _ key: UInt64) {
    var place = Int(truncatingIfNeeded: key) & mask
    while unsafe slots[place].length >= 0 { place = (place + 1) & mask }
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
        guard slot.length >= 0 else { continue }
        var key = hash.hash(slot.head, count: slot.length)
        if slot.length > 16, let base = arena.baseAddress {
          key = unsafe hash.hash(behind: key, base + Int(slot.offset), count: slot.length)
        }
        place(slot, key)
      }
    }
    unsafe old.deallocate()
  }
}
