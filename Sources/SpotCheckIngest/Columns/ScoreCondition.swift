/// A condition on a score: `>= 70`.
///
/// Scores and bounds are decimals scaled by 10⁴ and compared as integers.
public struct ScoreCondition: Sendable, Hashable {
  /// How a score is compared with the bound.
  public var comparison: Comparison
  /// The bound, scaled by 10⁴.
  public var scaledBound: Int64

  /// The comparisons a layout can name.
  public enum Comparison: String, Sendable, CaseIterable {
    /// At least the bound.
    case atLeast = ">="
    /// At most the bound.
    case atMost = "<="
    /// Not the bound.
    case notEqual = "!="
    /// The bound.
    case equal = "=="
    /// More than the bound.
    case greater = ">"
    /// Less than the bound.
    case less = "<"
  }

  /// Reads a condition such as `>= 70`; `nil` where the text is anything else.
  public init?(_ text: String) {
    let trimmed = text.drop { $0 == " " }
    guard let comparison = Comparison.allCases.first(where: { trimmed.hasPrefix($0.rawValue) }) else {
      return nil
    }
    let number = Array(trimmed.dropFirst(comparison.rawValue.count).utf8.drop { $0 == 0x20 })
    guard let bound = Decimal4.scaled(number) else { return nil }
    self.comparison = comparison
    self.scaledBound = bound
  }

  /// Whether a score, scaled by 10⁴, meets the condition.
  public func isMet(by scaledScore: Int64) -> Bool {
    switch comparison {
    case .atLeast: scaledScore >= scaledBound
    case .atMost: scaledScore <= scaledBound
    case .notEqual: scaledScore != scaledBound
    case .equal: scaledScore == scaledBound
    case .greater: scaledScore > scaledBound
    case .less: scaledScore < scaledBound
    }
  }
}

/// Decimals with up to four places, held as integers scaled by 10⁴.
enum Decimal4 {
  /// The value of `text` times 10⁴; `nil` where it is no decimal, has more than four places that matter, or
  /// exceeds ±9·10¹⁴ when scaled.
  static func scaled(_ text: some Collection<UInt8>) -> Int64? {
    var index = text.startIndex
    var isNegative = false
    if index < text.endIndex, text[index] == 0x2D || text[index] == 0x2B {
      isNegative = text[index] == 0x2D
      index = text.index(after: index)
    }
    var value: Int64 = 0
    var digits = 0
    var places = 0
    var seenPoint = false
    while index < text.endIndex {
      let byte = text[index]
      if byte == 0x2E, !seenPoint {
        seenPoint = true
      } else if (0x30...0x39).contains(byte) {
        digits += 1
        if seenPoint { places += 1 }
        if places > 4 {
          guard byte == 0x30 else { return nil }
        } else {
          value = value * 10 + Int64(byte - 0x30)
          guard value <= 900_000_000_000_000 else { return nil }
        }
      } else {
        return nil
      }
      index = text.index(after: index)
    }
    guard digits > 0 else { return nil }
    for _ in 0..<max(0, 4 - places) {
      value *= 10
      guard value <= 900_000_000_000_000 else { return nil }
    }
    return isNegative ? -value : value
  }
}
