import Foundation
import TestSupport
import Testing

@Suite("spotcheck sample allocate")
struct SampleAllocateCommandTests {
  private static let strata = """
    region,category,size,unit_cost,minimum,maximum,rate,target
    A,x,1000,100,,,0.96,0.98
    B,x,5000,100,,,0.9,0.95
    C,x,300,400,,20,0.99,0.98
    """

  private static func allocate(_ arguments: [String], in scratch: Scratch) throws -> CommandRun {
    try scratch.write(strata, to: "strata.csv")
    return try CommandRun(
      ["sample", "allocate", "--frame", "strata.csv"] + arguments, environment: ["COLUMNS": "100"],
      in: scratch.path)
  }

  private struct Answer: Decodable {
    struct Stratum: Decodable {
      var region, rate_source: String
      var n: Int
      var margin, power: Double?
    }
    struct Sum: Decodable {
      var n: Int
      var cost: Double
      var margin: Double?
      var expected_proofs: Double
    }
    struct Cut: Decodable {
      var cut, left: Double
      var feasible: Bool
      var n: Int?
      var margin: Double?
      var strata_n: [Int]?
    }
    var schema, rule: String
    var frame_known: Bool
    var strata: [Stratum]
    var total: Sum
    var cuts: [Cut]
  }

  private static func answer(_ run: CommandRun) throws -> Answer {
    try JSONDecoder().decode(Answer.self, from: Data(run.output.utf8))
  }

  @Test("a table of strata is shared out, with what it buys and what a cut costs")
  func table() throws {
    let scratch = try Scratch()
    let english = try Self.allocate(["--total", "400"], in: scratch)
    #expect(english.status == 0, "\(english.errors)")
    #expect(english.output.contains("Allocation of 400 units to 3 strata · least variance for the number"))
    #expect(english.output.contains(/A +x +1,000 +96\.00 +98 +0\.196 +45 +4,500 +/))
    #expect(english.output.contains(/B +x +5,000 +90\.00 +95 +0\.300 +348 +34,800 +/))
    #expect(english.output.contains(/−20 % +320 +/))
    let chinese = try Self.allocate(["--total", "400", "--lang", "zh-Hans"], in: scratch)
    #expect(chinese.output.contains("400 批次分配到 3 层"))
    #expect(chinese.output.contains("按预期合格率（取整批次）低于目标的层：2 个"))
  }

  @Test("a budget is kept, and a cut below the minima is said to be none")
  func budget() throws {
    let run = try Self.allocate(["--budget", "20000", "--json", "--cut", "10,95,99.5"], in: Scratch())
    let answer = try Self.answer(run)
    #expect(answer.schema == "spotcheck.allocation/1" && answer.rule == "optimal" && answer.frame_known)
    #expect(answer.total.cost <= 20_000 && answer.total.cost > 19_600)
    #expect(answer.cuts.map(\.feasible) == [true, false, false])
    #expect(answer.cuts[0].left == 18_000)
    #expect(try #require(answer.cuts[0].margin) > #require(answer.total.margin))
    #expect(answer.strata.map { $0.power != nil } == [true, true, false])
  }

  @Test("a margin is reached, and CSV has what a draw reads")
  func margin() throws {
    let scratch = try Scratch()
    let answer = try Self.answer(try Self.allocate(["--margin", "0.02", "--json"], in: scratch))
    #expect(try #require(answer.total.margin) <= 0.02)
    let run = try Self.allocate(["--margin", "0.02", "--csv", "-o", "next.csv"], in: scratch)
    #expect(run.status == 0 && run.output.isEmpty)
    let lines = try scratch.text("next.csv").split(separator: "\n")
    let names = "region,region_name,category,size,rate,rate_source,target,deviation,unit_cost"
    #expect(lines[0].hasSuffix(names + ",minimum,maximum,n,cost,margin,power"))
    #expect(lines[1].hasPrefix("A,,x,1000,0.96,given,0.98,0.196"))
    #expect(lines[1].contains(",100.0,2,1000,\(answer.strata[0].n),"))
  }

  @Test("from the sample's report: alone, and with a frame that decides what there is")
  func sample() throws {
    let scratch = try Scratch()
    let report = scratch.path("report.json")
    let analyze = ["analyze"] + CommandRun.sample + CommandRun.plan
    #expect(try CommandRun(analyze + ["--format", "json", "-o", report]).status == 0)
    let alone = try CommandRun(["sample", "allocate", "--from", report, "--total", "1000", "--json"])
    let answer = try Self.answer(alone)
    #expect(answer.strata.count == 240 && !answer.frame_known && answer.total.n == 1000)
    let shrunken = answer.strata.filter { $0.rate_source == "shrunken" }
    #expect(shrunken.count == 238)
    #expect(answer.strata.reduce(0) { $0 + $1.n } == 1000)
    #expect(answer.cuts.map(\.n) == [900, 800])
    let words = try CommandRun(["sample", "allocate", "--from", report, "--total", "1000"])
    #expect(words.output.contains("No frame: sizes are the units judged in the report"))

    let frame = try scratch.write(
      "region,category,size,unit_cost\n530100,制造业/化肥,900,600\n曲靖市,制造业/化肥,400,800\n", to: "frame.csv")
    let framed = try CommandRun([
      "sample", "allocate", "--from", report, "--frame", frame, "--budget", "60000", "--lang", "zh-Hans",
    ])
    #expect(framed.status == 0, "\(framed.errors)")
    #expect(framed.output.contains("分配到 2 层"))
    #expect(framed.output.contains("报告中有而抽样框中没有，未计入：238 个地区×类别"))
    let earlier = try CommandRun([
      "sample", "allocate", "--from", report, "--period", "2023", "--total", "1000", "--json",
    ])
    #expect(try Self.answer(earlier).strata.count == 240)
    let none = try CommandRun(["sample", "allocate", "--from", report, "--level", "county", "--total", "9"])
    #expect(none.status == 78 && none.errors.contains("name another --level or --period"))
  }

  @Test("a report made without a plan is named, with what to make anew", arguments: ["en", "zh-Hans"])
  func unjudged(language: String) throws {
    let scratch = try Scratch()
    let report = scratch.path("report.json")
    let analyzed = try CommandRun(["analyze"] + CommandRun.sample + ["--format", "json", "-o", report])
    #expect(analyzed.status == 0, "\(analyzed.errors)")
    let run = try CommandRun(["sample", "allocate", "--from", report, "--total", "9", "--lang", language])
    #expect(run.status == 78 && run.errors.contains(report) && run.errors.contains("--plan"))
    #expect(run.errors.contains(language == "en" ? "judges no pass rates" : "没有判定任何合格率"))
  }

  @Test(
    "a wrong command line ends with 64 and says what to write",
    arguments: [
      ([], "for example: spotcheck sample allocate --from report.json --total 1000"),
      (["--total", "5", "--budget", "7"], "give one of --total, --budget, --margin, --variance"),
      (["--total", "5"], "write --total 6 or more"), (["--total", "6021"], "write --total 6020 or less"),
      (["--budget", "100.5"], "write --budget 1200 or more"), (["--budget", "inf"], "--budget must be"),
      (["--margin", "0.0001"], "write --margin 0.00"), (["--total", "x"], "--total must be a whole number"),
      (["--total", "50", "--rule", "best"], "proportional, neyman, optimal"),
      (["--margin", "0.01", "--rule", "neyman"], "--rule must be one of optimal"),
      (["--total", "50", "--cut", "10,,20"], "--cut must be"),
      (["--total", "50", "--minimum", "1.5"], "--minimum must be"),
      (["--total", "50", "--json", "--csv"], "--json and --csv cannot be given together"),
      (["--total", "50", "-o", "strata.csv"], "-o would write over this file"),
    ])
  func usage(arguments: [String], words: String) throws {
    let run = try Self.allocate(arguments, in: Scratch())
    #expect(run.status == 64 && run.output.isEmpty, "\(run.output)")
    #expect(run.errors.contains(words), "\(run.errors)")
  }

  @Test("without strata there is nothing to allocate to, and a bad frame is told by its line")
  func inputs() throws {
    let none = try CommandRun(["sample", "allocate", "--total", "5"])
    #expect(none.status == 64 && none.errors.contains("give one of --from, --frame"))
    #expect(try CommandRun(["sample", "allocate", "--frame", "none.csv", "--total", "5"]).status == 66)
    let scratch = try Scratch()
    let frame = try scratch.write("region,category,size\nA,x,5\n", to: "frame.csv")
    let bad = try CommandRun(["sample", "allocate", "--frame", frame, "--total", "5"])
    #expect(bad.status == 78 && bad.errors.contains("frame.csv:2: nothing says what rate to expect of A,x"))
  }
}
