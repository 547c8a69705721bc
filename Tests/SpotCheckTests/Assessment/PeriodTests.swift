@testable import SpotCheck
import SpotCheckIngest
import Testing

@Suite("Period")
struct PeriodTests {
  @Test(
    "a period is written and ends as the calendar says",
    arguments: [
      (PeriodUnit.month, "2024-02", "2024-02-29"),
      (.quarter, "2024-Q1", "2024-03-31"),
      (.year, "2024", "2024-12-31"),
    ])
  func text(unit: PeriodUnit, text: String, lastDay: String) {
    let period = Period(unit, containing: Month(year: 2024, month: 2))
    #expect(period.text == text)
    #expect(period.lastDay?.iso8601 == lastDay)
    #expect(Period(number: period.number) == period)
  }

  @Test func periodsAreOrderedAsTheirTexts() {
    let months = (1...12).map { Month(year: 2024, month: $0) }
    let periods = Set(
      [PeriodUnit.year, .month].flatMap { unit in months.map { Period(unit, containing: $0) } })
    let texts = periods.sorted().map(\.text)
    #expect(texts == texts.sorted())
    #expect(texts.count == 13)
  }
}
