import Foundation
import SpotCheck
import TestSupport
import Testing

@Suite("Bundles")
struct BundleTests {
  private static let all = ["table", "json", "csv", "html", "xlsx"].flatMap { ["--format", $0] }
  private let analyze = ["analyze"] + CommandRun.sample + CommandRun.plan

  @Test("a bundle has every format, and an index with the digest of each", arguments: ["en", "zh-Hans"])
  func index(language: String) throws {
    let scratch = try Scratch()
    let run = try CommandRun(analyze + Self.all + ["-o", scratch.path("report/"), "--lang", language])
    #expect(run.status == 0, "\(run.errors)")
    let names = try scratch.names(in: "report").filter { $0 != "index.txt" }
    #expect(
      names == [
        "cells.csv", "conflicts.csv", "findings.csv", "report.html", "report.json", "report.txt",
        "report.xlsx",
      ])
    let index = try scratch.text("report/index.txt")
    let digests = try FileDigest.sha256(of: names.map { scratch.path("report/" + $0) })
    for name in names {
      let digest = try #require(digests[scratch.path("report/" + name)])
      #expect(index.contains("\n\(digest)  \(name)\n"))
    }
  }

  @Test("a run that fails leaves the old bundle as it was")
  func oldBundle() throws {
    let scratch = try Scratch()
    #expect(try CommandRun(analyze + Self.all + ["-o", scratch.path("report/")]).status == 0)
    let names = try scratch.names(in: "report")
    let before = try names.map { try Data(contentsOf: URL(filePath: scratch.path("report/" + $0))) }
    let failing = [
      ["analyze", "SampleData/malformed/empty.csv"], analyze + ["--since", "README.md"],
      analyze + ["--regions", "none.csv"],
    ]
    for arguments in failing {
      #expect(try CommandRun(arguments + Self.all + ["-o", scratch.path("report/")]).status != 0)
      #expect(try scratch.names(in: "report") == names)
    }
    let after = try names.map { try Data(contentsOf: URL(filePath: scratch.path("report/" + $0))) }
    #expect(before == after)
  }

  @Test("an interrupted run leaves the old bundle as it was", .timeLimit(.minutes(5)))
  func interrupted() throws {
    let scratch = try Scratch()
    let old = "the report of last month"
    for name in ["index.txt", "report.json", "report.xlsx"] { try scratch.write(old, to: "report/" + name) }
    let process = Process()
    process.executableURL = CommandRun.executable
    process.arguments = ["analyze", "-"] + CommandRun.plan + Self.all + ["-o", scratch.path("report/")]
    process.currentDirectoryURL = CommandRun.package
    let pipe = Pipe()
    process.standardInput = pipe
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    try pipe.fileHandleForWriting.write(contentsOf: Data("region,category,date,result\n".utf8))
    while try scratch.names(in: "report").count == 3 { usleep(20_000) }
    process.interrupt()
    process.waitUntilExit()
    try pipe.fileHandleForWriting.close()
    #expect(process.terminationStatus == 130)
    #expect(try scratch.names(in: "report") == ["index.txt", "report.json", "report.xlsx"])
    for name in ["index.txt", "report.json", "report.xlsx"] {
      #expect(try scratch.text("report/" + name) == old)
    }
  }

  @Test("a workbook goes through a pipe too")
  func pipe() throws {
    let scratch = try Scratch()
    let file = scratch.path("report.xlsx")
    #expect(try CommandRun(analyze + ["--format", "xlsx", "-o", file]).status == 0)
    let size = try Data(contentsOf: URL(filePath: file)).count
    let run = try CommandRun(analyze + ["--format", "xlsx", "-o", "-"])
    #expect(run.status == 0 && run.output.hasPrefix("PK"))
    #expect(size > 100_000)
    #expect(try CommandRun(analyze + ["--format", "xlsx", "-o", "/dev/full"]).status == 74)
  }

  @Test("a workbook has the numbers of the JSON", .enabled(if: Self.hasReader, "openpyxl is not installed"))
  func workbook() throws {
    let scratch = try Scratch()
    let formats = ["--format", "json", "--format", "xlsx"]
    #expect(try CommandRun(analyze + formats + ["-o", scratch.path("sample/")]).status == 0)
    #expect(try Self.compare(in: scratch.path("sample")) == 0)
    let records = [
      "region,category,date,result", #"=1+1,"=HYPERLINK(""http://example.com"")",2024-01-05,pass"#,
      #""+a<b>&""c""",@SUM(A1),2024-01-06,fail"#, "-x,😀,2024-02-06,pass",
    ]
    let dump = records.map { $0 + "\n" }.joined()
    let path = try scratch.write(dump, to: "dump.csv")
    let plan = try scratch.write("指标名称,范围,2024\n=1+1,*,96\n", to: "plan.csv")
    let run = try CommandRun(
      ["analyze", path, "--plan", plan] + formats + ["-o", scratch.path("formulas/")])
    #expect(run.status == 0, "\(run.errors)")
    #expect(try Self.compare(in: scratch.path("formulas")) == 0)
  }

  /// Whether Python reads workbooks here.
  private static let hasReader = (try? python(["-c", "import openpyxl"])) == 0

  private static func compare(in folder: String) throws -> Int32 {
    try python([
      CommandRun.package.path + "/Tests/Workbook/compare.py", folder + "/report.json",
      folder + "/report.xlsx",
    ])
  }

  private static func python(_ arguments: [String]) throws -> Int32 {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["python3"] + arguments
    process.environment = ["PATH": "/usr/bin:/bin"]
    try process.run()
    process.waitUntilExit()
    return process.terminationStatus
  }
}
