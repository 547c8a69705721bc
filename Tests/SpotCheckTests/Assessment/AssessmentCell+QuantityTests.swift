import SpotCheckIngest
import SpotCheckStatistics
import TestSupport
import Testing

@testable import SpotCheck

/// Findings of means and of shares of a quantity.
@Suite("Means and shares") struct AssessmentCellQuantityTests {
  /// Reads rows of region, date, result, score and area, and judges them by a plan.
  private func assess(_ rows: String, _ plan: String, asOf: String = "2024-12-31") throws -> Assessment {
    let folder = try Scratch()
    let dump = try folder.write("region,date,result,score,area\n" + rows, to: "dump.csv")
    let plan = try Plan(yaml: plan, file: "plan.yaml")
    let layout = try Layout(yaml: "columns: { score: score, area: area }", file: "layout.yaml")
    var options = SurveyOptions()
    options.dimensions = ["region", "period"]
    let survey = try Survey(reading: [dump], layout: layout, plan: plan, options: options)
    var assessing = AssessmentOptions()
    assessing.asOf = CalendarDate(iso8601: asOf)
    return try Assessment(of: survey, against: plan, options: assessing)
  }

  private func mean(
    _ scores: [String], target: String = "85", comparison: String = "at_least", month: String = "12"
  ) throws -> Finding {
    let rows = scores.map { "a,2024-\(month)-01,pass,\($0),1\n" }.joined()
    let plan =
      "indicators: [ { id: m, measure: mean, quantity: score, comparison: \(comparison), target: { 2024: \(target) } } ]"
    let asOf = month == "12" ? "2024-12-31" : "2024-\(month)-30"
    return try #require(try assess(rows, plan, asOf: asOf).finding("a"))
  }

  private static let scores = ["80.5", "91", "88.25", "79", "90", "84", "", "86.5", "92", "77"]

  @Test func aMeanIsJudgedByStudentsTest() throws {
    let finding = try mean(Self.scores)
    let expected = try #require(MeanEstimate(Self.scores.compactMap(Double.init)))
    #expect(finding.estimator == "student_t" && finding.trials == 10 && finding.passes == 10)
    #expect(abs((finding.passRate ?? 0) - expected.mean) < 1e-12)
    #expect(abs((finding.lower ?? 0) - (expected.interval(level: 0.95)?.lowerBound ?? 1)) < 1e-9)
    #expect(abs((finding.pShortfall ?? 0) - (expected.pShortfall(target: 85) ?? 1)) < 1e-12)
    #expect(abs((finding.pMet ?? 0) - (expected.pMet(target: 85) ?? 1)) < 1e-12)
    #expect(finding.isAttained == true && finding.passesShort == nil && finding.shrinkage == nil)
    #expect(finding.evidence == .inconclusiveMet)
  }

  @Test(
    "each class has its case",
    arguments: [
      ("70", "at_least", Evidence.provenMet), ("95", "at_least", .provenShortfall),
      ("86", "at_least", .inconclusiveBelow), ("88.5", "at_least", .likelyShortfall),
      ("95", "at_most", .provenMet), ("70", "at_most", .provenShortfall), ("86", "at_most", .inconclusiveMet),
    ])
  func classes(target: String, comparison: String, expected: Evidence) throws {
    let finding = try mean(Self.scores, target: target, comparison: comparison)
    #expect(finding.evidence == expected)
    let bound = try #require(finding.bound)
    let threshold = try #require(Double(target))
    let isSettled = [.provenMet, .provenShortfall].contains(expected)
    let isAbove = (comparison == "at_least") == (finding.isAttained == true)
    #expect((isAbove ? bound >= threshold : bound <= threshold) == isSettled)
  }

  @Test func aMeanIsComparedExactly() throws {
    let finding = try mean(["0.1", "0.2", "0.3"], target: "0.2")
    #expect(finding.isAttained == true && finding.shortfall == 0)
    #expect(try mean(["0.1", "0.2", "0.2999"], target: "0.2").isAttained == false)
  }

  @Test func edgesOfAMean() throws {
    #expect(try mean(["90"]).evidence == .tooFew)
    #expect(try mean(["90"]).pMet == nil && mean(["90"]).qMet == nil)
    #expect(try mean(["90", "90", "90"]).evidence == .inconclusiveMet)
    #expect(try mean(["", ""]).evidence == .noData)
    #expect(try mean(["1", "1"], target: "1").evidence == .inconclusiveMet)
  }

  @Test func anOpenPeriodOfAMeanPaysForItsLooks() throws {
    let open = try mean(Self.scores, target: "70", month: "06")
    #expect(open.isInterim && open.pMetAnytime == min(1, 12 * (open.pMet ?? 1)))
  }

  // MARK: Shares

  private func share(
    _ rows: [(String, String)], target: String = "0.75", comparison: String = "at_least",
    asOf: String = "2024-12-31"
  ) throws -> Finding {
    let text = rows.map { "a,2024-05-01,\($0.0),,\($0.1)\n" }.joined()
    let plan =
      "indicators: [ { id: s, measure: share, quantity: area, comparison: \(comparison), target: { 2024: \(target) } } ]"
    return try #require(try assess(text, plan, asOf: asOf).finding("a"))
  }

  @Test func aShareIsACensus() throws {
    let met = try share([("pass", "750.5"), ("fail", "200"), ("pass", "49.5")], target: "0.8")
    #expect(met.estimator == "census_share" && met.passRate == 0.8 && met.isAttained == true)
    #expect(met.evidence == .certainMet && met.pShortfall == nil && met.qShortfall == nil && met.bound == nil)
    let short = try share([("pass", "750.5"), ("fail", "200.1"), ("pass", "49.5")], target: "0.8")
    #expect(short.evidence == .certainShortfall && short.isAttained == false)
    #expect((short.shortfall ?? 0) > 0)
  }

  @Test func aShareToDateIsNotCertain() throws {
    #expect(try share([("pass", "9"), ("fail", "1")], asOf: "2024-06-30").evidence == .inconclusiveMet)
    #expect(try share([("pass", "1"), ("fail", "9")], asOf: "2024-06-30").evidence == .inconclusiveBelow)
  }

  @Test func edgesOfAShare() throws {
    #expect(try share([("pass", ""), ("fail", "")]).evidence == .noData)
    #expect(try share([("pass", "0"), ("fail", "0")]).evidence == .noData)
    #expect(try share([("pass", "5")], target: "1").evidence == .certainMet)
    #expect(try share([("pass", "5"), ("fail", "1")], target: "1").evidence == .certainShortfall)
    #expect(
      try share([("pass", "1"), ("fail", "9")], target: "0.1", comparison: "at_most").evidence == .certainMet)
    #expect(
      try share([("pass", "2"), ("fail", "8")], target: "0.1", comparison: "at_most").evidence
        == .certainShortfall)
  }

  @Test func regionsAndTheWholeAreSummed() throws {
    let rows = "a,2024-01-01,pass,,10\na,2024-02-01,fail,,10\nb,2024-03-01,pass,,20\n"
    let plan = "indicators: [ { id: s, measure: share, quantity: area, target: { 2024: 0.75 } } ]"
    let assessment = try assess(rows, plan)
    #expect(assessment.finding("*")?.passRate == 0.75)
    #expect(assessment.finding("a")?.passRate == 0.5 && assessment.finding("b")?.passRate == 1)
    #expect(assessment.families == 0)
  }
}
