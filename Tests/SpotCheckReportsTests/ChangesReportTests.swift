import Foundation
import SpotCheck
import Testing

@testable import SpotCheckReports

@Suite("Changes since an earlier report")
struct ChangesReportTests {
  private static let report: Report = {
    var report = ReportSamples.planned
    report.changes = ChangesSamples.changes
    return report
  }()

  @Test("the golden texts", arguments: Language.allCases)
  func table(language: Language) throws {
    let text = TableReport(Self.report, plan: ReportSamples.plan, language: language).text
    let title = language == .english ? "Changes since" : "与上次报告"
    let start = try #require(text.range(of: title)).lowerBound
    let section = text[start...].components(separatedBy: "\n\n").prefix(2).joined(separator: "\n\n")
    try expectSnapshot(section + "\n", named: "changes.\(language.rawValue).txt")
    for line in section.split(separator: "\n") { #expect(DisplayWidth.of(String(line)) <= 80, "\(line)") }
  }

  @Test("the page has a section of them, and only where there are any")
  func page() throws {
    let page = String(decoding: HTMLReport(Self.report, plan: ReportSamples.plan).bytes, as: UTF8.self)
    let start = try #require(page.range(of: "<section id=\"since\"")).upperBound
    let section = try #require(page[start...].components(separatedBy: "</section>").first)
    for language in Language.allCases {
      let words = Words(language: language)
      #expect(section.contains(words.changed(since: ChangesSamples.changes.asOf)))
      for change in ChangesSamples.changes.verdicts {
        let isPlain = change.before.evidence != change.now.evidence
        #expect(section.contains(words.standing(change.before, isPlain: isPlain)))
        #expect(section.contains(words.standing(change.now, isPlain: isPlain)))
      }
    }
    let without = String(
      decoding: HTMLReport(ReportSamples.planned, plan: ReportSamples.plan).bytes, as: UTF8.self)
    #expect(!without.contains("id=\"since\""))
  }

  @Test("the JSON has them behind the outlook, and only where there are any")
  func json() throws {
    struct Shape: Decodable {
      struct Since: Decodable {
        struct Verdict: Decodable { var region: String }
        struct Month: Decodable { var trials, trials_before: Int }
        var as_of: String
        var findings_added: Int
        var verdicts: [Verdict]
        var months: [Month]
      }
      var since: Since?
    }
    let text = String(decoding: JSONReport(Self.report).bytes, as: UTF8.self)
    let since = try #require(try JSONDecoder().decode(Shape.self, from: Data(text.utf8)).since)
    #expect(since.as_of == "2025-02-28" && since.findings_added == 1)
    #expect(since.verdicts.map(\.region) == ["532300", "530100"])
    #expect(!since.months.isEmpty && since.months.allSatisfy { $0.trials == $0.trials_before + 2 })
    let order = ["\"outlook\":", "\"since\":", "\"warnings\":"].compactMap { text.range(of: $0)?.lowerBound }
    #expect(order.count == 3 && order == order.sorted())
    #expect(!String(decoding: JSONReport(ReportSamples.planned).bytes, as: UTF8.self).contains("\"since\":"))
  }
}
