import Foundation
import TestSupport
import Testing

@Suite("spotcheck sample draw")
struct SampleDrawCommandTests {
  private static let lists = [
    "SampleData/draw/establishments.csv", "--inspectors", "SampleData/draw/inspectors.csv",
  ]
  private static let ratios = [
    "--ratio", "A=0.02", "--ratio", "B=0.05", "--ratio", "C=0.1", "--ratio", "D=0.5",
  ]

  private static func draw(_ more: [String]) throws -> CommandRun {
    try CommandRun(["sample", "draw"] + lists + more)
  }

  @Test("a draw is written with its record and replayed from it, byte for byte")
  func replay() throws {
    let folder = try Scratch()
    let (record, result) = (folder.path("record.json"), folder.path("drawn.csv"))
    let options = Self.ratios + ["--seed", "20241231", "--format", "csv", "-o", result, "--record", record]
    #expect(try Self.draw(options).status == 0)
    let (firstRecord, firstResult) = (try folder.text("record.json"), try folder.text("drawn.csv"))
    #expect(try Self.draw(options).status == 0)
    #expect(try folder.text("drawn.csv") == firstResult)
    #expect(try folder.text("record.json") == firstRecord)
    let verified = try CommandRun(["sample", "draw", "--verify", record])
    #expect(verified.status == 0)
    #expect(verified.output.hasPrefix("equal: 82 establishments and their inspectors, SHA-256 "))
  }

  @Test("a replay that differs says what, and ends with 1")
  func difference() throws {
    let folder = try Scratch()
    let record = folder.path("record.json")
    #expect(try Self.draw(Self.ratios + ["--seed", "7", "--record", record]).status == 0)
    let frame = try String(
      contentsOf: CommandRun.package.appending(path: Self.lists[0]), encoding: .utf8)
    try folder.write(frame.replacing(",D,", with: ",C,"), to: "frame.csv")
    let other = try CommandRun(["sample", "draw", folder.path("frame.csv"), "--verify", record])
    #expect(other.status == 64)
    try folder.write(frame + "E1,,530102,食品/乳制品,A,\n", to: "frame.csv")
    let longer = try CommandRun(
      ["sample", "draw", folder.path("frame.csv"), "--verify", record, "--lang", "zh-Hans"])
    #expect(longer.status == 1)
    #expect(longer.output.contains("检查对象名录 \(folder.path("frame.csv")) 的 SHA-256：记录为 "))
    #expect(longer.output.contains("抽取结果的 SHA-256：记录为 "))
  }

  @Test(
    "what cannot be drawn is refused with its reason and the exit code of the contract",
    arguments: [
      (["--seed", "1"], 64, "--ratio 0.05, --count 20 or --allocation"),
      (["--ratio", "0.1"], 64, "--seed"),
      (["--seed", "1", "--ratio", "5"], 64, "the share 5 exceeds 1; if per cent was meant, write 0.05"),
      (["--seed", "1", "--ratio", "A=x"], 64, "--ratio cannot be “A=x”"),
      (["--seed", "1", "--ratio", "A=0.1"], 64, "\n--ratio 'B=0.05'"),
      (["--seed", "1", "--count", "E=1"], 64, "its strata: A, B, C, D"),
      (["--seed", "1", "--count", "69"], 64, "which has 68; write at most 68"),
      (["--seed", "1", "--count", "1", "--inspectors-each", "1"], 64, "--inspectors-each 2"),
      (["--seed", "1", "--count", "30", "--max-load", "3"], 64, "\n--max-load 4"),
      (["--seed", "1", "--count", "1", "--inspectors-each", "50"], 64, "needs 50 inspectors for “"),
      (["--seed", "1", "--count", "1", "--by", "town"], 64, "region, category, risk_class"),
      (["--seed", "1", "--count", "1", "--follow-up", "SampleData/regions.csv"], 78, "no column for id"),
      (
        ["--seed", "1", "--allocation", "SampleData/regions.csv", "--by", "region"], 64,
        "--allocation and --by"
      ),
      (["--seed", "1", "--count", "1", "--record", "SampleData/draw/inspectors.csv"], 64, "--record"),
    ] as [([String], Int32, String)])
  func refusals(options: [String], status: Int32, words: String) throws {
    let run = try Self.draw(options)
    #expect(run.status == status)
    #expect(run.errors.contains(words), "\(run.errors)")
    #expect(run.output.isEmpty)
  }

  @Test("an allocation by prefecture takes the counties below it, and follow-ups stand apart")
  func allocation() throws {
    let folder = try Scratch()
    let allocation = try folder.write(
      "region,category,n\n530100,食品,10\n532500,制造业,4\n", to: "allocation.csv")
    let followUps = try folder.write("id\n91532527MA7TC0000N\n", to: "follow-ups.csv")
    let run = try Self.draw(
      ["--seed", "1", "--allocation", allocation, "--follow-up", followUps, "--format", "csv"])
    #expect(run.status == 0)
    let rows = run.output.split(separator: "\n").dropFirst().map { $0.split(separator: ",") }
    #expect(rows.count == 15)
    #expect(rows.prefix(10).allSatisfy { $0[2] == "530100/食品" && $0[6].hasPrefix("5301") })
    #expect(rows.last?[1] == "follow_up")
    #expect(run.errors.contains("establishments that no row of the allocation is for: "))
  }

  @Test("the article's commands print what it shows")
  func article() throws {
    let article = try MarkdownText("Sources/SpotCheck/SpotCheck.docc/DoubleRandomDraws.md")
    let scratch = try Scratch()
    try FileManager.default.createSymbolicLink(
      atPath: scratch.path("SampleData"), withDestinationPath: CommandRun.package.path + "/SampleData")
    #expect(article.commands.count == 2)
    var printed = ""
    for command in article.commands {
      let run = try CommandRun(command.words, environment: ["COLUMNS": "80"], in: scratch.path)
      #expect(run.status == 0, "\(command): \(run.errors)")
      printed += run.output
    }
    #expect(article.blocks(of: "text").count == 3)
    for shown in article.blocks(of: "text") { #expect(printed.contains(shown), "not printed: \(shown)") }
  }
}
