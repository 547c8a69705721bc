import Glibc

/// Gives each distinct raw field of a column a small number, in order of first sight.
///
/// Raw bytes are compared, quotes and all, so a value is decoded once however often it occurs. The last
/// field asked for is remembered, since sorted dumps repeat it.
@safe struct FieldTable: ~Copyable {
  /// Distinct fields so far.
  private(set) var count = 0

  private struct Entry {
    var words: ByteWords
    var length: Int
    /// Where the bytes stand in the arena, for fields longer than 32 bytes.
    var offset: Int
  }

  private let hash: ByteHash
  private var slots: UnsafeMutablePointer<UInt32>
  private var slotMask: Int
  private var entries: UnsafeMutablePointer<Entry>
  private var entryCapacity: Int
  private var arena: [UInt8] = []
  private var last = -1

  init(hash: ByteHash) {
    self.hash = hash
    slotMask = 255
    unsafe slots = .allocate(capacity: 256)
    unsafe slots.initialize(repeating: 0, count: 256)
    entryCapacity = 128
    unsafe entries = .allocate(capacity: entryCapacity)
  }

  deinit {
    unsafe slots.deallocate()
    unsafe entries.deallocate()
  }

  /// The number of the field of `length` bytes at `bytes`, behind which 16 more must be readable.
  ///
  /// - Returns: A number below ``count``; the new ``count`` minus one for a field not seen before.
  /// - Complexity: O(length), expected.
  @inline(__always)
  mutating func number(of bytes: UnsafePointer<UInt8>, length: Int) -> Int {
    let words = unsafe ByteWords(bytes, count: length)
    if last >= 0, unsafe matches(last, words, bytes, length) { return last }
    var slot = Int(truncatingIfNeeded: hash.hash(words, count: length)) & slotMask
    while true {
      let number = unsafe Int(slots[slot]) - 1
      if number < 0 { break }
      if unsafe matches(number, words, bytes, length) {
        last = number
        return number
      }
      slot = (slot + 1) & slotMask
    }
    return unsafe insert(words, bytes, length)
  }

  /// Forgets every field.
  mutating func removeAll() {
    unsafe slots.update(repeating: 0, count: slotMask + 1)
    arena.removeAll(keepingCapacity: true)
    count = 0
    last = -1
  }

  @inline(__always)
  private func matches(
    _ number: Int, _ words: ByteWords, _ bytes: UnsafePointer<UInt8>, _ length: Int
  ) -> Bool {
    let entry = unsafe entries + number
    guard unsafe entry.pointee.length == length, unsafe entry.pointee.words == words else { return false }
    return length <= 32 ? true : unsafe matchesArena(entry.pointee.offset, bytes, length)
  }

  private func matchesArena(_ offset: Int, _ bytes: UnsafePointer<UInt8>, _ length: Int) -> Bool {
    unsafe arena.withUnsafeBufferPointer { arena in
      guard let base = arena.baseAddress else { return false }
      return unsafe memcmp(base + offset, bytes, length) == 0
    }
  }

  @inline(never)
  private mutating func insert(_ words: ByteWords, _ bytes: UnsafePointer<UInt8>, _ length: Int) -> Int {
    if count == entryCapacity { grow() }
    var entry = Entry(words: words, length: length, offset: 0)
    if length > 32 {
      entry.offset = arena.count
      unsafe arena.append(contentsOf: UnsafeBufferPointer(start: bytes, count: length))
    }
    let number = count
    unsafe (entries + number).initialize(to: entry)
    place(number)
    count += 1
    last = number
    return number
  }

  private func place(_ number: Int) {
    let entry = unsafe entries[number]
    var slot = Int(truncatingIfNeeded: hash.hash(entry.words, count: entry.length)) & slotMask
    while unsafe slots[slot] != 0 { slot = (slot + 1) & slotMask }
    unsafe slots[slot] = UInt32(number + 1)
  }

  private mutating func grow() {
    let grown = UnsafeMutablePointer<Entry>.allocate(capacity: entryCapacity * 2)
    unsafe grown.moveInitialize(from: entries, count: count)
    unsafe entries.deallocate()
    unsafe entries = grown
    entryCapacity *= 2
    unsafe slots.deallocate()
    slotMask = entryCapacity * 2 - 1
    unsafe slots = .allocate(capacity: slotMask + 1)
    unsafe slots.initialize(repeating: 0, count: slotMask + 1)
    for number in 0..<count { place(number) }
  }
}
