import SpotCheckIngest
import SpotCheckStatistics
import Testing

@testable import SpotCheck

/// Findings weighted by a file of output values.
@Suite("Weights from files") struct FigureStrataTests {
  private static func key(_ text: String) -> DimensionKey {
    DimensionKey(levels: text.split(separator: "/").map(String.init))
  }

  private static func plan(
    by dimension: String = "category", _ rows: [(String?, String?, Int?, Int)]
  ) -> Plan {
    Plan.sample { indicator in
      indicator.targets[2025] = DecimalFraction(digits: 96, places: 2)
      indicator.weights = Indicator.Weights(
        dimension: dimension,
        figures: PlanFigures(
          rows.map {
            PlanFigures.Row(
              region: $0.0, category: $0.1.map(key), year: $0.2,
              value: DecimalFraction(digits: $0.3, places: 0))
          }))
    }
  }

  /// Two prefectures, two divisions.
  private static func survey() throws -> Survey {
    var builder = SurveyBuilder()
    builder.add("530102", "制造业/水泥", in: "2024-12", 90, of: 100)
    builder.add("530102", "制造业/电线", in: "2024-12", 99, of: 100)
    builder.add("530103", "制造业/水泥", in: "2024-12", 96, of: 100)
    builder.add("530302", "制造业/水泥", in: "2024-12", 95, of: 100)
    builder.add("530302", "制造业/电线", in: "2024-12", 100, of: 100)
    return builder.survey(table: try .sample())
  }

  private static let rows: [(String?, String?, Int?, Int)] = [
    ("530100", "制造业/水泥", 2024, 30), ("530100", "制造业/电线", 2024, 50), ("530300", "制造业/水泥", 2024, 15),
    ("530300", "制造业/电线", 2024, 5),
  ]

  @Test func divisionsWithinARegionAndRegionsInTheWhole() throws {
    let assessment = try Assessment(of: try Self.survey(), against: Self.plan(Self.rows))
    let first = 186.0 / 200
    let expected: [(String, String, Double)] = [
      ("530100", "*", (30 * first + 50 * 0.99) / 80),
      ("530300", "*", (15 * 0.95 + 5 * 1) / 20),
      ("*", "*", (30 * first + 50 * 0.99 + 15 * 0.95 + 5 * 1) / 100),
      ("530000", "*", (30 * first + 50 * 0.99 + 15 * 0.95 + 5 * 1) / 100),
    ]
    for (region, category, rate) in expected {
      let finding = try #require(assessment.finding(region, category))
      #expect(finding.estimator == "weighted_gamma")
      #expect(abs((finding.passRate ?? 0) - rate) < 1e-12)
      #expect(finding.weightCovered == 1)
    }
    let evidence = WeightedRate.evidence(
      weights: [30, 50, 15, 5], trials: [200, 100, 100, 100], passes: [186, 99, 95, 100], target: 0.96,
      level: 0.95)
    #expect(assessment.finding("*")?.pShortfall == evidence?.pShortfall)
  }

  @Test func aRegionWithoutRowsTakesThoseAboveIt() throws {
    let assessment = try Assessment(of: try Self.survey(), against: Self.plan(Self.rows))
    let county = try #require(assessment.finding("530102"))
    #expect(abs((county.passRate ?? 0) - (30 * 0.90 + 50 * 0.99) / 80) < 1e-12)
    let other = try #require(assessment.finding("530103"))
    #expect(abs((other.weightCovered ?? 0) - 30.0 / 80) < 1e-12)
    #expect(other.passRate == 0.96)
  }

  @Test func rowsOfTheWholeHoldEverywhere() throws {
    let plan = Self.plan([(nil, "制造业/水泥", nil, 75), (nil, "制造业/电线", nil, 25)])
    let assessment = try Assessment(of: try Self.survey(), against: plan)
    #expect(abs((assessment.finding("530300")?.passRate ?? 0) - (0.75 * 0.95 + 0.25)) < 1e-12)
    let whole = 0.75 * 281 / 300 + 0.25 * 199 / 200
    #expect(abs((assessment.finding("*")?.passRate ?? 0) - whole) < 1e-12)
  }

  @Test func regionsMayBeTheStrata() throws {
    let plan = Self.plan(by: "region", [("530100", nil, 2024, 9), ("530300", nil, 2024, 1)])
    let assessment = try Assessment(of: try Self.survey(), against: plan)
    #expect(abs((assessment.finding("*")?.passRate ?? 0) - (0.9 * 285 / 300 + 0.1 * 195 / 200)) < 1e-12)
    #expect(assessment.finding("530100")?.estimator == "exact_binomial")
    let wires = 0.9 * 0.99 + 0.1 * 1
    var below = plan
    below.indicators[0].scope = ["category": [Self.key("制造业")]]
    let divisions = try Assessment(of: try Self.survey(), against: below)
    #expect(abs((divisions.finding("*", "制造业/电线")?.passRate ?? 0) - wires) < 1e-12)
  }

  @Test func aYearWithoutWeightsTakesThoseOfTheYearBefore() throws {
    var builder = SurveyBuilder()
    for year in [2023, 2024, 2025] {
      builder.add("a", "甲", in: "\(year)-12", 90, of: 100)
      builder.add("a", "乙", in: "\(year)-12", 100, of: 100)
    }
    let plan = Self.plan([("a", "甲", 2024, 9), ("a", "乙", 2024, 1)])
    let assessment = try Assessment(of: builder.survey(), against: plan)
    #expect(abs((assessment.finding("a", "*", "2025")?.passRate ?? 0) - 0.91) < 1e-12)
    #expect(abs((assessment.finding("a", "*", "2024")?.passRate ?? 0) - 0.91) < 1e-12)
    #expect(assessment.finding("a", "*", "2023")?.estimator == "exact_binomial")
    #expect(assessment.finding("a", "*", "2023")?.weightCovered == 0)
  }

  @Test func withoutWeightsNothingIsProven() throws {
    var builder = SurveyBuilder()
    builder.add("a", "甲", in: "2024-12", 10, of: 100)
    builder.add("c", "甲", in: "2024-12", 99, of: 100)
    let plan = Self.plan([("b", "甲", 2025, 9), ("c", "甲", 2024, 9)])
    let assessment = try Assessment(of: builder.survey(), against: plan)
    #expect(assessment.finding("c")?.weightCovered == 1)
    let finding = try #require(assessment.finding("a"))
    #expect(finding.weightCovered == 0 && finding.evidence == .likelyShortfall)
    #expect(assessment.warnings.contains(.planRegionAbsent(indicator: "quality", region: "b")))
    #expect(
      assessment.warnings.contains(
        .strataMissing(indicator: "quality", covered: 0, region: "a", period: "2024")))
  }
}
