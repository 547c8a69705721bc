@testable import SpotCheck
import SpotCheckIngest
import SpotCheckStatistics
import Testing

@Suite("Report assembly")
struct ReportAssemblyTests {
  private static func survey() -> Survey {
    var builder = SurveyBuilder()
    builder.add("a", "甲", in: "2024-01", 90, of: 100)
    builder.add("b", "甲", in: "2024-12", 99, of: 100)
    return builder.survey()
  }

  @Test func showingCellsOtherwiseChangesNoFinding() throws {
    let survey = Self.survey()
    let assessment = try Assessment(of: survey, against: .sample())
    var options = ReportOptions()
    options.dimensions = ["category"]
    options.period = .quarter
    let first = Report(survey, assessment: assessment)
    let second = Report(survey, assessment: assessment, options: options)
    #expect(first.findings == second.findings)
    #expect(!first.findings.isEmpty)
    #expect(first.cells.count == 2)
    #expect(second.cells.map(\.keys) == [["甲"]])
  }

  @Test func provenanceTellsWhatBearsOnTheFigures() throws {
    let survey = Self.survey()
    let report = Report(survey, assessment: try Assessment(of: survey, against: .sample()))
    #expect(report.provenance.version == SpotCheckVersion.current)
    #expect(report.provenance.asOf?.iso8601 == "2024-12-31")
    #expect(
      report.provenance.options.map { "\($0.name)=\($0.value)" } == [
        "alpha=0.05", "by=region,category,period", "confidence=0.95", "depth=1", "interval=wilson",
        "levels=region", "mature_after=60", "multiplicity=bh", "period=month", "periods=year",
      ])
  }

  @Test func withoutAPlanThereAreCellsOnly() {
    let report = Report(Self.survey())
    #expect(report.findings.isEmpty)
    #expect(report.cells.map(\.passRate) == [0.9, 0.99])
    let expected = BinomialInterval.interval(passes: 90, trials: 100, level: 0.95, method: .wilson)
    #expect(report.cells[0].lower == expected?.lower)
    #expect(report.rollups.first { $0.keys == ["*", "*", "2024"] }?.trials == 200)
  }

  @Test func aWarningIsGivenOnce() throws {
    var builder = SurveyBuilder(["region"])
    builder.add("530199", in: "2023-12", 5, of: 6)
    let survey = builder.survey(table: try .sample())
    let report = Report(survey, assessment: try Assessment(of: survey, against: .sample()))
    #expect(
      report.warnings == [
        .regionCodeUnknown(code: "530199", ancestor: "530100", trials: 6), .periodOutsidePlan(period: "2023"),
      ])
  }
}
