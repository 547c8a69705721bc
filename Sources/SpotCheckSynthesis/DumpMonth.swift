/// A calendar month.
public struct DumpMonth: Sendable, Hashable, CustomStringConvertible {
  /// The year, in `1...9899`.
  public var year: Int
  /// The month of the year, in `1...12`.
  public var month: Int

  /// Creates a month.
  public init(year: Int, month: Int) {
    self.year = year
    self.month = month
  }

  /// Reads a month as `2023-01`.
  ///
  /// - Returns: `nil` when the text has another form.
  public init?(_ text: String) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 2, parts[0].utf8.count == 4, parts[1].utf8.count == 2,
      text.utf8.allSatisfy({ $0 == 0x2D || (0x30...0x39).contains($0) }),
      let year = Int(parts[0]), let month = Int(parts[1]), year > 0, (1...12).contains(month)
    else { return nil }
    self.init(year: year, month: month)
  }

  /// The month as `2023-01`.
  public var description: String {
    let year = String(self.year)
    return String(repeating: "0", count: max(0, 4 - year.count)) + year + (month < 10 ? "-0" : "-")
      + "\(month)"
  }

  func advanced(by months: Int) -> DumpMonth {
    let index = year * 12 + month - 1 + months
    return DumpMonth(year: index / 12, month: index % 12 + 1)
  }

  var days: Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }
}
