import Foundation
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

  @Test(
    "a full sheet goes on on the next, and says so",
    .enabled(if: FileManager.default.isExecutableFile(atPath: Self.python), "there is no Python"))
  func continuation() throws {
    let scratch = try Scratch()
    var workbook = WorkbookReport(Self.report, plan: ReportSamples.plan)
    workbook.rowLimit = 4
    try workbook.write(to: scratch.path + "/a.xlsx")
    let xml = try Self.parts(of: scratch.path + "/a.xlsx")
    for sheet in ["Findings", "Findings (2)", "Findings (3)"] { #expect(xml.contains("name=\"\(sheet)\"")) }
    #expect(!xml.contains("name=\"Findings (4)\""))
    #expect(xml.contains("continued on “Findings (2)”") && xml.contains("continued on “Findings (3)”"))
    #expect(!xml.contains("<f>"))
  }

  private static let python = "/usr/bin/python3"

  /// The workbook's list of sheets and the sheets themselves, as XML.
  private static func parts(of path: String) throws -> String {
    let script = """
      import sys, zipfile
      book = zipfile.ZipFile(sys.argv[1])
      names = [name for name in book.namelist() if name.endswith("workbook.xml") or "/worksheets/sheet" in name]
      sys.stdout.buffer.write(b"".join(book.read(name) for name in names))
      """
    let process = Process()
    process.executableURL = URL(filePath: python)
    process.arguments = ["-c", script, path]
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let bytes = try pipe.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return String(decoding: bytes, as: UTF8.self)
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
