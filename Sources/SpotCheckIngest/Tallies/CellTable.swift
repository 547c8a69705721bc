/// The cells one worker has met, numbered in order of first sight, and their counts.
///
/// A cell is a tuple of ids, one per dimension, then the selections' and the month's. While the packed ids
/// fit in 20 bits a flat array finds the cell; beyond that a hash table does.
struct CellTable {
  /// Ids of a cell.
  let width: Int
  /// The cells' ids, `width` each, in order of first sight.
  private(set) var ids: [UInt32] = []
  /// Units judged, and those of them that conformed, per cell.
  private(set) var counts: [Counts] = []
  private let limit: Int
  private let hashKey: UInt64
  /// Bits each id takes in a packed cell.
  private var bits: [UInt32]
  private var slots: [UInt32]
  private var isFlat = true

  private static let flatBits: UInt32 = 20

  /// The counts of one cell.
  struct Counts {
    var trials = 0
    var passes = 0
  }

  init(width: Int, limit: Int, hashKey: UInt64) {
    self.width = width
    self.limit = limit
    self.hashKey = hashKey | 1
    bits = [UInt32](repeating: 2, count: width)
    slots = [UInt32](repeating: 0, count: 1 << Int(min(Self.flatBits, 2 * UInt32(width))))
    if 2 * UInt32(width) > Self.flatBits { isFlat = false }
  }

  /// Cells met so far.
  var count: Int { counts.count }

  /// The number of the cell with these ids, new where it was not met before.
  ///
  /// - Complexity: O(`width`), expected.
  @inline(__always)
  mutating func number(of cell: UnsafePointer<UInt32>) throws(IngestError) -> Int {
    guard isFlat else { return try unsafe hashedNumber(of: cell) }
    var packed: UInt64 = 0
    var excess: UInt32 = 0
    for index in 0..<width {
      let id = unsafe cell[index]
      excess |= id &>> bits[index]
      packed = packed &<< UInt64(bits[index]) | UInt64(id)
    }
    if excess == 0 {
      let number = slots[Int(truncatingIfNeeded: packed)]
      if number > 0 { return Int(number) - 1 }
      slots[Int(truncatingIfNeeded: packed)] = UInt32(count + 1)
      return try unsafe append(cell)
    }
    unsafe widen(for: cell)
    return try unsafe number(of: cell)
  }

  private mutating func hashedNumber(of cell: UnsafePointer<UInt32>) throws(IngestError) -> Int {
    var slot = unsafe home(of: cell)
    while slots[slot] != 0 {
      let number = Int(slots[slot]) - 1
      if unsafe matches(number, cell) { return number }
      slot = (slot + 1) & (slots.count - 1)
    }
    slots[slot] = UInt32(count + 1)
    let number = try unsafe append(cell)
    if count * 2 > slots.count { rehash(slotCount: slots.count * 2) }
    return number
  }

  /// Counts a unit in a cell.
  @inline(__always)
  mutating func count(_ isConforming: Bool, in number: Int) {
    counts[number].trials &+= 1
    counts[number].passes &+= isConforming ? 1 : 0
  }

  private mutating func append(_ cell: UnsafePointer<UInt32>) throws(IngestError) -> Int {
    guard count < limit else { throw IngestError(.tooManyCells(limit: limit)) }
    for index in 0..<width { unsafe ids.append(cell[index]) }
    counts.append(Counts())
    return count - 1
  }

  private func matches(_ number: Int, _ cell: UnsafePointer<UInt32>) -> Bool {
    (0..<width).allSatisfy { unsafe ids[number * width + $0] == cell[$0] }
  }

  private func home(of cell: UnsafePointer<UInt32>) -> Int {
    var hash = hashKey
    for index in 0..<width {
      let product = unsafe (hash ^ UInt64(cell[index])).multipliedFullWidth(by: hashKey)
      hash = product.high ^ product.low
    }
    return Int(truncatingIfNeeded: hash) & (slots.count - 1)
  }

  /// Makes room for the ids of `cell`: more bits for the dimensions that need them, or a hash table.
  private mutating func widen(for cell: UnsafePointer<UInt32>) {
    for index in 0..<width {
      let needed = unsafe UInt32(32 - cell[index].leadingZeroBitCount)
      bits[index] = max(bits[index], needed)
    }
    let total = bits.reduce(0, +)
    guard total <= Self.flatBits else {
      isFlat = false
      var slotCount = 1024
      while slotCount < count * 4 { slotCount *= 2 }
      rehash(slotCount: slotCount)
      return
    }
    slots = [UInt32](repeating: 0, count: 1 << Int(total))
    for number in 0..<count {
      let packed = (0..<width).reduce(0) { $0 << Int(bits[$1]) | Int(ids[number * width + $1]) }
      slots[packed] = UInt32(number + 1)
    }
  }

  private mutating func rehash(slotCount: Int) {
    slots = [UInt32](repeating: 0, count: slotCount)
    unsafe ids.withUnsafeBufferPointer { ids in
      guard let base = ids.baseAddress else { return }
      for number in 0..<count {
        var slot = unsafe home(of: base + number * width)
        while slots[slot] != 0 { slot = (slot + 1) & (slotCount - 1) }
        slots[slot] = UInt32(number + 1)
      }
    }
  }
}
