public import SpotCheckIngest

/// A month, a quarter or a year.
public struct Period: Hashable, Comparable, Sendable {
  /// Its length.
  public let unit: PeriodUnit
  /// Its first month.
  public let first: Month

  /// The period of this length that a month lies in.
  public init(_ unit: PeriodUnit, containing month: Month) {
    self.unit = unit
    self.first = Month(index: month.index - month.index % Self.months(in: unit))
  }

  /// How many months it has.
  public var months: Int { Self.months(in: unit) }

  /// Its last month.
  public var last: Month { Month(index: first.index + months - 1) }

  /// Its last day; `nil` outside the years of ``CalendarDate``.
  public var lastDay: CalendarDate? {
    CalendarDate(
      year: last.year, month: last.month, day: CalendarDate.days(inMonth: last.month, of: last.year))
  }

  /// The calendar year it lies in.
  public var year: Int { first.year }

  /// The period as `2024-01`, `2024-Q1` or `2024`.
  public var text: String {
    let digits = String(year)
    let yearText = String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    return switch unit {
    case .month: yearText + (first.month < 10 ? "-0" : "-") + String(first.month)
    case .quarter: yearText + "-Q" + String((first.month + 2) / 3)
    case .year: yearText
    }
  }

  /// A number that orders periods as their text does; ``init(number:)`` takes it back.
  var number: Int32 { Int32(clamping: first.index * 4 + Self.rank(of: unit)) }

  /// The period of a ``number``.
  init(number: Int32) {
    let unit: PeriodUnit = [.year, .month, .quarter, .quarter][Int(number & 3)]
    self.init(unit, containing: Month(index: Int(number >> 2)))
  }

  /// Whether the one begins first, or as the longer of two that begin together.
  public static func < (left: Period, right: Period) -> Bool { left.number < right.number }

  private static func months(in unit: PeriodUnit) -> Int {
    switch unit {
    case .month: 1
    case .quarter: 3
    case .year: 12
    }
  }

  private static func rank(of unit: PeriodUnit) -> Int {
    switch unit {
    case .year: 0
    case .month: 1
    case .quarter: 2
    }
  }
}
