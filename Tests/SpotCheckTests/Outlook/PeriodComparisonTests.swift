@testable import SpotCheck
import SpotCheckIngest
import SpotCheckStatistics
import Testing

@Suite("Comparison of periods")
struct PeriodComparisonTests {
  private static func comparisons(_ change: (inout Plan) -> Void = { _ in }) throws -> [PeriodComparison] {
    var builder = SurveyBuilder(["region"])
    for month in OutlookFixture.months(2023) { builder.add("a", in: month, 90, of: 100) }
    for month in OutlookFixture.months(2024, 1...5) { builder.add("a", in: month, 95, of: 100) }
    builder.add("b", in: "2024-05", 9, of: 10)
    return try OutlookFixture.outlook(builder, change).comparisons
  }

  @Test("a year so far is compared with the same months of the year before")
  func yearToDate() throws {
    let year = try #require(
      try Self.comparisons().first { $0.subject.region == "a" && $0.period == "2024" })
    #expect(year.kind == .samePeriodLastYear && year.baselinePeriod == "2023")
    #expect((year.trials, year.passes) == (500, 475))
    #expect((year.baselineTrials, year.baselinePasses) == (500, 450))
    #expect(year.months == (1...5).map { Month(year: 2024, month: $0) })
    #expect((year.difference - 0.05).magnitude < 1e-12)
    let limits = RatePair(passesBefore: 450, trialsBefore: 500, passesNow: 475, trialsNow: 500)
      .newcombeInterval(level: 0.95)
    #expect(year.lower == limits?.lower && year.upper == limits?.upper)
  }

  @Test("the latest month is compared with that of the year before and with the month before")
  func latestMonth() throws {
    let month = try Self.comparisons().filter { $0.subject.region == "a" && $0.period == "2024-05" }
    #expect(month.map(\.kind) == [.samePeriodLastYear, .lastPeriod])
    #expect(month.map(\.baselinePeriod) == ["2023-05", "2024-04"])
    #expect(month.map(\.isProvisional) == [true, true])
  }

  @Test("quarters asked for are compared with the quarter before, whole")
  func quarters() throws {
    let found = try Self.comparisons { $0.assessment.periods = [.quarter] }
      .filter { $0.subject.region == "a" && $0.period == "2024-Q2" }
    #expect(found.map(\.baselinePeriod) == ["2023-Q2", "2024-Q1"])
    #expect(found.map(\.trials) == [200, 200])
    #expect(found.map(\.baselineTrials) == [200, 300])
  }

  @Test("months that only one of the years has are not compared")
  func sharedMonths() throws {
    var builder = SurveyBuilder(["region"])
    for month in OutlookFixture.months(2023, 9...12) { builder.add("a", in: month, 9, of: 10) }
    for month in OutlookFixture.months(2024) { builder.add("a", in: month, 9, of: 10) }
    let year = try #require(
      try OutlookFixture.outlook(builder).comparisons.first {
        $0.period == "2024" && $0.subject.region == "a"
      })
    #expect(year.months == (9...12).map { Month(year: 2024, month: $0) })
    #expect(year.trials == 40 && year.baselineTrials == 40)
  }

  @Test("a region without units on one side is left out")
  func oneSided() throws {
    #expect(try Self.comparisons().contains { $0.subject.region == "b" } == false)
  }
}
