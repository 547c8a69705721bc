import SpotCheck
import Testing

@testable import SpotCheckReports

@Suite("Summary")
struct SummaryTests {
  private let summary = Summary(ReportSamples.planned, plan: ReportSamples.plan)

  @Test("the attainment table has the indicators' own categories, and nothing else")
  func attainment() {
    #expect(summary.attainment.map(\.finding.region) == ["*", "530100", "532300", "532900"])
    #expect(summary.attainment.allSatisfy { $0.finding.category == "制造业" })
  }

  @Test("the latest period is the last with units")
  func latest() {
    var report = ReportSamples.planned
    var next = report.findings[3]
    next.period = "2025"
    report.findings.append(next)
    #expect(Summary(report).latestPeriod(of: "manufacturing") == "2024")
    #expect(Summary(report).latestPeriod(of: "absent") == nil)
  }

  @Test("without a plan an indicator's title is its identifier")
  func titles() {
    #expect(summary.title(of: "manufacturing", in: .simplifiedChinese) == "制造业产品质量合格率")
    #expect(Summary(ReportSamples.planned).title(of: "manufacturing", in: .english) == "manufacturing")
  }

  @Test("the paragraph of the sample", arguments: Language.allCases)
  func paragraph(language: Language) throws {
    try expectSnapshot(
      summary.paragraph(in: language) + "\n", named: "summary.\(language.rawValue).txt")
  }

  @Test("a report without findings tells what it rests on")
  func unplanned() {
    let sentences = Summary(ReportSamples.unplanned).sentences(in: .english)
    #expect(sentences.count == 1)
    #expect(sentences[0].contains("13,499 units"))
  }

  @Test("where the year is heading is told as it stands", arguments: ["secured", "open", "unreachable"])
  func heading(status: String) {
    var report = ReportSamples.planned
    report.findings[0].status = status
    report.findings[0].requiredFutureRate = 0.9712
    report.findings[0].chanceMet = 0.25
    let text = Summary(report, plan: ReportSamples.plan).paragraph(in: .english)
    let expected = [
      "secured": "met whatever", "open": "at least 97.12% of the units to come must pass (chance 25.00%)",
      "unreachable": "out of reach",
    ]
    #expect(text.contains(expected[status] ?? "?"))
  }
}
