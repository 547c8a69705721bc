import Foundation
import TestSupport
import Testing

@Suite("spotcheck analyze")
struct AnalyzeCommandTests {
  private let analyze = ["analyze"] + CommandRun.sample

  @Test("the sample data falls short where it truly does")
  func sample() throws {
    let run = try CommandRun(analyze + CommandRun.plan, environment: ["COLUMNS": "120"])
    #expect(run.status == 0)
    #expect(run.errors.isEmpty)
    #expect(run.output.contains("14,400 records ="))
    #expect(run.output.contains(/昭通市 .*significantly below target/))
  }

  @Test("without a plan there are rates and no findings")
  func withoutPlan() throws {
    let run = try CommandRun(analyze + ["--lang", "zh-Hans"])
    #expect(run.status == 0)
    #expect(run.output.contains("按地区"))
    #expect(!run.output.contains("判定结果"))
  }

  @Test("the JSON accounts for every record")
  func json() throws {
    struct Shape: Decodable {
      struct Input: Decodable {
        var records, accepted, rejected, ignored, duplicates: Int
      }
      struct Finding: Decodable {
        var evidence: String
      }
      var schema: String
      var input: Input
      var findings: [Finding]
    }
    let run = try CommandRun(analyze + CommandRun.plan + ["--format", "json"])
    let shape = try JSONDecoder().decode(Shape.self, from: Data(run.output.utf8))
    let input = shape.input
    #expect(shape.schema == "spotcheck.report/1")
    #expect(input.records == 14_400)
    #expect(input.records == input.accepted + input.rejected + input.ignored + input.duplicates)
    #expect(shape.findings.contains { $0.evidence == "proven_shortfall" })
  }

  @Test("the page goes to standard output, and beside other formats to report.html")
  func html() throws {
    let plain = try CommandRun(analyze + CommandRun.plan + ["--format", "html", "--lang", "zh-Hans"])
    #expect(plain.status == 0)
    #expect(plain.output.hasPrefix("<!DOCTYPE html>\n<html lang=\"zh-Hans\">"))
    #expect(plain.output.contains("spotcheck analyze "))
    let scratch = try Scratch()
    let bundle = try CommandRun(
      analyze + CommandRun.plan + ["--format", "html", "--format", "json", "-o", scratch.path("report/")])
    #expect(bundle.status == 0)
    #expect(try scratch.text("report/report.html").hasPrefix("<!DOCTYPE html>\n<html lang=\"en\">"))
    #expect(try scratch.text("report/report.json").hasPrefix("{"))
  }

  @Test(
    "threads, chunks and kernels change no byte",
    arguments: [
      (["--threads", "1"], [:]), (["--threads", "3"], ["SPOTCHECK_CHUNK": "64"]),
      (["--threads", "2"], ["SPOTCHECK_CHUNK": "1000", "SPOTCHECK_KERNEL": "scalar"]),
    ] as [([String], [String: String])])
  func invariance(flags: [String], environment: [String: String]) throws {
    let arguments = analyze + CommandRun.plan + ["--format", "json"]
    let plain = try CommandRun(arguments)
    let other = try CommandRun(arguments + flags, environment: environment)
    #expect(plain.status == 0)
    #expect(plain.output == other.output)
  }

  @Test("hashes are there when asked for")
  func hash() throws {
    let run = try CommandRun(analyze + ["--format", "json", "--hash"])
    #expect(!run.output.contains(#""sha256":null"#))
    #expect(run.output.matches(of: /"sha256":"[0-9a-f]{64}"/).count == 24)
  }

  @Test("several formats go to a folder under the contract's names, and nothing else stays there")
  func folder() throws {
    let scratch = try Scratch()
    let run = try CommandRun(
      analyze + ["--format", "csv", "--format", "json", "--format", "table", "-o", scratch.path("deep/out")])
    #expect(run.status == 0)
    #expect(run.output.isEmpty)
    let names = ["cells.csv", "conflicts.csv", "findings.csv", "index.txt", "report.json", "report.txt"]
    #expect(try scratch.names(in: "deep/out") == names)
    #expect(try scratch.text("deep/out/cells.csv").hasPrefix("\u{FEFF}region,region_name,category,"))
  }

  @Test("csv on standard output is the cells")
  func csv() throws {
    let run = try CommandRun(analyze + ["--by", "region,period", "--period", "quarter", "--format", "csv"])
    let head = run.output.split(separator: "\n").first
    #expect(head == "\u{FEFF}region,region_name,programme,period,trials,passes,pass_rate,lower,upper")
    #expect(run.output.contains(",2024-Q1,"))
  }

  @Test("colour only when asked for, and never with NO_COLOR")
  func color() throws {
    let plain = try CommandRun(analyze + CommandRun.plan)
    let always = try CommandRun(analyze + CommandRun.plan + ["--color", "always"])
    let never = try CommandRun(
      analyze + CommandRun.plan + ["--color", "auto"], environment: ["NO_COLOR": "1"])
    #expect(!plain.output.contains("\u{1B}"))
    #expect(always.output.contains("\u{1B}[31m"))
    #expect(never.output == plain.output)
  }

  @Test("rejected records are written out, each once")
  func rejects() throws {
    let scratch = try Scratch()
    let run = try CommandRun(analyze + ["--rejects", scratch.path("rejects.csv"), "--format", "json"])
    let rejected = run.output.firstMatch(of: /"rejected":([0-9]+)/).flatMap { Int($0.1) }
    let text = try scratch.text("rejects.csv")
    #expect(text.hasPrefix("\u{FEFF}file,record,line,byte_offset,reason,column,value,message,raw\n"))
    #expect(text.matches(of: /2024-09\.csv,[0-9]+,[0-9]+,[0-9]+,/).count == rejected)
    #expect(text.contains(",bad-date,抽样日期,"))
  }

  @Test("standard input is read like a file")
  func standardInput() throws {
    let dump = "region,category,date,result\nA,x,2024-01-05,pass\nA,x,2024-01-06,fail\nA,x,2024-13-01,pass\n"
    let run = try CommandRun(["analyze", "-", "--format", "csv"], input: dump)
    #expect(run.status == 0)
    #expect(run.output.contains("\nA,,x,2024-01,2,1,0.5,"))
  }

  @Test(
    "exit codes of gates and findings",
    arguments: [
      (["--fail-on", "never"], 0), (["--fail-on", "proven"], 1), (["--fail-on", "likely"], 1),
      (["--max-rejects", "44"], 0), (["--max-rejects", "43"], 2), (["--max-rejects", "0.31%"], 0),
      (["--max-rejects", "0.3%"], 2), (["--duplicates", "error"], 2), (["--duplicates", "keep"], 0),
    ] as [([String], Int32)])
  func gates(flags: [String], status: Int32) throws {
    let run = try CommandRun(analyze + CommandRun.plan + flags)
    #expect(run.status == status)
    #expect(run.output.contains("14,400 records ="))
  }

  @Test(
    "bad input ends with its code and says what and where",
    arguments: [
      ("ambiguous-columns.csv", 78, "columns:"), ("wrong-header.csv", 78, "columns:"),
      ("empty.csv", 65, "record"), ("no-dumps", 66, "no dump"),
      ("nowhere.csv", 66, "nowhere.csv"),
    ] as [(String, Int32, String)])
  func badInput(name: String, status: Int32, words: String) throws {
    let run = try CommandRun(["analyze", "SampleData/malformed/\(name)"])
    #expect(run.status == status)
    #expect(run.output.isEmpty)
    #expect(run.errors.contains(words))
  }

  @Test("a header without records ends with 65")
  func headerOnly() throws {
    let run = try CommandRun([
      "analyze", "SampleData/malformed/header-only.csv", "--layout", "SampleData/layout.yaml",
    ])
    #expect(run.status == 65)
    #expect(run.errors.contains("record"))
  }

  @Test("a bad layout is named with line and column")
  func badLayout() throws {
    let run = try CommandRun([
      "analyze", "SampleData/dumps", "--layout", "SampleData/malformed/bad-layout.yaml",
    ])
    #expect(run.status == 78)
    #expect(run.errors.contains(#/bad-layout\.yaml:[0-9]+:[0-9]+: /#))
  }

  @Test(
    "what fails a run is said on standard error",
    arguments: [
      (["--max-rejects", "0.3%"], 2, "44 rejected exceed --max-rejects 0.3% (43 of 14,400)\n"),
      (
        ["--max-rejects", "0.3%", "--lang", "zh-Hans"], 2, "拒收 44 条，超过 --max-rejects 0.3%（14400 条中至多 43 条）\n"
      ),
      (["--duplicates", "error"], 2, "16 duplicates"), (["--fail-on", "proven"], 1, "--fail-on proven: "),
      (["--fail-on", "never", "--format", "json"], 0, "14,400 records = 14,164 accepted"),
    ] as [([String], Int32, String)])
  func causes(flags: [String], status: Int32, words: String) throws {
    let run = try CommandRun(analyze + CommandRun.plan + flags)
    #expect(run.status == status)
    #expect(run.errors.contains(words))
    #expect(run.errors.filter { $0 == "\n" }.count == 1)
  }

  @Test(
    "where nothing is accepted the report is written, and the main reason said",
    arguments: [
      ("bad", "pass", "bad-date"), ("2024-01-05", "pass", "ignored"), ("2024-01-05", "?", "unknown-label"),
    ])
  func nothingAccepted(date: String, label: String, words: String) throws {
    let scratch = try Scratch()
    let dump = try scratch.write(
      "region,category,date,result,programme\nA,x,\(date),\(label),p\n", to: "dump.csv")
    let layout = try scratch.write(
      "where: { programme: [\(words == "ignored" ? "q" : "p")] }\n", to: "layout.yaml")
    let run = try CommandRun(["analyze", dump, "--layout", layout])
    #expect(run.status == 65)
    #expect(run.output.contains("1 records = 0 accepted"))
    #expect(run.errors.contains(words))
  }

  @Test("redirected output is neither cut nor folded")
  func redirected() throws {
    let redirected = try CommandRun(analyze + CommandRun.plan)
    let narrow = try CommandRun(analyze + CommandRun.plan, environment: ["COLUMNS": "80"])
    #expect(narrow.output.contains("… and "))
    #expect(!redirected.output.contains("… and ") && !redirected.output.contains("Not shown"))
  }

  @Test("names of the plan that the data lacks are warnings")
  func absentNames() throws {
    let run = try CommandRun(analyze + ["--plan", "SampleData/malformed/plan-absent-names.yaml"])
    #expect(run.status == 0)
    #expect(run.output.contains("Warnings\n- "))
  }
}
