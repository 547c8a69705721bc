@testable import SpotCheck
import SpotCheckIngest
import SpotCheckStatistics
import Testing

@Suite("Year-end fan")
struct YearEndFanTests {
  private static func fan(_ change: (inout Plan) -> Void = { _ in }) throws -> YearEndFan? {
    var builder = SurveyBuilder(["region"])
    builder.add("a", in: "2023-12", 1, of: 2)
    for month in OutlookFixture.months(2024, 1...6) { builder.add("a", in: month, 96, of: 100) }
    return try OutlookFixture.outlook(builder) { plan in
      plan.indicators[0].planned = PlanFigures([
        .init(region: "a", category: nil, year: 2024, value: DecimalFraction(digits: 1000, places: 0))
      ])
      change(&plan)
    }.projections.last
  }

  @Test("the path is that of the year, the fan opens from its end")
  func path() throws {
    let fan = try #require(try Self.fan())
    #expect(fan.subject.region == "a" && fan.planned == 1000 && fan.remaining == 400)
    #expect(fan.path.map(\.trials) == [100, 200, 300, 400, 500, 600])
    #expect(fan.path.last?.passes == 576 && fan.target == 0.96)
    #expect(fan.possible == RateInterval(lower: 0.576, upper: 0.976))
    let projection = YearEndProjection(
      passes: 576, trials: 600, remaining: 400, target: DecimalFraction(digits: 96, places: 2))
    #expect(fan.quantiles == YearEndFan.probabilities.compactMap { projection.yearRate(quantile: $0) })
    #expect(fan.quantiles == fan.quantiles.sorted())
  }

  @Test("where failures are judged the fan is the same, of pass rates")
  func failures() throws {
    let plain = try #require(try Self.fan())
    let failures = try #require(
      try Self.fan {
        $0.indicators[0].measure = .failRate
        $0.indicators[0].comparison = .atLeast
        $0.indicators[0].targets = [2024: DecimalFraction(digits: 4, places: 2)]
      })
    #expect(failures.target == 0.96)
    #expect(zip(failures.quantiles, plain.quantiles).allSatisfy { ($0 - $1).magnitude < 0.0011 })
    #expect((failures.possible.lower - plain.possible.lower).magnitude < 1e-12)
  }

  @Test("nothing planned, nothing to fan out")
  func none() throws {
    #expect(try Self.fan { $0.indicators[0].planned = nil } == nil)
  }
}
