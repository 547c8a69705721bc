import Testing

@testable import SpotCheckIngest

@Suite("Date patterns")
struct DatePatternTests {
  static let readings: [(pattern: String, text: String, date: String?)] = [
    ("yyyy-MM-dd", "2024-02-29", "2024-02-29"), ("yyyy-MM-dd", "2023-02-29", nil),
    ("yyyy-MM-dd", "2024-2-9", nil),
    ("yyyy-MM-dd", "2024-02-29 ", nil), ("yyyy/M/d", "2024/2/9", "2024-02-09"),
    ("yyyy/M/d", "2024/02/09", "2024-02-09"),
    ("yyyyMMdd", "20240209", "2024-02-09"), ("yyyyMMdd", "2024020", nil),
    ("yyyy年M月d日", "2024年2月9日", "2024-02-09"),
    ("dd-MM-yyyy HH:mm:ss", "16-07-2021 16:26:09", "2021-07-16"),
    ("dd-MM-yyyy HH:mm:ss", "16-07-2021 16:61:09", nil),
    ("MM/dd/yyyy", "03/04/2016", "2016-03-04"), ("iso8601", "2019-03-22T01:00:00+01:00", "2019-03-22"),
    ("iso8601", "2019-03-22", "2019-03-22"), ("iso8601", "2019-03-22 23:59:60.123Z", "2019-03-22"),
    ("iso8601", "2019-03-22T01", nil), ("iso8601", "2019-03-22T01:00+25:00", nil),
    ("iso8601", "2019-03-22x", nil),
    ("excel-serial", "1", "1899-12-31"), ("excel-serial", "45292", "2024-01-01"),
    ("excel-serial", "45292.75", "2024-01-01"),
    ("excel-serial", "2958465", "9999-12-31"), ("excel-serial", "2958466", nil), ("excel-serial", "0", nil),
    ("excel-serial", "20240209", nil), ("yyyy-MM-dd", "", nil), ("yyyy-MM-dd", "0000-01-01", nil),
  ]

  @Test("A pattern matches a whole value or nothing", arguments: readings)
  func reading(pattern: String, text: String, date: String?) throws {
    let pattern = try #require(DatePattern(pattern))
    #expect(pattern.read(Array(text.utf8))?.date.iso8601 == date)
  }

  @Test(
    "What is no pattern",
    arguments: ["", "yyyy-MM", "yyyy-MM-dd yyyy", "yyyy-MM-DD", "yy-MM-dd", "Q yyyy-MM-dd"])
  func noPattern(text: String) {
    #expect(DatePattern(text) == nil)
  }

  @Test("Day numbers and components are each other's inverse, over every day of 1 to 9999")
  func days() throws {
    let first = try #require(CalendarDate(year: 1, month: 1, day: 1))
    var expected = (year: 1, month: 1, day: 1)
    for number in first.dayNumber..<(first.dayNumber + 3_652_059) {
      let parts = CalendarDate(dayNumber: number).components
      guard parts == expected else {
        Issue.record("day \(number): \(parts), not \(expected)")
        return
      }
      expected.day += 1
      if expected.day > CalendarDate.days(inMonth: expected.month, of: expected.year) {
        expected = expected.month == 12 ? (expected.year + 1, 1, 1) : (expected.year, expected.month + 1, 1)
      }
    }
    #expect(expected == (10_000, 1, 1))
    #expect(CalendarDate(iso8601: "2024-06-30")?.month == Month(year: 2024, month: 6))
  }
}
