/// How text is compared: width-folded, then trimmed.
///
/// U+FF01…U+FF5E become their ASCII twins, U+3000 and U+00A0 a space; ASCII white space is taken off both
/// ends. Inner spaces and everything else stay.
public enum TextFolding {
  /// Folds text.
  public static func fold(_ text: String) -> String {
    String(decoding: fold(utf8: Array(text.utf8)), as: UTF8.self)
  }

  /// Folds valid UTF-8.
  ///
  /// - Complexity: O(n).
  static func fold(utf8 bytes: [UInt8]) -> [UInt8] {
    var folded: [UInt8] = []
    folded.reserveCapacity(bytes.count)
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      let second = index + 1 < bytes.count ? bytes[index + 1] : 0
      let third = index + 2 < bytes.count ? bytes[index + 2] : 0
      switch (byte, second, third) {
      case (0xC2, 0xA0, _):
        folded.append(0x20)
        index += 2
      case (0xE3, 0x80, 0x80):
        folded.append(0x20)
        index += 3
      case (0xEF, 0xBC, 0x81...0xBF):
        folded.append(third - 0x60)
        index += 3
      case (0xEF, 0xBD, 0x80...0x9E):
        folded.append(third - 0x20)
        index += 3
      default:
        folded.append(byte)
        index += 1
      }
    }
    return Array(trimmed(folded[...]))
  }

  /// Takes ASCII white space off both ends.
  static func trimmed(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var rest = bytes
    while let last = rest.last, isSpace(last) { rest.removeLast() }
    return rest.drop(while: isSpace)
  }

  /// Whether a byte is ASCII white space.
  static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || (0x09...0x0D).contains(byte)
  }

  /// ASCII capitals made small; everything else stays.
  static func lowercased(_ bytes: [UInt8]) -> [UInt8] {
    bytes.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
  }
}
