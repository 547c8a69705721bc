import FoundationEssentials
import SpotCheck
import SpotCheckReports
import Testing

@Suite("JSON report")
struct JSONReportTests {
  @Test("the golden text")
  func golden() throws {
    var json = JSONReport(ReportSamples.planned, plan: ReportSamples.plan)
    json.fileHashes = ["dumps/a.csv": "00ff"]
    try expectSnapshot(String(decoding: json.bytes, as: UTF8.self), named: "report.json")
  }

  @Test("the text is JSON and files are sorted by path")
  func parses() throws {
    struct Shape: Decodable {
      struct File: Decodable { var path: String }
      struct Input: Decodable { var files: [File] }
      struct Row: Decodable { var trials: Int }
      var schema: String
      var input: Input
      var cells: [Row]
      var findings: [Row]
    }
    let bytes = JSONReport(ReportSamples.planned).bytes
    let shape = try JSONDecoder().decode(Shape.self, from: Data(bytes))
    #expect(shape.schema == "spotcheck.report/1")
    #expect(shape.input.files.map(\.path) == ["dumps/a.csv", "dumps/b.csv"])
    #expect(shape.cells.map(\.trials) == [2499, 3])
    #expect(shape.findings.count == ReportSamples.planned.findings.count)
  }

  @Test("an account that is given in another order gives the same bytes")
  func orderFree() {
    var report = ReportSamples.planned
    report.input.files.reverse()
    #expect(JSONReport(report).bytes == JSONReport(ReportSamples.planned).bytes)
  }
}
