import SpotCheckIngest
import TestSupport
import Testing

@testable import SpotCheck

@Suite struct EarlierReportTests {
  private static let json = """
    {"schema":"spotcheck.report/1","input":{},
    "provenance":{"version":"0.1.0","as_of":"2024-06-30","options":{"mature_after":"60"},"layout_sha256":null,
    "plan_sha256":"ab"},
    "findings":[{"indicator":"food","region":"*","region_name":null,"region_level":"all","category":"食品",
    "programme":null,"period":"2024","trials":10,"passes":9,"pass_rate":0.9,"target":0.95,"attained":false,
    "evidence":"too_few"}],
    "outlook":{"series":[{"indicator":"food","region":"*","region_name":null,"region_level":"all",
    "category":"食品","points":[{"month":"2024-05","trials":10,"passes":9,"provisional":true}]}]}}
    """

  @Test func aReportIsRead() throws {
    let report = try EarlierReport(json: Array(Self.json.utf8))
    #expect(report.asOf?.iso8601 == "2024-06-30")
    #expect(report.planSHA256 == "ab" && report.layoutSHA256 == nil)
    #expect(report.options == ["mature_after": "60"])
    #expect(report.verdicts.map(\.standing.evidence) == [.tooFew])
    #expect(report.months.map(\.month) == [Month(year: 2024, month: 5)])
    #expect(report.sha256?.count == 64)
  }

  @Test(
    arguments: [
      ("", .notJSON, nil), ("spotcheck", .notJSON, nil), ("[1]", .notJSON, nil), ("{}", .otherSchema, nil),
      (#"{"schema":"spotcheck.report/2"}"#, .otherSchema, "spotcheck.report/2"),
      (#"{"schema":"spotcheck.report/1"}"#, .badValue, "provenance"),
      (json.replacing("too_few", with: "perhaps"), .badValue, "findings.0.evidence"),
      (
        json.replacing(#""passes":9,"pass_rate""#, with: #""passes":11,"pass_rate""#), .badValue,
        "trials, passes"
      ),
      (json.replacing("2024-05", with: "2024-13"), .badValue, "trials, passes"),
    ] as [(String, SpotCheckError.ReportProblem, String?)])
  func whatIsNoReportIsRefused(text: String, problem: SpotCheckError.ReportProblem, place: String?) throws {
    let scratch = try Scratch()
    let path = try scratch.write(text, to: "report.json")
    let error = try #require(throws: SpotCheckError.self) { try EarlierReport(contentsOf: path) }
    #expect(error.kind == .badReport(problem))
    #expect(error.file == path)
    #expect(error.text == place)
  }

  @Test func aReportThatIsNotThereIsNoSuchFile() throws {
    let error = try #require(throws: SpotCheckError.self) { try EarlierReport(contentsOf: "/nowhere.json") }
    #expect(error.kind == .noSuchFile)
  }
}
