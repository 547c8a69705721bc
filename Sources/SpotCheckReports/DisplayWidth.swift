/// How many columns of a terminal a text takes.
///
/// East Asian wide and full-width characters and emoji take two, combining marks none (Unicode 16,
/// EastAsianWidth). Characters of ambiguous width take one.
enum DisplayWidth {
  /// The columns that `text` takes.
  static func of(_ text: String) -> Int {
    text.unicodeScalars.reduce(0) { $0 + of($1) }
  }

  /// The columns that one scalar takes: 0, 1 or 2.
  static func of(_ scalar: Unicode.Scalar) -> Int {
    if scalar.value < 0x300 { return 1 }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format: return 0
    default: break
    }
    let isWide = scalar.properties.isEmojiPresentation || wideRanges.contains { $0 ~= scalar.value }
    return isWide ? 2 : 1
  }

  /// What of a text too long is kept.
  enum Kept {
    /// Its beginning.
    case beginning
    /// Its beginning and its end.
    case ends
    /// Its end.
    case end
  }

  /// As much of `text` as `width` allows, with `…` where anything was cut.
  static func truncated(_ text: String, to width: Int, keeping kept: Kept = .beginning) -> String {
    guard of(text) > width else { return text }
    guard width > 0 else { return "" }
    let room = width - 1
    let endRoom =
      switch kept {
      case .beginning: 0
      case .ends: room / 2
      case .end: room
      }
    let end = fitting(text.unicodeScalars.reversed(), in: endRoom).reversed()
    let beginning = fitting(Array(text.unicodeScalars), in: room - endRoom)
    return string(beginning) + "…" + string(Array(end))
  }

  /// The first scalars that `width` has room for.
  private static func fitting(_ scalars: [Unicode.Scalar], in width: Int) -> [Unicode.Scalar] {
    var used = 0
    return Array(
      scalars.prefix { scalar in
        used += of(scalar)
        return used <= width
      })
  }

  private static func string(_ scalars: [Unicode.Scalar]) -> String {
    String(String.UnicodeScalarView(scalars))
  }

  /// The text with every control and invisible character shown as `�`, so that data cannot steer a terminal.
  static func visible(_ text: String) -> String {
    var shown = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar.properties.generalCategory {
      case .control, .format, .lineSeparator, .paragraphSeparator: shown.append("\u{FFFD}")
      default: shown.append(scalar)
      }
    }
    return String(shown)
  }

  private static let wideRanges: [ClosedRange<UInt32>] = [
    0x1100...0x115F, 0x2329...0x232A, 0x2E80...0x303E, 0x3041...0x4DBF, 0x4E00...0xA4CF, 0xA960...0xA97C,
    0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE10...0xFE19, 0xFE30...0xFE6F, 0xFF01...0xFF60, 0xFFE0...0xFFE6,
    0x16FE0...0x18CFF, 0x1AFF0...0x1B2FF, 0x1F200...0x1F265, 0x1F300...0x1F64F, 0x1F900...0x1F9FF,
    0x20000...0x2FFFD, 0x30000...0x3FFFD,
  ]
}
