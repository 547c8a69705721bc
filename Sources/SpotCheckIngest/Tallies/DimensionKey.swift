import Glibc

/// A value of a dimension, one text per level: `食品`, or `食品` then `乳制品`.
///
/// Keys are equal when their folded UTF-8 bytes are, and are ordered by those bytes, parents before their
/// children. Swift's own string equality is canonical equivalence and is not used.
public struct DimensionKey: Hashable, Comparable, Sendable {
  /// The levels in UTF-8, outermost first, with one unit separator (0x1F) between two of them.
  public let bytes: [UInt8]

  static let separator: UInt8 = 0x1F

  /// Creates a key from bytes laid out as ``bytes`` describes.
  public init(bytes: [UInt8]) {
    self.bytes = bytes
  }

  /// Creates a key from its levels, outermost first.
  public init(levels: [String]) {
    self.bytes = Array(levels.map { Array($0.utf8) }.joined(separator: [Self.separator]))
  }

  /// The key as one text, its levels joined with `/`.
  public var text: String {
    String(decoding: bytes.contains(Self.separator) ? Self.slashed(bytes) : bytes, as: UTF8.self)
  }

  private static func slashed(_ bytes: [UInt8]) -> [UInt8] {
    bytes.map { $0 == separator ? UInt8(ascii: "/") : $0 }
  }

  /// The levels, outermost first.
  public var levels: [String] {
    bytes.split(separator: Self.separator, omittingEmptySubsequences: false)
      .map { String(decoding: $0, as: UTF8.self) }
  }

  /// The number of levels, at least 1.
  public var depth: Int {
    1 + bytes.count { $0 == Self.separator }
  }

  /// The first `depth` levels, or all where the key has fewer.
  public func prefix(_ depth: Int) -> DimensionKey {
    var seen = 0
    for (offset, byte) in bytes.enumerated() where byte == Self.separator {
      seen += 1
      if seen == depth { return DimensionKey(bytes: Array(bytes[..<offset])) }
    }
    return self
  }

  /// The deepest level as a key of its own.
  public var deepestLevel: DimensionKey {
    guard let last = bytes.lastIndex(of: Self.separator) else { return self }
    return DimensionKey(bytes: Array(bytes[(last + 1)...]))
  }

  /// Whether this key is `ancestor` or lies below it.
  public func isWithin(_ ancestor: DimensionKey) -> Bool {
    bytes.starts(with: ancestor.bytes)
      && (bytes.count == ancestor.bytes.count || bytes[ancestor.bytes.count] == Self.separator)
  }

  /// Whether the bytes are equal.
  public static func == (left: DimensionKey, right: DimensionKey) -> Bool {
    left.bytes.count == right.bytes.count && left.order(to: right) == 0
  }

  /// Hashes the bytes in one piece.
  public func hash(into hasher: inout Hasher) {
    unsafe bytes.withUnsafeBytes { unsafe hasher.combine(bytes: $0) }
  }

  /// In order of bytes.
  public static func < (left: DimensionKey, right: DimensionKey) -> Bool {
    let order = left.order(to: right)
    return order == 0 ? left.bytes.count < right.bytes.count : order < 0
  }

  /// How the bytes that both keys have compare: below 0, 0 or above.
  private func order(to other: DimensionKey) -> Int32 {
    unsafe bytes.withUnsafeBufferPointer { own in
      unsafe other.bytes.withUnsafeBufferPointer { others in
        guard let first = own.baseAddress, let second = others.baseAddress else { return 0 }
        return unsafe memcmp(first, second, min(own.count, others.count))
      }
    }
  }
}
