@testable import SpotCheck
import SpotCheckIngest
import SpotCheckStatistics
import Testing

@Suite("Projection of findings")
struct AssessmentProjectionTests {
  private static func plan(_ rows: [(String?, String?, Int)]) -> Plan {
    .sample {
      $0.planned = PlanFigures(
        rows.map { region, category, units in
          .init(
            region: region, category: category.map { DimensionKey(levels: [$0]) }, year: 2024,
            value: DecimalFraction(digits: units, places: 0))
        })
    }
  }

  private static func builder() -> SurveyBuilder {
    var builder = SurveyBuilder()
    for month in OutlookFixture.months(2024, 1...6) {
      builder.add("a", "甲", in: month, 96, of: 100)
      builder.add("b", "乙", in: month, 9, of: 10)
    }
    return builder
  }

  @Test("need, chance and status of an open year")
  func open() throws {
    let survey = Self.builder().survey()
    let finding = try #require(
      try Assessment(of: survey, against: Self.plan([("a", nil, 1000), ("b", nil, 61)])).finding("a"))
    let expected = YearEndProjection(
      passes: 576, trials: 600, remaining: 400, target: DecimalFraction(digits: 96, places: 2))
    #expect(finding.status == "open" && finding.need == 384)
    #expect(finding.requiredFutureRate == expected.requiredFutureRate)
    #expect(finding.chanceMet == expected.chanceMet)
  }

  @Test("the whole plans what its regions plan; a region is beyond reach where too few are to come")
  func wholeAndUnreachable() throws {
    let assessment = try Assessment(
      of: Self.builder().survey(), against: Self.plan([("a", nil, 1000), ("b", nil, 61)]))
    #expect(assessment.finding("*")?.need == 1019 - 630)
    #expect(assessment.finding("b")?.status == "unreachable")
    #expect(assessment.finding("b")?.chanceMet == 0)
    #expect(assessment.finding("a", "甲")?.status == nil)
  }

  @Test("more units than planned leave none to come")
  func exceeded() throws {
    let finding = try #require(
      try Assessment(of: Self.builder().survey(), against: Self.plan([("a", nil, 500)])).finding("a"))
    #expect(finding.status == "secured" && finding.chanceMet == 1 && finding.requiredFutureRate == nil)
  }

  @Test("closed years, quarters, and years without a figure or target have no projection")
  func none() throws {
    var options = AssessmentOptions()
    options.asOf = CalendarDate(year: 2025, month: 1, day: 1)
    let closed = try Assessment(
      of: Self.builder().survey(), against: Self.plan([("a", nil, 1000)]), options: options)
    #expect(closed.findings.allSatisfy { $0.status == nil && $0.chanceMet == nil })
    var plan = Self.plan([("a", nil, 1000)])
    plan.assessment.periods = [.quarter]
    let quarters = try Assessment(of: Self.builder().survey(), against: plan)
    #expect(quarters.findings.allSatisfy { $0.status == nil })
    #expect(try Assessment(of: Self.builder().survey(), against: .sample()).finding("a")?.status == nil)
  }

  @Test("restless months leave the chance nearer to even")
  func dispersion() throws {
    var builder = SurveyBuilder()
    for (index, month) in OutlookFixture.months(2024, 1...6).enumerated() {
      builder.add("a", "甲", in: month, index % 2 == 0 ? 100 : 94, of: 100)
    }
    let restless = try #require(
      try Assessment(of: builder.survey(), against: Self.plan([("a", nil, 1000)])).finding("a")?.chanceMet)
    var calm = SurveyBuilder()
    for month in OutlookFixture.months(2024, 1...6) { calm.add("a", "甲", in: month, 97, of: 100) }
    let still = try #require(
      try Assessment(of: calm.survey(), against: Self.plan([("a", nil, 1000)])).finding("a")?.chanceMet)
    #expect(0.5 < restless && restless < still)
  }

  @Test("where failures are judged, the rate required is still one of passes")
  func failures() throws {
    var plan = Self.plan([("a", nil, 1000)])
    plan.indicators[0].measure = .failRate
    plan.indicators[0].comparison = .atLeast
    plan.indicators[0].targets = [2024: DecimalFraction(digits: 4, places: 2)]
    let finding = try #require(try Assessment(of: Self.builder().survey(), against: plan).finding("a"))
    #expect(finding.need == 16)
    #expect((try #require(finding.requiredFutureRate) - 0.96).magnitude < 1e-12)
  }

  @Test("a weighted rate is projected by stratum, with the numbers of the strata where they are planned")
  func weighted() throws {
    func finding(_ rows: [(String?, String?, Int)]) throws -> Finding? {
      var plan = Self.plan(rows)
      plan.indicators[0].weights = Indicator.Weights(
        dimension: "category",
        values: [
          DimensionKey(levels: ["甲"]): DecimalFraction(digits: 1, places: 1),
          DimensionKey(levels: ["乙"]): DecimalFraction(digits: 9, places: 1),
        ])
      return try Assessment(of: Self.builder().survey(), against: plan).finding("*")
    }
    func expected(_ first: Int, _ second: Int) -> WeightedProjection? {
      WeightedProjection(
        strata: [
          .init(weight: 0.9, passes: 54, trials: 60, remaining: second),
          .init(weight: 0.1, passes: 576, trials: 600, remaining: first),
        ], target: DecimalFraction(digits: 96, places: 2))
    }
    let detailed = try #require(try finding([("a", "甲", 700), ("b", "乙", 300)]))
    #expect(detailed.estimator == Assessment.weightedEstimator && detailed.need == nil)
    #expect((try #require(detailed.chanceMet) - (expected(100, 240)?.chanceMet ?? 9)).magnitude < 1e-12)
    let spread = try #require(try finding([(nil, nil, 1320)]))
    #expect((try #require(spread.chanceMet) - (expected(600, 60)?.chanceMet ?? 9)).magnitude < 1e-12)
    #expect(try finding([("nowhere", nil, 5)])?.status == nil)
  }
}
