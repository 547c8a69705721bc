@testable import SpotCheck
import SpotCheckIngest
import SpotCheckStatistics
import Testing

@Suite("Monthly series")
struct MonthlySeriesTests {
  /// Two years of months with 96 or 97 of 100, the last ones as given.
  private static func series(last: [Int] = [], asOf: String? = nil) throws -> MonthlySeries {
    var builder = SurveyBuilder(["region"])
    let months = OutlookFixture.months(2023) + OutlookFixture.months(2024)
    for (index, month) in months.enumerated() {
      let place = index - (months.count - last.count)
      builder.add("a", in: month, place >= 0 ? last[place] : 96 + index % 2, of: 100)
    }
    let all = try OutlookFixture.outlook(builder, asOf: asOf).series
    #expect(all.map(\.subject.region) == ["*", "a"])
    return try #require(all.last)
  }

  @Test("the year before is the baseline; its months and the later ones have its limits")
  func baseline() throws {
    let series = try Self.series()
    let baseline = try #require(series.baseline)
    #expect(
      baseline.lowerBound == Month(year: 2023, month: 1)
        && baseline.upperBound == Month(year: 2023, month: 12))
    let chart = try #require(
      PChart(passes: (0..<12).map { 96 + $0 % 2 }, trials: Array(repeating: 100, count: 12)))
    #expect(series.center == chart.center && series.sigmaZ == chart.sigmaZ)
    #expect(series.points[12].limits == chart.limits(trials: 100))
    #expect(series.points.map(\.target).last == 0.96 && series.points[0].target == nil)
    #expect(!series.points.contains { $0.isOutside || series.isAlarm($0) })
  }

  @Test("provisional months are shown without limit and warning, however bad they are")
  func provisional() throws {
    let series = try Self.series(last: [50, 50])
    #expect(series.points.suffix(2).map(\.isProvisional) == [true, true])
    #expect(series.points.suffix(2).allSatisfy { $0.limits == nil && $0.cusum == nil && !$0.isOutside })
    let later = try Self.series(last: [50, 50], asOf: "2025-06-30")
    #expect(later.points.suffix(2).allSatisfy { $0.isOutside && later.isAlarm($0) })
    #expect(later.center == series.center)
  }

  @Test("a small lasting worsening is noticed by the sum, not by the limits")
  func slowShift() throws {
    let series = try Self.series(last: [93, 93, 93, 93, 93, 93, 96, 97])
    let alarm = try #require(series.points.first { series.isAlarm($0) })
    #expect((Month(year: 2024, month: 5)...Month(year: 2024, month: 10)).contains(alarm.month))
  }

  @Test("few months have neither limit nor warning")
  func few() throws {
    var builder = SurveyBuilder(["region"])
    for month in OutlookFixture.months(2024, 1...7) { builder.add("a", in: month, 95, of: 100) }
    let series = try #require(try OutlookFixture.outlook(builder).series.last)
    #expect(series.points.count == 7 && series.baseline == nil && series.threshold == nil)
    #expect(series.points.allSatisfy { $0.limits == nil && $0.cusum == nil && $0.interval != nil })
  }

  @Test("a process without a failure has no limits, but a warning when failures come")
  func spotless() throws {
    var builder = SurveyBuilder(["region"])
    for month in OutlookFixture.months(2023) { builder.add("a", in: month, 100, of: 100) }
    for month in OutlookFixture.months(2024, 1...3) { builder.add("a", in: month, 95, of: 100) }
    let series = try #require(try OutlookFixture.outlook(builder, asOf: "2024-12-31").series.last)
    #expect(series.center == nil && series.points.allSatisfy { $0.limits == nil })
    #expect(series.points.suffix(2).allSatisfy(series.isAlarm))
  }
}
