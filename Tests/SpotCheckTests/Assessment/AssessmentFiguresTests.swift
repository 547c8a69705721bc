import Foundation
import SpotCheckIngest
import SpotCheckStatistics
import Testing

@testable import SpotCheck

/// Findings for populations of known size.
@Suite("Populations") struct AssessmentFiguresTests {
  private static func population(_ rows: [(String?, String?, Int?, Int)]) -> PlanFigures {
    PlanFigures(
      rows.map {
        PlanFigures.Row(
          region: $0.0,
          category: $0.1.map { DimensionKey(levels: $0.split(separator: "/").map(String.init)) },
          year: $0.2, value: DecimalFraction(digits: $0.3, places: 0))
      })
  }

  private func assess(
    _ passes: Int, of trials: Int, from population: Int, month: String = "2024-12",
    _ change: (inout Indicator) -> Void = { _ in }
  ) throws -> Finding {
    var builder = SurveyBuilder(["region"])
    builder.add("a", in: month, passes, of: trials)
    let plan = Plan.sample { indicator in
      indicator.population = Self.population([(nil, nil, 2024, population)])
      change(&indicator)
    }
    return try #require(try Assessment(of: builder.survey(), against: plan).finding("*"))
  }

  @Test(
    "certainty is that of the units not seen; M0 of 100 at 0.96 is 96",
    arguments: [
      (95, 100, 100, Evidence.certainShortfall), (96, 100, 100, .certainMet), (96, 98, 100, .certainMet),
      (90, 95, 100, .certainShortfall), (91, 95, 100, .inconclusiveBelow), (50, 50, 1_000_000, .tooFew),
      (74, 74, 1_000_000, .provenMet), (80, 80, 100, .provenMet), (20, 20, 100, .tooFew),
      (450, 500, 1_000_000, .provenShortfall),
    ])
  func certainty(passes: Int, trials: Int, population: Int, expected: Evidence) throws {
    let finding = try assess(passes, of: trials, from: population)
    #expect(finding.evidence == expected)
    #expect(finding.estimator == "exact_hypergeometric")
    let isCertain = [.certainShortfall, .certainMet].contains(expected)
    #expect((finding.qShortfall == nil) == isCertain)
  }

  @Test func figuresAreThoseOfTheHypergeometric() throws {
    let finding = try assess(285, of: 300, from: 2000)
    #expect(abs((finding.pShortfall ?? 0) - 0.20845601678294023) < 1e-12)
    #expect(finding.bound == 1935.0 / 2000)
    #expect(finding.lower == 1843.0 / 2000 && finding.upper == 1940.0 / 2000)
    #expect(finding.passRate == 0.95 && finding.shrinkage == nil)
  }

  @Test("a bound excludes the target exactly when the verdict is proven or certain", arguments: 0...40)
  func duality(failures: Int) throws {
    let finding = try assess(200 - failures, of: 200, from: 500)
    let bound = try #require(finding.bound)
    let isExcluded = finding.isAttained == true ? bound >= 0.96 : bound < 0.96
    let settled: [Evidence] = [.provenShortfall, .provenMet, .certainShortfall, .certainMet]
    #expect(isExcluded == settled.contains(finding.evidence))
  }

  @Test(
    "where all must conform",
    arguments: [
      (99, 100, 100, Evidence.certainShortfall), (100, 100, 100, .certainMet),
      (99, 99, 100, .inconclusiveMet),
      (1, 2, 100, .certainShortfall),
    ])
  func all(passes: Int, trials: Int, population: Int, expected: Evidence) throws {
    let finding = try assess(passes, of: trials, from: population) {
      $0.comparison = .all
      $0.targets = [:]
    }
    #expect(finding.evidence == expected)
    let bound = try #require(finding.bound)
    if expected == .inconclusiveMet { #expect(abs(bound - exp(log(0.05) / 99)) < 1e-12) }
  }

  @Test func aFailRateIsJudgedByTheComplement() throws {
    let fail = try assess(91, of: 95, from: 100) {
      $0.measure = .failRate
      $0.comparison = .atMost
      $0.targets = [2024: DecimalFraction(digits: 4, places: 2)]
    }
    #expect(try fail.pShortfall == assess(91, of: 95, from: 100).pShortfall)
    #expect(fail.evidence == .inconclusiveBelow)
  }

  @Test func anOpenPeriodPaysForItsLooks() throws {
    let closed = try assess(285, of: 300, from: 2000)
    let open = try assess(285, of: 300, from: 2000, month: "2024-11")
    #expect(open.pShortfall == closed.pShortfall)
    #expect(open.pShortfallAnytime == min(1, 12 * (closed.pShortfall ?? 1)))
    #expect(try assess(90, of: 95, from: 100, month: "2024-03").evidence == .certainShortfall)
  }

  @Test func moreUnitsThanThePopulationAreRefused() throws {
    let error = try #require(throws: SpotCheckError.self) { try assess(10, of: 11, from: 10) }
    #expect(
      error.kind
        == .populationExceeded(indicator: "quality", region: "*", period: "2024", units: 11, population: 10))
  }

  @Test func eachRegionCategoryAndYearHasItsOwn() throws {
    var builder = SurveyBuilder()
    builder.add("530102", "制造业/水泥", in: "2024-12", 90, of: 100)
    builder.add("530102", "食品/饮料", in: "2024-12", 40, of: 40)
    builder.add("530302", "制造业/水泥", in: "2023-12", 10, of: 10)
    var plan = Plan.sample { indicator in
      indicator.population = Self.population([
        ("昆明市", nil, 2024, 150), ("530100", "食品", 2024, 40), ("530302", nil, nil, 500), ("999", nil, 2024, 1),
      ])
    }
    plan.assessment.periods = [.year, .quarter]
    let assessment = try Assessment(of: builder.survey(table: try .sample()), against: plan)
    #expect(assessment.finding("530100")?.estimator == "exact_hypergeometric")
    #expect(assessment.finding("530100")?.evidence == .certainShortfall)
    #expect(assessment.finding("530100", "食品")?.evidence == .certainMet)
    #expect(assessment.finding("530100", "制造业")?.estimator == "exact_binomial")
    #expect(assessment.finding("530302", "*", "2023")?.estimator == "exact_hypergeometric")
    #expect(assessment.finding("530100", "*", "2024-Q4")?.estimator == "exact_binomial")
    #expect(assessment.finding("*")?.estimator == "exact_binomial")
    #expect(assessment.warnings.contains(.planRegionAbsent(indicator: "quality", region: "999")))
  }

  @Test func anIndicatorsOwnCategoryMayBeNamedOrLeftOut() throws {
    var builder = SurveyBuilder()
    builder.add("a", "制造业/水泥", in: "2024-12", 9, of: 10)
    for (category, population) in [(String?.none, 20), ("制造业", 30)] {
      let plan = Plan.sample { indicator in
        indicator.scope = ["category": [DimensionKey(levels: ["制造业"])]]
        indicator.population = Self.population([("a", category, 2024, population)])
      }
      let finding = try Assessment(of: builder.survey(), against: plan).finding("a", "制造业")
      let expected = FinitePopulationTest.pShortfall(
        passes: 9, trials: 10, population: population, target: DecimalFraction(digits: 96, places: 2))
      #expect(finding?.pShortfall == expected)
    }
  }

  @Test func chanceAloneMakesSomeLikely() throws {
    var builder = SurveyBuilder(["region"])
    builder.add("a", in: "2024-12", 200, of: 200)
    let target = DecimalFraction(digits: 96, places: 2)
    let plan = Plan.sample {
      $0.population = Self.population([(nil, nil, 2024, 500), ("a", nil, 2024, 500)])
    }
    func p(_ count: Int) -> Double {
      FinitePopulationTest.pShortfall(passes: count, trials: 200, population: 500, target: target)
    }
    let largest = try #require((0...198).last { p($0) <= 0.1 && $0 * 100 < 200 * 96 })
    let assessment = try Assessment(of: builder.survey(), against: plan)
    #expect(abs(assessment.likelyByChance - 2 * p(largest)) < 1e-12)
  }
}
