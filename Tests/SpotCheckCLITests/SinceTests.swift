import Foundation
import TestSupport
import Testing

@Suite("--since")
struct SinceTests {
  private static let plan = "指标名称,范围,2024\n合格率,*,90\n"

  /// A dump of one region: units of January and February, so many failing of each.
  private static func dump(january: (Int, Int), february: (Int, Int)) -> String {
    let months = [("01", january), ("02", february)]
    let rows = months.flatMap { month, counts in
      (0..<counts.0).map { "A,x,2024-\(month)-05,\($0 < counts.1 ? "fail" : "pass")" }
    }
    return (["region,category,date,result"] + rows).joined(separator: "\n") + "\n"
  }

  @Test("late failures of a past month change it, and the verdict")
  func lateResults() throws {
    let scratch = try Scratch()
    let plan = ["--plan", try scratch.write(Self.plan, to: "plan.csv")]
    let dump = try scratch.write(Self.dump(january: (60, 2), february: (60, 2)), to: "dump.csv")
    let bundle = ["--format", "json", "--format", "table", "-o", scratch.path("report/")]
    #expect(try CommandRun(["analyze", dump] + plan + bundle).status == 0)

    try scratch.write(Self.dump(january: (80, 22), february: (60, 2)), to: "dump.csv")
    let since = ["--since", scratch.path("report/report.json")]
    let run = try CommandRun(["analyze", dump] + plan + since)
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.output.contains("Changes since the report of 2024-02-29"))
    #expect(run.output.contains(/2024-01 +80 +60 +72\.50 +96\.67/))
    #expect(run.output.contains(/A +x +met, may be chance +/) || run.output.contains(/All .*met/))

    // In the very folder of the report compared with.
    #expect(try CommandRun(["analyze", dump] + plan + since + bundle).status == 0)
    let json = try scratch.text("report/report.json")
    #expect(json.contains(#""since":{"as_of":"2024-02-29""#))
    #expect(json.contains(#""month":"2024-01","trials_before":60,"passes_before":58"#))
    let again = try CommandRun(["analyze", dump] + plan + since)
    #expect(again.output.contains("Verdicts changed: 0 · new findings: 0 · past months changed: 0"))
  }

  @Test("what is no report is a clear error, before anything is read")
  func errors() throws {
    let analyze = ["analyze"] + CommandRun.sample
    let bad = try CommandRun(analyze + CommandRun.plan + ["--since", "README.md"])
    #expect(bad.status == 78 && bad.output.isEmpty && bad.errors.contains("README.md: the file is no JSON"))
    #expect(try CommandRun(analyze + CommandRun.plan + ["--since", "none.json"]).status == 66)
    #expect(try CommandRun(analyze + ["--since", "none.json"]).status == 64)
  }
}
