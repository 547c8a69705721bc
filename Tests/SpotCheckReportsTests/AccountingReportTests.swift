import FoundationEssentials
import SpotCheck
import SpotCheckReports
import Testing

@Suite("Accounting report")
struct AccountingReportTests {
  private let report = AccountingReport(ReportSamples.planned, plan: ReportSamples.plan)

  @Test("the golden texts", arguments: Language.allCases)
  func golden(language: Language) throws {
    try expectSnapshot(
      report.text(language: language, width: 80), named: "validation.\(language.rawValue).txt")
  }

  @Test("the golden JSON")
  func goldenJSON() throws {
    try expectSnapshot(String(decoding: report.json(), as: UTF8.self), named: "validation.json")
  }

  @Test("an indicator that finds nothing is shown with no trials")
  func emptyIndicator() {
    var plan = ReportSamples.plan
    plan.indicators.append(Indicator(id: "construction"))
    let text = AccountingReport(ReportSamples.planned, plan: plan).text(language: .english, width: 80)
    #expect(text.contains(/construction +All +0 +none/))
  }
}
