import SpotCheck
import Testing

@testable import SpotCheckReports

@Suite("HTML report")
struct HTMLReportTests {
  private func page(_ report: Report, plan: Plan? = ReportSamples.plan, language: Language = .english)
    -> String
  {
    var page = HTMLReport(report, plan: plan, likelyByChance: 0.25, language: language)
    page.command = "spotcheck analyze 'my dumps/' --format html"
    return String(decoding: page.bytes, as: UTF8.self)
  }

  /// The page without style and script, a line for each block.
  private func content(_ page: String) -> String {
    page.replacing(PageStyle.css, with: "").replacing(PageScript.script, with: "")
      .replacing("><", with: ">\n<")
  }

  @Test("the golden pages", arguments: Language.allCases)
  func golden(language: Language) throws {
    try expectSnapshot(
      content(page(ReportSamples.planned, language: language)), named: "planned.\(language.rawValue).html")
    try expectSnapshot(
      content(page(ReportSamples.unplanned, plan: nil, language: language)),
      named: "unplanned.\(language.rawValue).html")
  }

  @Test("the page needs nothing from anywhere")
  func isSelfContained() {
    let page = page(ReportSamples.planned)
    #expect(page.contains("default-src &#39;none&#39;"))
    for needed in [" src=\"", "url(", "@import", "fetch(", "XMLHttpRequest"] {
      #expect(!page.contains(needed))
    }
  }

  @Test("an open year shows how much of the plan is done")
  func completion() {
    var report = ReportSamples.planned
    for index in report.findings.indices where report.findings[index].region == "530100" {
      report.findings[index].period = "2025"
      report.findings[index].trials = 175
      report.findings[index].passes = 160
      report.findings[index].status = "open"
      report.findings[index].requiredFutureRate = 0.98625
    }
    let text = page(report)
    #expect(text.contains("175/400"))
    #expect(text.contains("43.75"))
    #expect(text.contains("98.62"))
    report.outlook.projections[0].planned = 100
    #expect(page(report).contains("175.00"))
    report.outlook.projections[0].planned = 0
    #expect(page(report).contains("175/0"))
  }

  @Test("elements are closed in order")
  func isWellFormed() throws {
    let voids: Set = ["meta", "link", "input", "!DOCTYPE"]
    for report in [ReportSamples.planned, ReportSamples.unplanned] {
      var open: [Substring] = []
      let text = page(report).replacing(PageScript.script, with: "").replacing(PageStyle.css, with: "")
      for match in text.matches(of: /<(\/?)([A-Za-z!0-9]+)[^>]*>/) {
        let name = match.output.2
        if voids.contains(String(name)) { continue }
        if match.output.1.isEmpty { open.append(name) } else { #expect(open.popLast() == name) }
      }
      #expect(open.isEmpty)
    }
  }

  @Test("names from data never become markup, wherever they stand")
  func hostile() {
    let hostile = "<script>alert(1)</script>\"><img src=x>" + String(repeating: "长", count: 200)
    var report = ReportSamples.planned
    for index in report.findings.indices {
      report.findings[index].regionName = hostile
      report.findings[index].category = hostile
      report.findings[index].responsible = [hostile]
    }
    report.input.files[0].path = hostile
    report.input.unknownLabels[0].label = hostile
    report.outlook.series[0].subject.regionName = hostile
    var plan = ReportSamples.plan
    plan.title = ["": hostile]
    plan.indicators[0].title = ["": hostile]
    let text = page(report, plan: plan)
    #expect(!text.contains("<script>alert"))
    #expect(!text.contains("<img"))
    #expect(text.contains("&lt;script&gt;alert"))
  }

  @Test("a page has at most 2 MB whatever the input, and says what it leaves out")
  func isBounded() {
    var report = ReportSamples.planned
    let template = report.findings[2]
    let name = String(repeating: "👨‍👩‍👧<&\"", count: 40)
    report.findings = (0..<2000).map { number in
      var finding = template
      finding.region = "R\(number)" + name
      finding.regionName = nil
      finding.responsible = [name, name]
      return finding
    }
    report.warnings = (0..<500).map { .planRegionAbsent(indicator: name, region: "\($0)" + name) }
    report.input.unknownLabels = (0..<1000).map { Ingested.LabelCount(label: "\($0)" + name, count: 1) }
    var plan = ReportSamples.plan
    plan.title = ["": String(repeating: name, count: 100)]
    plan.indicators = (0..<600).map { number in
      var indicator = plan.indicators[0]
      if number > 0 { indicator.id = "\(number)" }
      indicator.responsible = [name]
      indicator.title = ["": String(repeating: name, count: 10)]
      return indicator
    }
    let bytes = HTMLReport(report, plan: plan).bytes
    #expect(bytes.count <= HTMLReport.mostBytes)
    #expect(String(decoding: bytes, as: UTF8.self).contains("more; all of them are in the CSV and JSON"))
  }
}
