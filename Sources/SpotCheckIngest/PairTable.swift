/// Gives each distinct pair of numbers a small number, in order of first sight.
struct PairTable {
  /// Distinct pairs so far.
  private(set) var count = 0
  private var slots = [UInt32](repeating: 0, count: 256)
  private var pairs: [UInt64] = []
  private let key: UInt64

  init(key: UInt64) {
    self.key = key | 1
  }

  /// The number of a pair; the new ``count`` minus one for a pair not seen before.
  ///
  /// - Complexity: O(1), expected.
  mutating func number(of left: UInt32, _ right: UInt32) -> Int {
    let pair = UInt64(left) << 32 | UInt64(right)
    var slot = home(of: pair)
    while slots[slot] != 0 {
      let number = Int(slots[slot]) - 1
      if pairs[number] == pair { return number }
      slot = (slot + 1) & (slots.count - 1)
    }
    pairs.append(pair)
    count += 1
    slots[slot] = UInt32(count)
    if count * 2 > slots.count { grow() }
    return count - 1
  }

  /// Forgets every pair.
  mutating func removeAll() {
    slots = [UInt32](repeating: 0, count: 256)
    pairs.removeAll()
    count = 0
  }

  @inline(__always)
  private func home(of pair: UInt64) -> Int {
    let product = (pair ^ key).multipliedFullWidth(by: key &* 0x9E37_79B9_7F4A_7C15 | 1)
    return Int(truncatingIfNeeded: product.high ^ product.low) & (slots.count - 1)
  }

  private mutating func grow() {
    slots = [UInt32](repeating: 0, count: slots.count * 2)
    for (number, pair) in pairs.enumerated() {
      var slot = home(of: pair)
      while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = UInt32(number + 1)
    }
  }
}
