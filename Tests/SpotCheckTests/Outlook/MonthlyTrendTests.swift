@testable import SpotCheck
import SpotCheckIngest
import SpotCheckStatistics
import Testing

@Suite("Monthly trend")
struct MonthlyTrendTests {
  private static func trends(_ passes: [String: (Int) -> Int]) throws -> [MonthlyTrend] {
    var builder = SurveyBuilder(["region"])
    for region in passes.keys.sorted() {
      for (index, month) in OutlookFixture.months(2024).enumerated() {
        builder.add(region, in: month, passes[region]?(index) ?? 0, of: 200)
      }
    }
    return try OutlookFixture.outlook(builder).trends
  }

  @Test("a rise, a fall and neither are told apart; provisional months take no part")
  func directions() throws {
    let trends = try Self.trends([
      "fall": { 198 - 2 * $0 }, "flat": { 190 - $0 % 2 }, "rise": { 170 + 2 * $0 },
    ])
    let regions = trends.filter { $0.subject.regionLevel == "region" }
    #expect(regions.map(\.subject.region) == ["fall", "flat", "rise"])
    #expect(regions.map(\.direction) == [.falling, .unclear, .rising])
    #expect(regions.allSatisfy { $0.count == 10 && $0.months.upperBound == Month(year: 2024, month: 10) })
    let line = LogisticTrend(
      passes: (0..<10).map { 170 + 2 * $0 }, trials: Array(repeating: 200, count: 10),
      scores: (0..<10).map(Double.init))
    let slope = try #require(regions[2].slope)
    #expect((slope - (line?.slope ?? 0)).magnitude < 1e-9)
    #expect(regions[2].oddsRatio ?? 0 > 1 && regions[0].oddsRatio ?? 2 < 1)
  }

  @Test("q is over the regions, the whole being a family of its own")
  func families() throws {
    let trends = try Self.trends([
      "fall": { 198 - 2 * $0 }, "flat": { 190 - $0 % 2 }, "rise": { 170 + 2 * $0 },
    ])
    #expect(trends[0].subject.region == "*" && trends[0].q == trends[0].p)
    let p = trends.dropFirst().map { $0.p ?? 1 }
    #expect(trends.dropFirst().map(\.q) == MultipleTesting.benjaminiHochberg(p).map(Optional.some))
  }

  @Test("all failures in the last month have no finite slope, but a test")
  func separated() throws {
    let trend = try #require(try Self.trends(["a": { $0 == 9 ? 150 : 200 }]).last)
    #expect(trend.slope == nil && trend.q == nil && trend.direction == .unclear)
    #expect(trend.cochranArmitage ?? 1 < 0.001)
  }

  @Test("no trend without variation, or through fewer than six months")
  func none() throws {
    #expect(try Self.trends(["a": { _ in 200 }]).isEmpty)
    var builder = SurveyBuilder(["region"])
    for month in OutlookFixture.months(2024, 1...7) { builder.add("a", in: month, 95, of: 100) }
    #expect(try OutlookFixture.outlook(builder).trends.isEmpty)
  }
}
