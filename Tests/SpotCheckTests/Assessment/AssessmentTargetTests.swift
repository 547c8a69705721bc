@testable import SpotCheck
import SpotCheckStatistics
import Testing

@Suite("Targets")
struct AssessmentTargetTests {
  private static func fraction(_ text: String) throws -> DecimalFraction {
    try #require(DecimalFraction(text))
  }

  @Test(
    "a target is judged on passes or failures, exactly",
    arguments: [
      (Indicator.Measure.passRate, Indicator.Comparison.atLeast, "0.96", "0.96", false),
      (.failRate, .atMost, "0.04", "0.96", false), (.passRate, .atMost, "0.96", "0.04", true),
      (.failRate, .atLeast, "0.04", "0.04", true), (.passRate, .all, "1", "1", false),
      (.failRate, .all, "1", "1", false),
    ])
  func orientation(
    measure: Indicator.Measure, comparison: Indicator.Comparison, written: String, rate: String,
    onFailures: Bool
  ) throws {
    var indicator = Indicator(id: "x")
    indicator.measure = measure
    indicator.comparison = comparison
    let target = try #require(AssessmentTarget(try Self.fraction(written), of: indicator))
    #expect(target.rate.description == rate)
    #expect(target.judgesFailures == onFailures)
    #expect(target.judged(passes: 7, of: 10) == (onFailures ? 3 : 7))
  }

  @Test func theNearestAncestorWithATargetForTheYearWins() throws {
    var builder = SurveyBuilder(["region"])
    for (region, month) in [("530102", "2024-12"), ("530103", "2023-12"), ("530302", "2024-12")] {
      builder.add(region, in: month, 99, of: 100)
    }
    let survey = builder.survey(table: try .sample())
    let plan = Plan.sample { indicator in
      indicator.targets = [
        2023: DecimalFraction(digits: 94, places: 2), 2024: DecimalFraction(digits: 95, places: 2),
      ]
      indicator.overrides = [
        .init(region: "530000", targets: [2024: DecimalFraction(digits: 96, places: 2)]),
        .init(region: "昆明市", targets: [2023: DecimalFraction(digits: 97, places: 2)]),
        .init(region: "530102", targets: [2024: DecimalFraction(digits: 98, places: 2)]),
      ]
    }
    let assessment = try Assessment(of: survey, against: plan)
    func target(_ region: String, _ year: String) -> String? {
      assessment.finding(region, "*", year)?.targetText
    }
    #expect(target("*", "2024") == "0.95")
    #expect(target("530000", "2024") == "0.96")
    #expect(target("530000", "2023") == "0.94")
    #expect(target("530100", "2024") == "0.96")
    #expect(target("530102", "2024") == "0.98")
    #expect(target("530302", "2024") == "0.96")
    #expect(target("530103", "2023") == "0.97")
  }

  @Test func yearsBetweenAreInterpolatedOnlyWhenThePlanSaysSo() throws {
    var indicator = Indicator(id: "x")
    indicator.targets = [2023: try Self.fraction("0.945"), 2025: try Self.fraction("0.96")]
    let regions = RegionHierarchy()
    #expect(AssessmentTargets(of: indicator, in: regions).target(for: [], year: 2024) == nil)
    indicator.interpolatesTargets = true
    let targets = AssessmentTargets(of: indicator, in: regions)
    #expect(targets.target(for: [], year: 2024)?.written == (try Self.fraction("0.9525")))
    #expect(targets.target(for: [], year: 2026) == nil)
  }

  @Test func interpolationRoundsAtTwelvePlaces() throws {
    let third = DecimalFraction.interpolated(
      from: try Self.fraction("0"), to: try Self.fraction("1"), step: 2, of: 3)
    #expect(third?.description == "0.666666666667")
  }
}
