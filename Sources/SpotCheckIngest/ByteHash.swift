/// A keyed hash of short byte strings, and the fingerprints made of it.
///
/// The key is drawn once per run, so no input can be written to make tables slow.
struct ByteHash: Sendable {
  private let keys: (UInt64, UInt64, UInt64, UInt64)

  /// Creates a hash with a key of its own.
  init(using generator: inout some RandomNumberGenerator) {
    keys = (generator.next() | 1, generator.next() | 1, generator.next() | 1, generator.next() | 1)
  }

  /// Hashes the first and last words of a string and its length; equal words give equal hashes.
  @inline(__always)
  func hash(_ words: ByteWords, count: Int) -> UInt64 {
    let first = Self.fold(words.w0 ^ keys.0, words.w1 ^ keys.1)
    return Self.fold(first ^ words.w2 ^ UInt64(truncatingIfNeeded: count), words.w3 ^ keys.2)
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
      let (w0, w1) = unsafe ByteWords.pair(bytes, at: offset)
      high = Self.fold(high ^ w0, keys.0 ^ w1)
      low = Self.fold(low ^ w1, keys.1 ^ w0) &+ high
      offset += 16
    }
    let length = UInt64(truncatingIfNeeded: bytes.count)
    return Fingerprint(
      high: Self.fold(high ^ length, keys.1 ^ low), low: Self.fold(low ^ length, keys.3 ^ high))
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

/// The first and the last 16 bytes of a string as words, zero where it is shorter: all of it up to 32 bytes.
struct ByteWords: Equatable {
  var w0: UInt64
  var w1: UInt64
  var w2: UInt64
  var w3: UInt64

  /// Reads the words of `count` bytes at `bytes`, behind which 16 more must be readable.
  @inline(__always)
  init(_ bytes: UnsafePointer<UInt8>, count: Int) {
    let raw = unsafe UnsafeRawPointer(bytes)
    w0 = unsafe raw.loadUnaligned(as: UInt64.self)
    w1 = unsafe raw.loadUnaligned(fromByteOffset: 8, as: UInt64.self)
    w2 = 0
    w3 = 0
    if count < 8 {
      w0 &= Self.mask(count)
      w1 = 0
    } else if count < 16 {
      w1 &= Self.mask(count - 8)
    } else if count > 16 {
      w2 = unsafe raw.loadUnaligned(fromByteOffset: count - 16, as: UInt64.self)
      w3 = unsafe raw.loadUnaligned(fromByteOffset: count - 8, as: UInt64.self)
    }
  }

  /// The low `count` bytes, `0..<8`.
  @inline(__always)
  private static func mask(_ count: Int) -> UInt64 {
    (1 << UInt64(truncatingIfNeeded: count &* 8)) &- 1
  }

  /// The 16 bytes at `offset`, zero behind the end; reads no byte behind it.
  static func pair(_ bytes: UnsafeBufferPointer<UInt8>, at offset: Int) -> (UInt64, UInt64) {
    var words: (UInt64, UInt64) = (0, 0)
    for index in 0..<min(16, bytes.count - offset) {
      let byte = unsafe UInt64(bytes[offset + index]) << UInt64(index % 8 * 8)
      if index < 8 { words.0 |= byte } else { words.1 |= byte }
    }
    return words
  }
}
