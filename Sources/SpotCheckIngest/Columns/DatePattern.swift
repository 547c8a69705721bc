/// How a date is written; a pattern matches a whole value.
public enum DatePattern: Hashable, Sendable {
  /// Literal text and the fields yyyy (four digits), MM dd HH mm ss (two), M d (one or two).
  case fields([Part])
  /// A date with or without a time and an offset, taken as written.
  case iso8601
  /// Days since 1899-12-30, `1...2958465`, a fraction disregarded.
  case excelSerial

  /// A piece of a pattern.
  public enum Part: Hashable, Sendable {
    /// These bytes, as they are.
    case literal([UInt8])
    /// The year, four digits.
    case year
    /// The month; two digits, or one or two when `padded` is false.
    case month(padded: Bool)
    /// The day of the month; two digits, or one or two when `padded` is false.
    case day(padded: Bool)
    /// The hour, two digits, `0...24`.
    case hour
    /// The minute, two digits.
    case minute
    /// The second, two digits.
    case second
  }

  /// Reads a pattern such as `yyyy年M月d日`, `iso8601` or `excel-serial`.
  ///
  /// - Returns: `nil` where year, month or day is missing or repeated, or letters are left over.
  public init?(_ text: String) {
    switch text {
    case "iso8601": self = .iso8601
    case "excel-serial": self = .excelSerial
    default:
      guard let parts = Self.parts(of: Array(text.utf8)) else { return nil }
      self = .fields(parts)
    }
  }

  private static let tokens: [(text: [UInt8], part: Part)] = [
    (Array("yyyy".utf8), .year),
    (Array("MM".utf8), .month(padded: true)), (Array("M".utf8), .month(padded: false)),
    (Array("dd".utf8), .day(padded: true)), (Array("d".utf8), .day(padded: false)),
    (Array("HH".utf8), .hour), (Array("mm".utf8), .minute), (Array("ss".utf8), .second),
  ]

  private static func parts(of pattern: [UInt8]) -> [Part]? {
    var parts: [Part] = []
    var rest = pattern[...]
    while let byte = rest.first {
      if let token = tokens.first(where: { rest.starts(with: $0.text) }) {
        parts.append(token.part)
        rest = rest.dropFirst(token.text.count)
      } else {
        let isLetter = (0x41...0x5A).contains(byte & 0xDF)
        guard !isLetter || byte == 0x54 else { return nil }
        if case .literal(let bytes) = parts.last {
          parts[parts.count - 1] = .literal(bytes + [byte])
        } else {
          parts.append(.literal([byte]))
        }
        rest = rest.dropFirst()
      }
    }
    let years = parts.count { $0 == .year }
    let months = parts.count { if case .month = $0 { true } else { false } }
    let days = parts.count { if case .day = $0 { true } else { false } }
    return years == 1 && months == 1 && days == 1 ? parts : nil
  }
}
