/// A calendar month of the proleptic Gregorian calendar.
public struct Month: Hashable, Comparable, Sendable {
  /// Months since January of year 0.
  public let index: Int

  /// Creates a month from its ``index``.
  public init(index: Int) {
    self.index = index
  }

  /// Creates a month; `month` lies in `1...12`.
  public init(year: Int, month: Int) {
    self.index = year * 12 + month - 1
  }

  /// The calendar year.
  public var year: Int { index / 12 }

  /// The month of the year, in `1...12`.
  public var month: Int { index % 12 + 1 }

  /// In order of time.
  public static func < (left: Month, right: Month) -> Bool { left.index < right.index }
}
