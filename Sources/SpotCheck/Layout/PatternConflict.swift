import SpotCheckIngest

/// A value that two date patterns, or one in two ways, read as different dates.
struct PatternConflict: Equatable {
  /// The value.
  var example: String

  /// Looks for a value that `first` and `second` read differently.
  ///
  /// Every pattern is a few shapes of fixed length; two shapes of one length are walked together, byte by
  /// byte, over the values that both can have. Parts that stand in the same place in both shapes are held at
  /// one value that leaves all others free: 2024, January, the first, 01:01:01.
  ///
  /// - Complexity: O(s²) walks for s shapes; each is cut as soon as a part leaves its range.
  init?(_ first: DatePattern, _ second: DatePattern) {
    for left in DateShape.shapes(of: first) {
      for right in DateShape.shapes(of: second) where left.slots != right.slots {
        var walk = ShapeWalk(left: left, right: right)
        if let example = walk.conflict() {
          self.example = example
          return
        }
      }
    }
    return nil
  }

  /// The first two of `patterns` that conflict, a pattern that can be read in two ways standing for both.
  static func first(
    in patterns: [(text: String, pattern: DatePattern)]
  ) -> (first: String, second: String, conflict: PatternConflict)? {
    for (index, left) in patterns.enumerated() {
      for right in patterns[index...] {
        if let conflict = PatternConflict(left.pattern, right.pattern) {
          return (left.text, right.text, conflict)
        }
      }
    }
    return nil
  }
}

/// One shape of fixed length that a pattern's values can have.
struct DateShape {
  /// What stands at each byte.
  var slots: [Slot]

  enum Slot: Hashable {
    case literal(UInt8)
    /// The `index`-th of `width` digits of a part; parts are numbered by where they stand in the pattern.
    case digit(Field, part: Int, index: Int, width: Int)
    /// Any of these bytes, of no bearing on the date.
    case any([UInt8])

    var isDigit: Bool { if case .digit = self { true } else { false } }
  }

  enum Field: Hashable {
    case year, month, day, hour, minute, second
    /// Days since 1899-12-30.
    case serial

    /// The least and the greatest value.
    var range: ClosedRange<Int> {
      switch self {
      case .year: 1...9999
      case .month: 1...12
      case .day: 1...31
      case .hour: 0...24
      case .minute, .second: 0...59
      case .serial: 1...2_958_465
      }
    }

    var isTimeOfDay: Bool { self == .hour || self == .minute || self == .second }

    /// The value that leaves all other parts free.
    var heldValue: Int {
      self == .year ? 2024 : 1
    }
  }

  /// The shapes of a pattern; of `iso8601` and `excel-serial` those whose length a pattern of parts can have.
  static func shapes(of pattern: DatePattern) -> [DateShape] {
    switch pattern {
    case .fields(let parts): shapes(of: parts)
    case .iso8601: isoShapes
    case .excelSerial: serialShapes
    }
  }

  private static func shapes(of parts: [DatePattern.Part]) -> [DateShape] {
    var shapes = [DateShape(slots: [])]
    for (number, part) in parts.enumerated() {
      let choices: [[Slot]] =
        switch part {
        case .literal(let bytes): [bytes.map(Slot.literal)]
        case .year: [digits(.year, number, 4)]
        case .month(let padded): widths(padded).map { digits(.month, number, $0) }
        case .day(let padded): widths(padded).map { digits(.day, number, $0) }
        case .hour: [digits(.hour, number, 2)]
        case .minute: [digits(.minute, number, 2)]
        case .second: [digits(.second, number, 2)]
        }
      shapes = shapes.flatMap { shape in choices.map { DateShape(slots: shape.slots + $0) } }
    }
    return shapes
  }

  private static func widths(_ padded: Bool) -> [Int] { padded ? [2] : [1, 2] }

  private static func digits(_ field: Field, _ part: Int, _ width: Int) -> [Slot] {
    (0..<width).map { .digit(field, part: part, index: $0, width: width) }
  }

  /// A date alone, and a date before anything that a time and offset can be made of.
  private static let isoShapes: [DateShape] = {
    let date =
      digits(.year, 0, 4) + [.literal(0x2D)] + digits(.month, 2, 2) + [.literal(0x2D)] + digits(.day, 4, 2)
    let tail = Slot.any(Array("0123456789:.,+-Z".utf8))
    let begin = Slot.any(Array("T +-Z".utf8))
    return (0...longestTail).map { length in
      DateShape(
        slots: date + (length == 0 ? [] : [begin]) + Array(repeating: tail, count: max(0, length - 1)))
    }
  }()

  /// One to seven digits, with a fraction or without.
  private static let serialShapes: [DateShape] = (1...7).flatMap { width in
    (0...longestTail).map { length in
      let tail = Slot.any(Array("0123456789".utf8))
      return DateShape(
        slots: digits(.serial, 0, width) + (length == 0 ? [] : [.literal(0x2E)])
          + Array(repeating: tail, count: max(0, length - 1)))
    }
  }

  private static let longestTail = 32
}
