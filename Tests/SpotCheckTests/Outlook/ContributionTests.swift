@testable import SpotCheck
import SpotCheckIngest
import SpotCheckStatistics
import Testing

@Suite("Contribution")
struct ContributionTests {
  private static func builder() -> SurveyBuilder {
    var builder = SurveyBuilder()
    builder.add("530102", "食品/乳制品", in: "2024-02", 80, of: 100)
    builder.add("530103", "食品/饮料", in: "2024-02", 99, of: 100)
    builder.add("530302", "食品/饮料", in: "2024-03", 190, of: 200)
    builder.add("530302", "食品", in: "2024-03", 10, of: 10)
    return builder
  }

  private static func contributions(_ change: (inout Plan) -> Void = { _ in }) throws -> [Contribution] {
    try OutlookFixture.outlook(builder(), table: .sample()) { plan in
      plan.indicators[0].scope = ["category": [DimensionKey(levels: ["食品"])]]
      change(&plan)
    }.contributions
  }

  @Test("the children's excess failures sum to the finding's, by region and by category")
  func sums() throws {
    let contributions = try Self.contributions()
    let survey = Self.builder().survey(table: try .sample())
    let plan = Plan.sample { $0.scope = ["category": [DimensionKey(levels: ["食品"])]] }
    let assessment = try Assessment(of: survey, against: plan)
    for contribution in contributions {
      let finding = assessment.finding(contribution.subject.region, contribution.subject.category)
      let excess = try #require(finding?.excessFailures)
      #expect((contribution.excessFailures - excess).magnitude < 1e-9)
      #expect((contribution.parts.reduce(0) { $0 + $1.excessFailures } - excess).magnitude < 1e-9)
      #expect((contribution.parts.reduce(0) { $0 + $1.share } - 1).magnitude < 1e-12)
      #expect(contribution.parts.reduce(0) { $0 + $1.trials } == finding?.trials)
    }
  }

  @Test("the whole is traced past a province that is all of it, the worst child first")
  func regions() throws {
    let whole = try #require(
      try Self.contributions().first { $0.subject.region == "*" && $0.dimension == .region })
    #expect(whole.parts.map(\.key) == ["530100", "530300"])
    #expect(whole.parts.map(\.name) == ["昆明市", "曲靖市"])
    #expect((whole.parts[0].excessFailures - (21 - 200 * 0.04)).magnitude < 1e-9)
    let city = try #require(
      try Self.contributions().first {
        $0.subject.region == "530100" && $0.subject.category == "食品" && $0.dimension == .region
      })
    #expect(city.parts.map(\.key) == ["530102", "530103"])
    #expect(city.parts[1].share < 0)
  }

  @Test("units of the category itself are a part of their own")
  func rest() throws {
    let whole = try #require(
      try Self.contributions().first { $0.subject.region == "*" && $0.dimension == .category })
    #expect(whole.parts.map(\.key) == ["食品/乳制品", "食品/", "食品/饮料"])
    #expect(whole.parts[1].trials == 10)
  }

  @Test("no contribution to what is met, has one child, or is weighted")
  func none() throws {
    #expect(
      try Self.contributions { $0.indicators[0].targets = [2024: DecimalFraction(digits: 5, places: 1)] }
        .isEmpty)
    #expect(try Self.contributions().contains { $0.subject.region == "530102" } == false)
    let weights = [
      DimensionKey(levels: ["食品", "乳制品"]): DecimalFraction(digits: 5, places: 1),
      DimensionKey(levels: ["食品", "饮料"]): DecimalFraction(digits: 5, places: 1),
    ]
    let weighted = try Self.contributions {
      $0.indicators[0].weights = Indicator.Weights(dimension: "category", values: weights)
    }
    #expect(!weighted.contains { $0.subject.region == "*" && $0.subject.category == "食品" })
  }

  @Test("where failures are judged, the excess is of passes too many")
  func failures() throws {
    let whole = try #require(
      try Self.contributions {
        $0.indicators[0].measure = .failRate
        $0.indicators[0].comparison = .atMost
        $0.indicators[0].targets = [2024: DecimalFraction(digits: 4, places: 2)]
      }.first { $0.subject.region == "*" && $0.dimension == .region })
    #expect((whole.excessFailures - (31 - 410 * 0.04)).magnitude < 1e-9)
  }
}
