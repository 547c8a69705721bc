/// The key of hashes of byte strings, and the fingerprints made with it.
///
/// The key is drawn once per run, so no input can be written to make tables slow.
struct ByteHash: Sendable {
  let keys: (UInt64, UInt64, UInt64, UInt64)

  /// Creates a hash with a key of its own.
  init(using generator: inout some RandomNumberGenerator) {
    keys = (generator.next() | 1, generator.next() | 1, generator.next() | 1, generator.next() | 1)
  }

  /// A 128-bit fingerprint of a field, behind which 16 more bytes must be readable.
  ///
  /// Two different strings share a fingerprint with probability about 2⁻¹²⁸ a pair.
  @inline(__always)
  func fingerprint(_ field: RawField) -> Fingerprint {
    var high = keys.2
    var low = keys.3
    var offset = 0
    while offset < field.length {
      let own = WordPair(first: min(16, field.length - offset))
      let words = unsafe WordPair(field.start + offset, masked: own)
      high = Self.fold(high ^ words.low, keys.0 ^ words.high)
      low = Self.fold(low ^ words.high, keys.1 ^ words.low) &+ high
      offset += 16
    }
    let length = UInt64(truncatingIfNeeded: field.length)
    return Fingerprint(
      high: Self.fold(high ^ length, keys.1 ^ low), low: Self.fold(low ^ length, keys.3 ^ high))
  }

  /// The fingerprint of a text.
  func fingerprint(of text: [UInt8]) -> Fingerprint {
    unsafe (text + [UInt8](repeating: 0, count: 16)).withUnsafeBufferPointer { bytes in
      guard let start = bytes.baseAddress else { return Fingerprint(high: 0, low: 0) }
      return unsafe fingerprint(RawField(start: start, length: text.count))
    }
  }

  /// The halves of the 128-bit product, folded together.
  @inline(__always)
  fileprivate static func fold(_ left: UInt64, _ right: UInt64) -> UInt64 {
    let product = left.multipliedFullWidth(by: right)
    return product.high ^ product.low
  }
}

/// 128 bits that stand for a string.
struct Fingerprint: Hashable {
  var high: UInt64
  var low: UInt64

  /// What stands for two strings, this one's first.
  @inline(__always)
  func joined(with other: Fingerprint) -> Fingerprint {
    Fingerprint(
      high: ByteHash.fold(high ^ other.low, low &+ other.high | 1) ^ other.high,
      low: ByteHash.fold(low ^ other.high, high &+ other.low | 1) &+ other.low)
  }
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
  @inline(__always)
  init(first count: Int) {
    low = count >= 8 ? .max : (1 << UInt64(count * 8)) - 1
    high = count >= 16 ? .max : count <= 8 ? 0 : (1 << UInt64((count - 8) * 8)) - 1
  }
}
