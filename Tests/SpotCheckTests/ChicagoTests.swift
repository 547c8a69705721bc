import TestSupport
import Testing

@testable import SpotCheck

/// Holds the figures of Documentation/Chicago.md to what its layout and plan find.
@Suite("Chicago", .enabled(if: RealData.isPresent, "real dumps stand in ../shared/realdata"))
struct ChicagoTests {
  private let assessment: Assessment

  init() throws {
    let blocks = try GuideTests.blocks(of: "Documentation/Chicago.md")
    try #require(blocks.count == 2)
    let layout = try Layout(yaml: blocks[0], file: "layout.yaml")
    let plan = try Plan(yaml: blocks[1], file: "plan.yaml")
    let survey = try Survey(
      reading: [RealData.path("chicago/food_inspections_2011_2014.csv")], layout: layout, plan: plan)
    #expect(survey.ingested.total.accepted == 27_591)
    assessment = try Assessment(of: survey, against: plan)
  }

  private func zips(_ indicator: String, in year: String) -> [Finding] {
    assessment.findings.filter { $0.indicator == indicator && $0.period == year && $0.region != "*" }
  }

  private func city(_ indicator: String, in year: String) throws -> Finding {
    try #require(
      assessment.findings.first { $0.indicator == indicator && $0.period == year && $0.region == "*" })
  }

  struct Year: CustomTestStringConvertible {
    let year: String
    let zips: Int
    let below: Int
    let counts: [Evidence: Int]
    let likelyByChance: Double
    let city: Evidence
    var testDescription: String { year }
  }

  @Test(
    "a year by its classes",
    arguments: [
      Year(
        year: "2012", zips: 60, below: 28,
        counts: [.provenShortfall: 14, .likelyShortfall: 5, .provenMet: 12, .tooFew: 2],
        likelyByChance: 4.8, city: .provenShortfall),
      Year(
        year: "2013", zips: 59, below: 24,
        counts: [.provenShortfall: 11, .likelyShortfall: 5, .provenMet: 16, .tooFew: 1],
        likelyByChance: 4.9, city: .provenMet),
      Year(
        year: "2014", zips: 59, below: 25,
        counts: [.provenShortfall: 9, .likelyShortfall: 7, .provenMet: 10, .tooFew: 1],
        likelyByChance: 5.0, city: .provenMet),
    ])
  func classes(_ expected: Year) throws {
    let findings = zips("zips", in: expected.year)
    #expect(findings.count == expected.zips)
    #expect(findings.count { $0.isAttained == false } == expected.below)
    for (evidence, count) in expected.counts {
      #expect(findings.count { $0.evidence == evidence } == count, "\(evidence)")
    }
    let byChance = assessment.cells.reduce(0) { sum, cell in
      let isOfYear = cell.finding.indicator == "zips" && cell.finding.period == expected.year
      return sum + (isOfYear ? cell.likelyByChance : 0)
    }
    #expect((byChance - expected.likelyByChance).magnitude < 0.05)
    #expect(try city("zips", in: expected.year).evidence == expected.city)
  }

  @Test("the nine most extreme of 2014") func nine() {
    let proven = zips("zips", in: "2014").filter { $0.evidence == .provenShortfall }
      .sorted { ($0.pShortfall ?? 1) < ($1.pShortfall ?? 1) }
    #expect(
      proven.map(\.region) == [
        "60640", "60649", "60610", "60639", "60607", "60614", "60623", "60617", "60620",
      ])
    #expect(proven.map(\.trials) == [246, 65, 246, 227, 233, 396, 245, 130, 110])
    #expect(proven.map(\.passes) == [141, 30, 171, 159, 165, 290, 175, 89, 76])
    #expect(proven.allSatisfy { ($0.bound ?? 1) < 0.8 })
  }

  @Test("licences as clusters change one verdict") func licences() {
    var changed: [String] = []
    for year in ["2012", "2013", "2014"] {
      for (plain, clustered) in zip(zips("zips", in: year), zips("licences", in: year)) {
        #expect(plain.region == clustered.region && plain.passes == clustered.passes)
        if plain.evidence != clustered.evidence { changed.append("\(year) \(plain.region)") }
      }
    }
    #expect(changed == ["2012 60640"])
    let effects = zips("licences", in: "2014").compactMap(\.designEffect).sorted()
    #expect((effects[effects.count / 2] - 1.01).magnitude < 0.005)
    #expect(((effects.last ?? 0) - 1.22).magnitude < 0.005)
  }

  @Test("the city fell from 2013 to 2014, zip by zip") func rising() throws {
    let fall = try city("city", in: "2014")
    #expect(fall.evidence == .provenShortfall)
    #expect(((fall.pShortfall ?? 1) - 0.0156).magnitude < 0.0001)
    #expect([fall.passes, fall.trials] == [7_891, 9_772])
    #expect(try city("city", in: "2013").evidence == .provenMet)
  }
}
