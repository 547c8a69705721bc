/// Identifiers, and what spreadsheets do to them.
enum Identifier {
  /// What an identifier's text is taken for.
  enum Reading: Equatable {
    /// As it stands.
    case intact
    /// Unwrapped: `="530102"`, a leading apostrophe, `530102.0`.
    case unwrapped([UInt8])
    /// Rounded, as in `1.23457E+17`: digits are lost.
    case precisionLost
  }

  /// Reads folded text.
  static func read(_ text: [UInt8]) -> Reading {
    if text.count >= 3, text.starts(with: [0x3D, 0x22]), text.last == 0x22 {
      return .unwrapped(Array(TextFolding.trimmed(text[2..<(text.count - 1)])))
    }
    if text.first == 0x27 { return .unwrapped(Array(TextFolding.trimmed(text[1...]))) }
    guard let first = text.first, isDigit(first) else { return .intact }
    if text.count > 2, text.suffix(2) == [0x2E, 0x30], text.dropLast(2).allSatisfy(isDigit) {
      return .unwrapped(text.dropLast(2))
    }
    return isExponential(text) ? .precisionLost : .intact
  }

  /// Digits with at most one point among them, `E+`, digits.
  private static func isExponential(_ text: [UInt8]) -> Bool {
    guard let exponent = text.firstIndex(where: { $0 | 0x20 == 0x65 }), exponent + 2 < text.count,
      text[exponent + 1] == 0x2B
    else { return false }
    return text[..<exponent].count { $0 == 0x2E } <= 1
      && text[..<exponent].allSatisfy { isDigit($0) || $0 == 0x2E }
      && text[(exponent + 2)...].allSatisfy(isDigit)
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
}
