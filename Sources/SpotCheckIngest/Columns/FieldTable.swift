import Glibc

/// Gives each distinct raw field of a column a small number, in order of first sight.
///
/// Raw bytes are compared, quotes and all, so a value is decoded once however often it occurs. A slot holds
/// the first and the last 16 bytes of its field, which is all of a field of up to 32; a longer one stands
/// whole in an arena.
@safe struct FieldTable: ~Copyable {
  /// Distinct fields so far.
  private(set) var count = 0
  /// Bytes of long fields held, which its owner keeps below 2³².
  var bytesHeld: Int { arena.count }

  fileprivate struct Slot {
    var ends = FieldEnds(head: WordPair(low: 0, high: 0), tail: WordPair(low: 0, high: 0))
    /// The field's bytes; negative in a free slot.
    var length: Int32 = -1
    var number: UInt32 = 0
    /// Where the field stands in the arena, when it is longer than 32 bytes.
    var offset: UInt32 = 0
  }

  private let hash: ByteHash
  private let masks: UnsafeMutablePointer<WordPair>
  private var slots: UnsafeMutablePointer<Slot>
  private var mask: Int
  private var arena: [UInt8] = []

  private static let leastSlots = 256
  /// Up to here slots are plenty, so that nearly every field stands where it belongs.
  private static let sparseSlots = 1 << 15

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

  /// A look at the table as it stands, which holds until a field is added or all are forgotten.
  @safe struct Finder {
    fileprivate let hash: ByteHash
    /// For each length up to 16, the bytes of a pair of words that belong to the field.
    fileprivate let masks: UnsafePointer<WordPair>
    fileprivate let slots: UnsafePointer<Slot>
    fileprivate let mask: Int

    /// The number of a field of up to 32 bytes that stands where it belongs; `nil` for any other.
    @inline(__always)
    func number(of field: RawField) -> Int? {
      let ends = unsafe FieldEnds(field, masks: masks)
      let home = Int(truncatingIfNeeded: hash.hash(ends, length: field.length)) & mask
      let slot = unsafe slots + home
      let isFound = unsafe slot.pointee.ends == ends && Int(slot.pointee.length) == field.length
      return unsafe isFound && field.length <= 32 ? Int(slot.pointee.number) : nil
    }
  }

  /// A look at the table as it stands.
  var finder: Finder { unsafe Finder(hash: hash, masks: masks, slots: slots, mask: mask) }

  /// The number of a field, behind which 16 more bytes must be readable.
  ///
  /// - Returns: A number below ``count``; the new ``count`` minus one for a field not seen before.
  /// - Complexity: O(length), expected.
  @inline(never)
  mutating func number(of field: RawField) -> Int {
    let ends = unsafe FieldEnds(field, masks: masks)
    let key = unsafe key(of: ends, field.bytes)
    var place = Int(truncatingIfNeeded: key) & mask
    while true {
      let slot = unsafe slots + place
      let isFree = unsafe slot.pointee.length < 0
      if isFree { return insert(field, ends, key) }
      let isSimilar = unsafe slot.pointee.ends == ends && Int(slot.pointee.length) == field.length
      if isSimilar, field.length <= 32 ? true : unsafe matchesArena(slot.pointee.offset, field) {
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

  private func key(of ends: FieldEnds, _ bytes: UnsafeBufferPointer<UInt8>) -> UInt64 {
    let key = hash.hash(ends, length: bytes.count)
    return bytes.count > 32 ? unsafe hash.hash(amidst: key, bytes) : key
  }

  private func matchesArena(_ offset: UInt32, _ field: RawField) -> Bool {
    unsafe arena.withUnsafeBufferPointer { arena in
      guard let base = arena.baseAddress else { return false }
      return unsafe memcmp(base + Int(offset), field.start, field.length) == 0
    }
  }

  private mutating func insert(_ field: RawField, _ ends: FieldEnds, _ key: UInt64) -> Int {
    if count * (mask < Self.sparseSlots ? 8 : 2) > mask { grow() }
    var slot = Slot(
      ends: ends, length: Int32(truncatingIfNeeded: field.length), number: UInt32(truncatingIfNeeded: count))
    if field.length > 32 {
      slot.offset = UInt32(truncatingIfNeeded: arena.count)
      unsafe arena.append(contentsOf: field.bytes)
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
      for index in old.indices where unsafe old[index].length >= 0 {
        let slot = unsafe old[index]
        let start = slot.length > 32 ? Int(slot.offset) : 0
        let whole = slot.length > 32 ? Int(slot.length) : 0
        let bytes = unsafe UnsafeBufferPointer(rebasing: arena[start..<(start + whole)])
        let short = hash.hash(slot.ends, length: Int(slot.length))
        place(slot, unsafe whole > 0 ? key(of: slot.ends, bytes) : short)
      }
    }
    unsafe old.deallocate()
  }
}

/// The first and the last 16 bytes of a field; a field of up to 16 stands in both, with zeros behind it.
struct FieldEnds: Equatable {
  var head: WordPair
  var tail: WordPair

  init(head: WordPair, tail: WordPair) {
    self.head = head
    self.tail = tail
  }

  /// The ends of `field`; `masks` gives for each length up to 16 the bytes that belong to a field.
  @inline(__always)
  init(_ field: RawField, masks: UnsafePointer<WordPair>) {
    let mask = unsafe masks[min(field.length, 16)]
    head = unsafe WordPair(field.start, masked: mask)
    tail = unsafe WordPair(field.start + (max(field.length, 16) - 16), masked: mask)
  }

  @inline(__always)
  static func == (left: FieldEnds, right: FieldEnds) -> Bool {
    (left.head.low ^ right.head.low) | (left.head.high ^ right.head.high)
      | (left.tail.low ^ right.tail.low) | (left.tail.high ^ right.tail.high) == 0
  }
}
