import SpotCheck
import Testing

@testable import SpotCheckReports

@Suite("Table report")
struct TableReportTests {
  @Test("the golden texts", arguments: Language.allCases, [80, 140])
  func golden(language: Language, width: Int) throws {
    let planned = TableReport(
      ReportSamples.planned, plan: ReportSamples.plan, likelyByChance: 0.25, language: language,
      width: width)
    try expectSnapshot(planned.text, named: "planned.\(language.rawValue).\(width).txt")
    let unplanned = TableReport(ReportSamples.unplanned, language: language, width: width)
    try expectSnapshot(unplanned.text, named: "unplanned.\(language.rawValue).\(width).txt")
  }

  @Test("no line is wider than the terminal", arguments: Language.allCases, [60, 72, 80, 100, 200])
  func fits(language: Language, width: Int) {
    let text = TableReport(
      ReportSamples.planned, plan: ReportSamples.plan, language: language, width: width
    ).text
    for line in text.split(separator: "\n") {
      #expect(DisplayWidth.of(String(line)) <= width, "\(line)")
    }
  }

  @Test("colour adds nothing but colour", arguments: Language.allCases)
  func colorIsNotAlone(language: Language) {
    let plain = TableReport(ReportSamples.planned, plan: ReportSamples.plan, language: language)
    var colored = plain
    colored.style = Style(isColored: true)
    #expect(colored.text.replacing(/\u{1B}\[[0-9]*m/, with: "") == plain.text)
    #expect(colored.text != plain.text)
  }

  @Test("the head names the level of the plan's own bounds")
  func level() {
    var plan = ReportSamples.plan
    plan.assessment.alpha = 0.01
    let text = TableReport(ReportSamples.planned, plan: plan, language: .simplifiedChinese).text
    #expect(text.contains("单侧99%"))
  }

  @Test("verdicts are never cut", arguments: Language.allCases, [60, 80, 99, 100, 120])
  func verdicts(language: Language, width: Int) {
    let text = TableReport(
      ReportSamples.planned, plan: ReportSamples.plan, language: language, width: width
    ).text
    for finding in ReportSamples.planned.findings where finding.region != "*" && finding.category == "*" {
      let words = finding.evidence
      #expect(
        text.contains(width < 100 ? words.shortWords(in: language) : words.words(in: language)))
    }
  }

  @Test("short verdicts take no more than 20 columns", arguments: Language.allCases)
  func shortVerdicts(language: Language) {
    let all = Evidence.allCases.map { $0.shortWords(in: language) }
    #expect(all.allSatisfy { DisplayWidth.of($0) <= 20 })
    #expect(Set(all).count == all.count)
  }

  @Test("long lists are folded with a count, and never lose a shortfall")
  func folds() {
    var report = ReportSamples.planned
    let template = report.findings[1]
    for number in 0..<100 {
      var finding = template
      finding.region = "R\(number)"
      finding.regionName = nil
      finding.regionLevel = "region"
      finding.evidence = number == 77 ? .provenShortfall : .inconclusiveMet
      report.findings.insert(finding, at: 4 + number)
    }
    let table = TableReport(report, plan: ReportSamples.plan, width: 120, rowLimit: 20)
    #expect(table.text.contains("R77 "))
    #expect(!table.text.contains("R76 "))
    #expect(table.text.contains("… and 99 more"))
    var unfolded = table
    unfolded.rowLimit = nil
    #expect(unfolded.text.contains("R76 "))
  }
}
