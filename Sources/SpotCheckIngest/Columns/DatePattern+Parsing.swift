/// A date and, where the pattern has one, the time of day.
struct DateReading: Equatable {
  var date: CalendarDate
  /// Seconds since midnight.
  var seconds = 0

  /// Seconds since day 0: the order of versions.
  var instant: Int { date.dayNumber * 86_400 + seconds }
}

extension DatePattern {
  /// Reads a whole value; `nil` where the pattern does not match it or there is no such day.
  func read(_ text: [UInt8]) -> DateReading? {
    switch self {
    case .fields(let parts): Self.read(text, by: parts)
    case .iso8601: Self.readISO8601(text)
    case .excelSerial: Self.readSerial(text)
    }
  }

  private static func read(_ text: [UInt8], by parts: [Part]) -> DateReading? {
    var scan = DigitScan(text)
    var year = 0
    var month = 0
    var day = 0
    var clock = (hour: 0, minute: 0, second: 0)
    for part in parts {
      switch part {
      case .literal(let bytes):
        guard scan.skip(bytes) else { return nil }
      case .year:
        guard let value = scan.number(4...4) else { return nil }
        year = value
      case .month(let padded):
        guard let value = scan.number(padded ? 2...2 : 1...2) else { return nil }
        month = value
      case .day(let padded):
        guard let value = scan.number(padded ? 2...2 : 1...2) else { return nil }
        day = value
      case .hour:
        guard let value = scan.number(2...2) else { return nil }
        clock.hour = value
      case .minute:
        guard let value = scan.number(2...2) else { return nil }
        clock.minute = value
      case .second:
        guard let value = scan.number(2...2) else { return nil }
        clock.second = value
      }
    }
    guard scan.isAtEnd else { return nil }
    return reading(year, month, day, clock)
  }

  /// `2024-03-05`, with a time after `T` or a space, fractions of a second, and an offset or `Z`.
  private static func readISO8601(_ text: [UInt8]) -> DateReading? {
    var scan = DigitScan(text)
    guard let year = scan.number(4...4), scan.skip([0x2D]), let month = scan.number(2...2), scan.skip([0x2D]),
      let day = scan.number(2...2)
    else { return nil }
    var clock = (hour: 0, minute: 0, second: 0)
    if !scan.isAtEnd {
      guard scan.skip([0x54]) || scan.skip([0x20]), let hour = scan.number(2...2), scan.skip([0x3A]),
        let minute = scan.number(2...2)
      else { return nil }
      clock.hour = hour
      clock.minute = minute
      if scan.skip([0x3A]) {
        guard let second = scan.number(2...2) else { return nil }
        clock.second = second
        if scan.skip([0x2E]) || scan.skip([0x2C]) {
          guard scan.number(1...9) != nil else { return nil }
        }
      }
      if !scan.isAtEnd, !scan.skip([0x5A]) {
        guard scan.skip([0x2B]) || scan.skip([0x2D]), let hours = scan.number(2...2), hours < 24 else {
          return nil
        }
        if !scan.isAtEnd {
          _ = scan.skip([0x3A])
          guard let minutes = scan.number(2...2), minutes < 60 else { return nil }
        }
      }
    }
    guard scan.isAtEnd else { return nil }
    return reading(year, month, day, clock)
  }

  /// Days since 1899-12-30, as spreadsheets count from March 1900 on.
  private static func readSerial(_ text: [UInt8]) -> DateReading? {
    var scan = DigitScan(text)
    guard let days = scan.number(1...7), (1...2_958_465).contains(days),
      let origin = CalendarDate(year: 1899, month: 12, day: 30)
    else { return nil }
    if scan.skip([0x2E]) {
      guard scan.number(1...18) != nil else { return nil }
    }
    return scan.isAtEnd ? DateReading(date: CalendarDate(dayNumber: origin.dayNumber + days)) : nil
  }

  private static func reading(
    _ year: Int, _ month: Int, _ day: Int, _ clock: (hour: Int, minute: Int, second: Int)
  ) -> DateReading? {
    guard clock.hour <= 24, clock.minute < 60, clock.second <= 60,
      let date = CalendarDate(year: year, month: month, day: day)
    else { return nil }
    return DateReading(date: date, seconds: clock.hour * 3600 + clock.minute * 60 + clock.second)
  }
}

/// Reads digits and literals from the front of a text.
private struct DigitScan {
  private let text: [UInt8]
  private var index = 0

  init(_ text: [UInt8]) {
    self.text = text
  }

  var isAtEnd: Bool { index == text.count }

  /// A number of as many digits as there are, within `digits`.
  mutating func number(_ digits: ClosedRange<Int>) -> Int? {
    var value = 0
    var seen = 0
    while seen < digits.upperBound, index < text.count, (0x30...0x39).contains(text[index]) {
      value = value * 10 + Int(text[index] - 0x30)
      index += 1
      seen += 1
    }
    return seen >= digits.lowerBound ? value : nil
  }

  /// Steps over `literal`; false where something else stands there.
  mutating func skip(_ literal: [UInt8]) -> Bool {
    guard text[index...].starts(with: literal) else { return false }
    index += literal.count
    return true
  }
}
