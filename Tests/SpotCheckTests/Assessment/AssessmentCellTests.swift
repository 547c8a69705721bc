@testable import SpotCheck
import SpotCheckIngest
import SpotCheckStatistics
import Testing

@Suite("Evidence of a cell")
struct AssessmentCellTests {
  /// The finding at the whole of a closed year with these counts.
  private func finding(
    _ passes: Int, of trials: Int, month: String = "2024-12", _ change: (inout Indicator) -> Void = { _ in }
  ) throws -> Finding {
    var builder = SurveyBuilder(["region"])
    builder.add("a", in: month, passes, of: trials)
    let assessment = try Assessment(of: builder.survey(), against: .sample(change))
    return try #require(assessment.finding("*", "*", String(month.prefix(4))))
  }

  @Test(
    "each class has its case, against 0.96 at α = 0.05",
    arguments: [
      (450, 500, Evidence.provenShortfall), (140, 150, .likelyShortfall), (95, 100, .inconclusiveBelow),
      (97, 100, .inconclusiveMet), (985, 1000, .provenMet), (50, 50, .tooFew), (73, 73, .tooFew),
      (74, 74, .provenMet), (0, 1, .tooFew), (0, 2, .provenShortfall), (1, 2, .tooFew),
    ])
  func classes(passes: Int, trials: Int, expected: Evidence) throws {
    let finding = try finding(passes, of: trials)
    #expect(finding.evidence == expected)
    #expect(!finding.isInterim)
    #expect(finding.isAttained == (passes * 100 >= trials * 96))
  }

  @Test func figuresAreThoseOfTheExactBinomial() throws {
    let finding = try finding(450, of: 500)
    #expect(abs((finding.pShortfall ?? 0) / 4.8481555700627866e-09 - 1) < 1e-10)
    #expect(abs((finding.pMet ?? 0) - 0.9999999982385638) < 1e-12)
    #expect(finding.qShortfall == finding.pShortfall)
    #expect(abs((finding.bound ?? 0) - 0.9212614299547971) < 1e-12)
    #expect(finding.boundLevel == 0.95)
    #expect(finding.passesShort == 30)
    #expect(abs((finding.excessFailures ?? 0) - 30) < 1e-9)
    #expect(abs((finding.shortfall ?? 0) - 0.06) < 1e-12)
    #expect(finding.estimator == "exact_binomial")
  }

  @Test func oneFailureProvesNothing() throws {
    let finding = try finding(0, of: 1)
    #expect(finding.qShortfall ?? 1 <= 0.05)
    #expect(finding.evidence == .tooFew)
  }

  @Test func targetsAreComparedExactly() throws {
    let finding = try finding(1989, of: 2125) { $0.targets = [2024: DecimalFraction(digits: 936, places: 3)] }
    #expect(finding.isAttained == true)
    #expect(finding.passesShort == 0)
    #expect(finding.shortfall == 0)
  }

  @Test(
    "where all must conform one failure is certain and a clean sample proves nothing",
    arguments: [
      (99, 100, Evidence.certainShortfall), (100, 100, .inconclusiveMet),
    ])
  func all(passes: Int, trials: Int, expected: Evidence) throws {
    let finding = try finding(passes, of: trials) {
      $0.comparison = .all
      $0.targets = [:]
    }
    #expect(finding.evidence == expected)
    #expect(finding.target == 1)
    #expect(finding.targetText == "1")
    #expect((finding.qShortfall == nil) == (expected == .certainShortfall))
    if expected == .inconclusiveMet { #expect(abs((finding.bound ?? 0) - 0.970486950) < 1e-9) }
  }

  @Test func aYearWithoutTargetIsNoFailure() throws {
    let finding = try finding(1, of: 100, month: "2023-12")
    #expect(finding.evidence == .noTarget)
    #expect(finding.pShortfall == nil && finding.qShortfall == nil && finding.bound == nil)
    #expect(finding.passRate == 0.01)
  }

  @Test func aFailRateIsJudgedOnPassesWithTheComplement() throws {
    let rate = try finding(450, of: 500)
    let fail = try finding(450, of: 500) {
      $0.measure = .failRate
      $0.comparison = .atMost
      $0.targets = [2024: DecimalFraction(digits: 4, places: 2)]
    }
    #expect(fail.pShortfall == rate.pShortfall)
    #expect(fail.evidence == rate.evidence)
    #expect(fail.shortfall == rate.shortfall)
    #expect(fail.passRate == 0.9)
    #expect(fail.bound == rate.bound)
    #expect(fail.target == 0.04)
  }

  @Test func aPassRateThatMustNotBeExceededIsJudgedOnFailures() throws {
    let finding = try finding(99, of: 100) {
      $0.comparison = .atMost
      $0.targets = [2024: DecimalFraction(digits: 8, places: 1)]
    }
    #expect(finding.isAttained == false)
    #expect(finding.evidence == .provenShortfall)
    #expect(abs((finding.shortfall ?? 0) - 0.19) < 1e-12)
    let bound = try #require(finding.bound)
    #expect(bound > 0.8 && bound < 0.99)
  }

  // MARK: Open periods

  @Test func anOpenPeriodIsJudgedByAnytimeEvidence() throws {
    var builder = SurveyBuilder(["region"])
    for (month, failures) in [8, 6, 1].enumerated() {
      builder.add("a", in: "2024-0\(month + 1)", 100 - failures, of: 100)
    }
    let survey = builder.survey()
    let assessment = try Assessment(of: survey, against: .sample())
    let interim = try #require(assessment.finding("*"))
    let expected = AnytimeTest.pValues(
      passes: [92, 186, 285], trials: [100, 200, 300], target: DecimalFraction(digits: 96, places: 2))
    #expect(assessment.asOf?.iso8601 == "2024-03-31")
    #expect(interim.isInterim)
    #expect(interim.pShortfallAnytime == expected.shortfall)
    #expect(interim.pMetAnytime == expected.met)
    #expect(interim.qShortfall == expected.shortfall)
    let fixed = ExactTest.pShortfall(passes: 285, trials: 300, target: 0.96)
    #expect(abs((interim.pShortfall ?? 0) - fixed) < 1e-12)

    var options = AssessmentOptions()
    options.asOf = CalendarDate(iso8601: "2024-12-31")
    let closed = try #require(try Assessment(of: survey, against: .sample(), options: options).finding("*"))
    #expect(!closed.isInterim)
    #expect(closed.pShortfallAnytime == nil)
    #expect(closed.qShortfall == closed.pShortfall)
  }

  @Test("an open period's bound excludes the target exactly when the verdict is proven", arguments: 0..<40)
  func interimBound(failures: Int) throws {
    let finding = try finding(500 - failures, of: 500, month: "2024-06")
    let bound = try #require(finding.bound)
    let isExcluded = finding.isAttained == true ? bound > 0.96 : bound < 0.96
    #expect(finding.isInterim)
    #expect(isExcluded == [.provenShortfall, .provenMet].contains(finding.evidence))
  }

  @Test func aShortfallProvenEarlyStandsWithItsBound() throws {
    var builder = SurveyBuilder(["region"])
    builder.add("a", in: "2024-01", 80, of: 100)
    builder.add("a", in: "2024-02", 900, of: 900)
    let finding = try #require(try Assessment(of: builder.survey(), against: .sample()).finding("*"))
    #expect(finding.isAttained == true)
    #expect(finding.evidence == .provenShortfall)
    let bound = try #require(finding.bound)
    #expect(bound > 0.80 && bound < 0.96)
  }

  // MARK: Weights

  private func weighted(_ counts: [(String, Int, Int)], month: String = "2024-12") throws -> Assessment {
    var builder = SurveyBuilder()
    for (category, passes, trials) in counts { builder.add("a", category, in: month, passes, of: trials) }
    return try Assessment(
      of: builder.survey(),
      against: .sample { indicator in
        indicator.weights = Indicator.Weights(
          dimension: "category",
          values: [
            DimensionKey(levels: ["甲"]): DecimalFraction(digits: 3, places: 1),
            DimensionKey(levels: ["乙"]): DecimalFraction(digits: 7, places: 1),
          ])
      })
  }

  @Test func aWeightedRateIsJudgedByTheGammaMethod() throws {
    let assessment = try weighted([("甲", 90, 100), ("乙", 196, 200), ("丙", 0, 50)])
    let finding = try #require(assessment.finding("*"))
    #expect(finding.estimator == "weighted_gamma")
    #expect(finding.trials == 300)
    #expect(abs((finding.passRate ?? 0) - 0.956) < 1e-12)
    #expect(abs((finding.pShortfall ?? 0) - 0.3974387081099625) < 1e-10)
    #expect(abs((finding.pMet ?? 0) - 0.7114527561885275) < 1e-10)
    #expect(finding.weightCovered == 1)
    #expect(finding.isAttained == false)
    #expect(finding.passesShort == nil)
    #expect(assessment.finding("*", "甲")?.estimator == "exact_binomial")
    #expect(assessment.finding("*", "丙")?.trials == 50)
  }

  @Test func tooLittleWeightProvesNothing() throws {
    let assessment = try weighted([("乙", 100, 200)])
    let finding = try #require(assessment.finding("a"))
    #expect(finding.weightCovered == 0.7)
    #expect(finding.qShortfall ?? 1 < 0.05)
    #expect(finding.evidence == .likelyShortfall)
    #expect(
      assessment.warnings.contains(
        .strataMissing(indicator: "quality", covered: 0.7, region: "a", period: "2024")))
  }

  @Test func anOpenPeriodOfWeightedRatesPaysForItsLooks() throws {
    let counts = [("甲", 90, 100), ("乙", 196, 200)]
    let closed = try #require(try weighted(counts).finding("*"))
    let open = try #require(try weighted(counts, month: "2024-11").finding("*"))
    #expect(open.pShortfall == closed.pShortfall)
    #expect(open.pShortfallAnytime == min(1, 12 * (closed.pShortfall ?? 1)))
  }

  @Test func theChanceOfLikelyIsThatOfTheLargestCountThatQualifies() throws {
    var builder = SurveyBuilder(["region"])
    builder.add("a", in: "2024-12", 99, of: 100)
    builder.add("b", in: "2024-12", 149, of: 150)
    let assessment = try Assessment(of: builder.survey(), against: .sample())
    let whole = 250
    let largest = (0..<240).last { ExactTest.pShortfall(passes: $0, trials: whole, target: 0.96) <= 0.1 } ?? 0
    let expected =
      0.0475120507259433 + 0.07971001573464712
      + ExactTest.pShortfall(passes: largest, trials: whole, target: 0.96)
    #expect(abs(assessment.likelyByChance - expected) < 1e-10)
  }
}
