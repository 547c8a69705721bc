import SpotCheckStatistics
import Testing

@testable import SpotCheck

/// Findings of a rate that must rise.
@Suite("Rising") struct AssessmentCellRisingTests {
  private static func assess(_ builder: SurveyBuilder, quarters: Bool = false) throws -> Assessment {
    var plan = Plan.sample { indicator in
      indicator.targets = [:]
      indicator.comparison = .rising
    }
    if quarters { plan.assessment.periods = [.year, .quarter] }
    return try Assessment(of: builder.survey(), against: plan)
  }

  /// One region and category in December of both years.
  private static func finding(_ k0: Int, _ n0: Int, _ k1: Int, _ n1: Int) throws -> Finding {
    var builder = SurveyBuilder()
    builder.add("a", "甲", in: "2023-12", k0, of: n0)
    builder.add("a", "甲", in: "2024-12", k1, of: n1)
    return try #require(try assess(builder).finding("*"))
  }

  @Test(
    "each class has its case",
    arguments: [
      (900, 1000, 960, 1000, Evidence.provenMet), (960, 1000, 900, 1000, .provenShortfall),
      (480, 500, 484, 500, .inconclusiveMet), (480, 500, 478, 500, .inconclusiveBelow),
      (480, 500, 480, 500, .inconclusiveBelow), (489, 500, 480, 500, .likelyShortfall),
      (500, 500, 500, 500, .inconclusiveMet), (1, 1, 1, 1, .inconclusiveMet), (10, 10, 400, 500, .tooFew),
      (9, 10, 400, 500, .inconclusiveBelow), (500, 500, 400, 500, .provenShortfall), (3, 4, 4, 4, .tooFew),
    ])
  func classes(k0: Int, n0: Int, k1: Int, n1: Int, expected: Evidence) throws {
    let finding = try Self.finding(k0, n0, k1, n1)
    #expect(finding.evidence == expected)
    #expect(finding.isAttained == (k1 * n0 > k0 * n1 || (k0 == n0 && k1 == n1)))
    #expect(finding.target == Double(k0) / Double(n0))
  }

  @Test func figuresAreThoseOfFishersTestInOneStratum() throws {
    let finding = try Self.finding(480, 500, 490, 500)
    #expect(finding.estimator == "stratified_exact" && finding.comparison == "rising")
    #expect(abs((finding.pMet ?? 0) - 0.04684562737793661) < 1e-12)
    #expect(abs((finding.pShortfall ?? 0) - 0.9801392024808034) < 1e-12)
    #expect(finding.baselinePeriod == "2023" && finding.targetText == nil && finding.bound == nil)
    #expect(finding.mixEffect == false && finding.shortfall == 0 && finding.passesShort == 0)
    let fallen = try Self.finding(490, 500, 480, 500)
    #expect(fallen.passesShort == 11)
    #expect(abs((fallen.excessFailures ?? 0) - 10) < 1e-12)
    #expect(abs((fallen.shortfall ?? 0) - 0.02) < 1e-12)
  }

  @Test func theMixIsHeld() throws {
    var builder = SurveyBuilder()
    builder.add("a", "甲", in: "2023-12", 3546, of: 3600)
    builder.add("a", "乙", in: "2023-12", 372, of: 400)
    builder.add("b", "丙", in: "2023-12", 5, of: 5)
    builder.add("a", "甲", in: "2024-12", 1589, of: 1600)
    builder.add("a", "乙", in: "2024-12", 2292, of: 2400)
    builder.add("a", "丁", in: "2024-12", 7, of: 9)
    let finding = try #require(try Self.assess(builder).finding("*"))
    #expect(abs((finding.pMet ?? 0) - 0.000959428806303568) < 1e-12)
    #expect(finding.isAttained == false && finding.mixEffect == true)
    #expect(finding.evidence == .provenMet)
    let rise = try #require(finding.rise)
    #expect(abs((rise.sameScope?.heldDifference ?? 0) - 0.01211363636363638) < 1e-12)
    #expect(rise.onlyBefore == [Rise.Cell(region: "b", category: "丙", trials: 5)])
    #expect(rise.onlyNow == [Rise.Cell(region: "a", category: "丁", trials: 9)])
    #expect(rise.interval == rise.counts.newcombeInterval(level: 0.95))
    #expect(rise.counts.trialsBefore == 4005 && rise.counts.trialsNow == 4009)
  }

  @Test func theSameMonthsAreCompared() throws {
    var builder = SurveyBuilder()
    for month in ["2023-01", "2023-02", "2023-07"] { builder.add("a", "甲", in: month, 90, of: 100) }
    builder.add("a", "甲", in: "2024-01", 99, of: 100)
    builder.add("a", "甲", in: "2024-02", 98, of: 100)
    builder.add("a", "甲", in: "2024-03", 0, of: 50)
    let assessment = try Self.assess(builder)
    let finding = try #require(assessment.finding("*"))
    #expect(finding.isInterim && finding.trials == 200 && finding.passes == 197)
    #expect(finding.baselinePeriod == "2023-01/2023-02")
    #expect(finding.rise?.counts.trialsBefore == 200)
    let looks = [
      RatePair(passesBefore: 90, trialsBefore: 100, passesNow: 99, trialsNow: 100).fisher,
      RatePair(passesBefore: 180, trialsBefore: 200, passesNow: 197, trialsNow: 200).fisher,
    ]
    #expect(abs((finding.pMetAnytime ?? 0) - 12 * min(looks[0].rise, looks[1].rise)) < 1e-12)
    let first = try #require(assessment.finding("*", "*", "2023"))
    #expect(first.evidence == .noTarget && first.trials == 300 && first.baselinePeriod == nil)
  }

  @Test func quartersAreComparedWithTheirOwn() throws {
    var builder = SurveyBuilder()
    builder.add("a", "甲", in: "2023-03", 90, of: 100)
    builder.add("a", "甲", in: "2023-12", 50, of: 100)
    builder.add("a", "甲", in: "2024-03", 95, of: 100)
    builder.add("a", "甲", in: "2024-11", 60, of: 100)
    builder.add("a", "甲", in: "2024-12", 60, of: 100)
    let assessment = try Self.assess(builder, quarters: true)
    #expect(assessment.finding("*", "*", "2024-Q1")?.baselinePeriod == "2023-Q1")
    #expect(assessment.finding("*", "*", "2024-Q4")?.baselinePeriod == "2023-12")
    #expect(assessment.finding("*", "*", "2024")?.baselinePeriod == "2023-03,2023-12")
  }

  @Test func chanceAloneMakesSomeLikely() throws {
    var builder = SurveyBuilder()
    builder.add("a", "甲", in: "2023-12", 95, of: 100)
    builder.add("a", "甲", in: "2024-12", 90, of: 100)
    let pair = RatePair(passesBefore: 95, trialsBefore: 100, passesNow: 90, trialsNow: 100)
    let level = StratifiedTest.attainableFall([pair], level: 0.1)
    #expect(level > 0.02)
    #expect(abs(try Self.assess(builder).likelyByChance - 4 * level) < 1e-12)
  }

  @Test func aRegionWithoutABaselineHasNoVerdict() throws {
    var builder = SurveyBuilder()
    builder.add("a", "甲", in: "2023-12", 90, of: 100)
    builder.add("a", "甲", in: "2024-12", 90, of: 100)
    builder.add("b", "甲", in: "2024-12", 10, of: 100)
    let assessment = try Self.assess(builder)
    let finding = try #require(assessment.finding("b"))
    #expect(finding.evidence == .tooFew && finding.pShortfall == nil && finding.isAttained == nil)
    #expect(finding.mixEffect == nil && finding.target == nil)
    #expect(!assessment.warnings.contains(.periodOutsidePlan(period: "2024")))
    #expect(assessment.warnings.contains(.periodOutsidePlan(period: "2023")))
  }
}
