import FoundationEssentials
import TestSupport
import Testing

@testable import SpotCheck
@testable import SpotCheckReports

@Suite("Workbook")
struct WorkbookReportTests {
  private static let report: Report = {
    var report = ReportSamples.planned
    report.changes = ChangesSamples.changes
    return report
  }()

  @Test("equal reports are equal bytes, in each language its own", arguments: Language.allCases)
  func bytes(language: Language) throws {
    let scratch = try Scratch()
    let workbook = WorkbookReport(
      Self.report, plan: ReportSamples.plan, likelyByChance: 0.25, language: language)
    for name in ["a.xlsx", "b.xlsx"] { try workbook.write(to: scratch.path + "/" + name) }
    let first = try Data(contentsOf: URL(filePath: scratch.path + "/a.xlsx"))
    #expect(first.starts(with: Data("PK".utf8)))
    #expect(first == (try Data(contentsOf: URL(filePath: scratch.path + "/b.xlsx"))))
  }

  @Test("a folder that is not there and a full disk are errors of the file")
  func failures() throws {
    let workbook = WorkbookReport(Self.report)
    let error = try #require(throws: SpotCheckError.self) { try workbook.write(to: "/nowhere/a.xlsx") }
    #expect(error.file == "/nowhere/a.xlsx")
    #expect(throws: SpotCheckError.self) { try workbook.write(to: "/dev/full") }
  }

  @Test(
    "what a cell cannot hold is cut or replaced",
    arguments: [
      ("=1+1", "=1+1"), ("a\u{0}b\u{1B}", "a\u{FFFD}b\u{FFFD}"), ("行\n\t", "行\n\t"),
      (String(repeating: "字", count: 40_000), String(repeating: "字", count: 32_767)),
      (String(repeating: "😀", count: 20_000), String(repeating: "😀", count: 16_383)),
    ])
  func texts(text: String, expected: String) {
    #expect(text.forWorkbook == expected)
  }

  @Test(
    "targets keep the decimals of the plan", arguments: [("0.955", 1), ("0.96", 0), ("1", 2), ("0.98525", 3)])
  func decimals(written: String, decimals: Int) {
    #expect(WorkbookPages.decimals(of: written) == decimals)
  }
}
