/// 96 bits that stand for a string.
///
/// Two different strings share them with probability about 2⁻⁹⁶, so among 10⁸ units, which are 5·10¹⁵ pairs,
/// two are taken for one with probability below 10⁻¹³.
struct ShortFingerprint: Hashable, BitwiseCopyable {
  private let high: UInt32
  private let middle: UInt32
  private let low: UInt32

  @inline(__always)
  init(_ whole: Fingerprint) {
    high = UInt32(truncatingIfNeeded: whole.high >> 32)
    middle = UInt32(truncatingIfNeeded: whole.high)
    low = UInt32(truncatingIfNeeded: whole.low)
  }

  /// Where the fingerprint belongs in a table, before the table's mask.
  @inline(__always)
  var home: Int { Int(high) }

  @inline(__always)
  static func == (left: ShortFingerprint, right: ShortFingerprint) -> Bool {
    (left.high ^ right.high) | (left.middle ^ right.middle) | (left.low ^ right.low) == 0
  }
}
