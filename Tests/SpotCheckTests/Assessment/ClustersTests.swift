import SpotCheckStatistics
import TestSupport
import Testing

@testable import SpotCheck

/// Findings of units that lie in clusters.
@Suite("Clusters") struct ClustersTests {
  private func assess(_ counts: [(String, Int, Int)], month: String = "2024-12") throws -> Finding {
    var builder = SurveyBuilder(["region", "establishment"])
    for (cluster, passes, trials) in counts { builder.add("a", cluster, in: month, passes, of: trials) }
    return try #require(
      try Assessment(of: builder.survey(), against: .sample { $0.clusters = "establishment" }).finding("*"))
  }

  @Test func figuresAreThoseOfTheDesignEffect() throws {
    let counts = [("x", 60, 100), ("y", 98, 100), ("z", 100, 100), ("w", 91, 100)]
    let finding = try assess(counts)
    let expected = try #require(ClusteredRate(passes: counts.map(\.1), trials: counts.map(\.2)))
    #expect(finding.estimator == "clustered_beta")
    #expect(finding.designEffect == expected.designEffect && expected.designEffect > 10)
    #expect(finding.pShortfall == expected.pShortfall(target: 0.96))
    #expect(finding.pMet == expected.pMet(target: 0.96))
    #expect(finding.lower == expected.lowerBound(risk: 0.025))
    #expect(finding.bound == expected.upperBound(risk: 0.05))
    #expect(finding.trials == 400 && finding.passes == 349 && finding.passesShort == 35)
    #expect(finding.evidence == .inconclusiveBelow)
  }

  @Test func failuresOfOneClusterProveNothing() throws {
    let counts = (0..<40).map { ("c\($0)", $0 == 0 ? 0 : 5, $0 == 0 ? 2 : 5) }
    let one = try assess(counts)
    #expect(one.evidence != .provenShortfall)
    let several = (0..<40).map { ("c\($0)", $0 % 2, 2) }
    #expect(try assess(several).evidence == .provenShortfall)
    #expect(try assess([("x", 0, 30)]).evidence == .likelyShortfall)
  }

  @Test func aSingleClusterIsOneUnit() throws {
    #expect(try assess([("x", 500, 500)]).evidence == .tooFew)
    #expect(try assess([("x", 500, 500), ("y", 500, 500)]).evidence == .provenMet)
  }

  @Test func anOpenPeriodPaysForItsLooks() throws {
    let counts = (0..<60).map { ("c\($0)", $0 % 3, 2 + $0 % 2) }
    let closed = try assess(counts)
    let open = try assess(counts, month: "2024-06")
    #expect(open.pMetAnytime == min(1, 12 * (closed.pMet ?? 1)))
  }

  @Test func chanceAloneMakesSomeLikely() throws {
    var builder = SurveyBuilder(["region", "establishment"])
    for cluster in 0..<50 { builder.add("a", "c\(cluster)", in: "2024-12", cluster % 5 == 0 ? 2 : 4, of: 4) }
    let plan = Plan.sample {
      $0.clusters = "establishment"
      $0.targets = [2024: DecimalFraction(digits: 9, places: 1)]
    }
    let assessment = try Assessment(of: builder.survey(), against: plan)
    let rate = try #require(
      ClusteredRate(passes: (0..<50).map { $0 % 5 == 0 ? 2 : 4 }, trials: [Int](repeating: 4, count: 50)))
    let largest = try #require((0..<180).last { rate.pShortfall(passes: $0, target: 0.9) <= 0.1 })
    #expect(rate.designEffect > 1.5)
    #expect(abs(assessment.likelyByChance - 2 * rate.pShortfall(passes: largest, target: 0.9)) < 1e-12)
  }

  @Test func theColumnIsReadAndCellsStayTheSame() throws {
    let folder = try Scratch()
    let dump = try folder.write(
      """
      region,date,result,firm
      a,2024-12-01,pass,x
      a,2024-12-02,fail,x
      a,2024-12-03,pass,y
      a,2024-12-03,pass,
      """, to: "dump.csv")
    let layout = try Layout(yaml: "columns: { establishment: firm }", file: "layout.yaml")
    var options = SurveyOptions()
    options.dimensions = ["region", "period"]
    let plan = Plan.sample { $0.clusters = "establishment" }
    let survey = try Survey(reading: [dump], layout: layout, plan: plan, options: options)
    var shown = ReportOptions()
    shown.dimensions = options.dimensions
    let with = Report(survey, assessment: try Assessment(of: survey, against: plan), options: shown)
    let plain = Report(
      try Survey(reading: [dump], layout: layout, plan: nil, options: options), options: shown)
    #expect(with.cells == plain.cells && with.rollups == plain.rollups && with.dimensions == plain.dimensions)
    #expect(with.findings.first?.estimator == "clustered_beta")
    #expect(with.findings.first?.trials == 4)
  }

  @Test func aColumnThatIsNotKnownIsAskedFor() throws {
    let plan = Plan.sample { $0.clusters = "firm" }
    let error = try #require(throws: SpotCheckError.self) {
      try Layout().schema(by: ["region"], plan: plan)
    }
    #expect(error.kind == .dimensionWithoutColumn(askedBy: "clusters"))
  }
}
