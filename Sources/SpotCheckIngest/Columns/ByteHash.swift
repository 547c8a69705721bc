/// A keyed hash of short byte strings, and the fingerprints made of it.
///
/// The key is drawn once per run, so no input can be written to make tables slow.
struct ByteHash: Sendable {
  private let keys: (UInt64, UInt64, UInt64, UInt64)

  /// Creates a hash with a key of its own.
  init(using generator: inout some RandomNumberGenerator) {
    keys = (generator.next() | 1, generator.next() | 1, generator.next() | 1, generator.next() | 1)
  }

  /// Hashes a string of at most 16 bytes, given as two words.
  @inline(__always)
  func hash(_ head: WordPair, count: Int) -> UInt64 {
    Self.fold(head.low ^ keys.0, head.high ^ keys.1 ^ UInt64(truncatingIfNeeded: count))
  }

  /// Goes on hashing behind the first 16 bytes of a longer string.
  ///
  /// - Complexity: O(count).
  func hash(behind head: UInt64, _ bytes: UnsafePointer<UInt8>, count: Int) -> UInt64 {
    var hash = head
    var offset = 16
    while offset + 16 < count {
      hash = unsafe fold(hash, WordPair(bytes + offset))
      offset += 16
    }
    return unsafe fold(hash, WordPair(bytes + count - 16))
  }

  /// A 128-bit fingerprint of `bytes`, which `seed` sets apart from others of the same bytes.
  ///
  /// Two different strings share a fingerprint with probability about 2⁻¹²⁸ a pair, so among 10⁸ units a
  /// false match is expected less than once in 10²² runs.
  func fingerprint(_ bytes: UnsafeBufferPointer<UInt8>, seed: UInt64 = 0) -> Fingerprint {
    var high = seed ^ keys.2
    var low = seed &+ keys.3
    var offset = 0
    while offset < bytes.count {
      let words = unsafe WordPair(bytes, at: offset)
      high = Self.fold(high ^ words.low, keys.0 ^ words.high)
      low = Self.fold(low ^ words.high, keys.1 ^ words.low) &+ high
      offset += 16
    }
    let length = UInt64(truncatingIfNeeded: bytes.count)
    return Fingerprint(
      high: Self.fold(high ^ length, keys.1 ^ low), low: Self.fold(low ^ length, keys.3 ^ high))
  }

  @inline(__always)
  private func fold(_ hash: UInt64, _ words: WordPair) -> UInt64 {
    Self.fold(hash ^ words.low ^ keys.2, words.high ^ keys.3)
  }

  /// The halves of the 128-bit product, folded together.
  @inline(__always)
  private static func fold(_ left: UInt64, _ right: UInt64) -> UInt64 {
    let product = left.multipliedFullWidth(by: right)
    return product.high ^ product.low
  }
}

/// 128 bits that stand for a string.
struct Fingerprint: Hashable {
  var high: UInt64
  var low: UInt64
}

/// Sixteen bytes as two words.
struct WordPair: Equatable {
  var low: UInt64
  var high: UInt64

  init(low: UInt64, high: UInt64) {
    self.low = low
    self.high = high
  }

  /// The 16 bytes at `bytes`.
  @inline(__always)
  init(_ bytes: UnsafePointer<UInt8>) {
    let raw = unsafe UnsafeRawPointer(bytes)
    low = unsafe raw.loadUnaligned(as: UInt64.self)
    high = unsafe raw.loadUnaligned(fromByteOffset: 8, as: UInt64.self)
  }

  /// The 16 bytes at `bytes` that `mask` keeps.
  @inline(__always)
  init(_ bytes: UnsafePointer<UInt8>, masked mask: WordPair) {
    unsafe self.init(bytes)
    low &= mask.low
    high &= mask.high
  }

  /// All bits of the first `count` bytes.
  init(first count: Int) {
    low = count >= 8 ? .max : (1 << UInt64(count * 8)) - 1
    high = count >= 16 ? .max : count <= 8 ? 0 : (1 << UInt64((count - 8) * 8)) - 1
  }

  /// The 16 bytes at `offset`, zero behind the end; reads no byte behind it.
  init(_ bytes: UnsafeBufferPointer<UInt8>, at offset: Int) {
    low = 0
    high = 0
    for index in 0..<min(16, bytes.count - offset) {
      let byte = unsafe UInt64(bytes[offset + index]) << UInt64(index % 8 * 8)
      if index < 8 { low |= byte } else { high |= byte }
    }
  }
}
