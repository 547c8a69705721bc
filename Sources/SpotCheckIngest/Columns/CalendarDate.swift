/// A day of the proleptic Gregorian calendar, years 1 to 9999.
public struct CalendarDate: Hashable, Comparable, Sendable {
  /// Days since 0000-03-01, which makes every leap day the last day of its computed year.
  public let dayNumber: Int

  /// Creates a date; `nil` where there is no such day.
  public init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month), day >= 1,
      day <= Self.days(inMonth: month, of: year)
    else { return nil }
    let shifted = month <= 2 ? year - 1 : year
    let monthFromMarch = (month + 9) % 12
    self.dayNumber =
      365 * shifted + shifted / 4 - shifted / 100 + shifted / 400
      + (153 * monthFromMarch + 2) / 5 + day - 1
  }

  /// Creates a date from its ``dayNumber``.
  public init(dayNumber: Int) {
    self.dayNumber = dayNumber
  }

  /// Creates a date from text written `yyyy-MM-dd`; `nil` where the text is anything else.
  public init?(iso8601 text: String) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 3, parts[0].utf8.count == 4, parts[1].utf8.count == 2, parts[2].utf8.count == 2,
      parts.allSatisfy({ $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }),
      let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2])
    else { return nil }
    self.init(year: year, month: month, day: day)
  }

  /// The number of days in a month of the given year.
  public static func days(inMonth month: Int, of year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  /// Year, month in `1...12` and day of the month.
  public var components: (year: Int, month: Int, day: Int) {
    let era = dayNumber / 146_097
    let dayOfEra = dayNumber % 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let monthFromMarch = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * monthFromMarch + 2) / 5 + 1
    let month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
    let year = era * 400 + yearOfEra + (month <= 2 ? 1 : 0)
    return (year, month, day)
  }

  /// The month this day lies in.
  public var month: Month {
    let parts = components
    return Month(year: parts.year, month: parts.month)
  }

  /// The date as `yyyy-MM-dd`.
  public var iso8601: String {
    let parts = components
    let digits = parts.year * 10_000 + parts.month * 100 + parts.day
    let divisors = [10_000_000, 1_000_000, 100_000, 10_000, 0, 1_000, 100, 0, 10, 1]
    let text = divisors.map { $0 == 0 ? 0x2D : UInt8(truncatingIfNeeded: 0x30 + digits / $0 % 10) }
    return String(decoding: text, as: UTF8.self)
  }

  /// In order of time.
  public static func < (left: CalendarDate, right: CalendarDate) -> Bool { left.dayNumber < right.dayNumber }
}
