import SpotCheckIngest
import Testing

@testable import SpotCheck

@Suite("Survey")
struct SurveyTests {
  @Test func categoriesAboveThoseOfTheDataAreCategoriesToo() throws {
    var builder = SurveyBuilder(["category"])
    builder.add("食品/乳制品/液体乳", in: nil, 1, of: 2)
    builder.add("食品", in: nil, 1, of: 2)
    let categories = builder.survey().categories
    #expect((0..<4).map { categories.text(of: $0) } == ["*", "食品", "食品/乳制品", "食品/乳制品/液体乳"])
    #expect(categories.tree.depths == [0, 1, 2, 3])
    #expect(categories.tree.path(from: 3) == [3, 2, 1])
    #expect(categories.tree.lifted(3, to: 1) == 1)
  }

  @Test func withoutARegionColumnThereIsOnlyTheWhole() throws {
    var builder = SurveyBuilder(["category"])
    builder.add("食品", in: "2024-12", 97, of: 100)
    let survey = builder.survey()
    #expect(survey.regions.regions.map(\.code) == ["*"])
    #expect(try Assessment(of: survey, against: .sample()).findings.map(\.category) == ["*", "食品"])
    #expect(Report(survey).cells.map(\.keys) == [["食品", "2024-12"]])
  }

  @Test func withoutDatesThereIsNoPeriod() {
    var builder = SurveyBuilder()
    builder.add("a", "食品", in: nil, 97, of: 100)
    let report = Report(builder.survey())
    #expect(report.dimensions == ["region", "category"])
    #expect(report.provenance.asOf == nil)
  }

  @Test func figuresSpeakFromTheEndOfTheLatestMonth() {
    var builder = SurveyBuilder(["region"])
    builder.add("a", in: "2023-02", 9, of: 10)
    #expect(builder.survey().latestMonthEnd?.iso8601 == "2023-02-28")
  }

  @Test(
    "a column of one result is told",
    arguments: [
      (0, [Warning.singleResult(isConforming: false, records: 0)]), (1, []),
      (2, [.singleResult(isConforming: true, records: 0)]),
    ])
  func singleResult(passes: Int, warnings: [Warning]) {
    var builder = SurveyBuilder(["region"])
    builder.add("a", in: "2024-01", passes, of: 2)
    #expect(builder.survey().warnings == warnings)
  }

  @Test func talliesAtOnePositionAreSummed() {
    let tallies = [(2, 5, 4), (1, 3, 3), (2, 7, 1)].map { region, trials, passes in
      SurveyTally(position: .init(region: Int32(region)), trials: trials, passes: passes)
    }
    #expect(
      tallies.merged().map { [Int($0.position.region), $0.trials, $0.passes] } == [[1, 3, 3], [2, 12, 5]])
    #expect(tallies.moved { $0.region = 0 }.map { [$0.trials, $0.passes] } == [[15, 8]])
    #expect([SurveyTally]().merged().isEmpty)
  }
}
