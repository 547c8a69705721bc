import Foundation
import Testing

@Suite("spotcheck stat")
struct StatCommandTests {
  @Test(
    "every subcommand has help with examples",
    arguments: ["interval", "test", "adjust", "project", "compare"])
  func help(name: String) throws {
    let run = try CommandRun(["stat", name, "--help"])
    #expect(run.status == 0)
    #expect(run.output.contains("Examples:\n  spotcheck stat \(name) "))
  }

  @Test("answers for people are in their language")
  func words() throws {
    let english = try CommandRun(["stat", "interval", "173", "180"])
    #expect(english.output == "173 of 180 pass: 96.11%\n95% interval (wilson): 92.19% to 98.10%\n")
    let chinese = try CommandRun(["stat", "test", "165", "180", "--target", "0.96", "--lang", "zh-Hans"])
    #expect(chinese.output.hasPrefix("合格 165/180，合格率 91.67%，目标 0.96：未达标（按计数）\n"))
    #expect(chinese.output.contains("单侧95%界限：不低于 87.46%，不高于 94.79%"))
  }

  @Test("adjusted values stand beside the p-values, in the order given")
  func adjust() throws {
    let run = try CommandRun(["stat", "adjust", "0.04", "0.001", "0.02", "--method", "holm"])
    #expect(run.output.hasSuffix("0.0400  0.0400\n0.0010  0.0030\n0.0200  0.0400\n"))
  }

  @Test("with --json the figures of the command line are answered with a line of JSON")
  func figures() throws {
    struct Answer: Decodable {
      var attained: Bool
      var p_shortfall: Double
      var upper_bound: Double
    }
    let run = try CommandRun(["stat", "test", "165", "180", "--target", "0.96", "--json"])
    let answer = try JSONDecoder().decode(Answer.self, from: Data(run.output.utf8))
    #expect(!answer.attained)
    #expect((answer.p_shortfall - 0.0061485047732857895).magnitude < 1e-12)
    #expect((answer.upper_bound - 0.9479312304475709).magnitude < 1e-12)
  }

  @Test("a known population is tested without replacement")
  func population() throws {
    struct Answer: Decodable {
      var population: Int?
      var p_shortfall: Double
      var upper_bound: Double?
    }
    func answer(_ more: [String]) throws -> Answer {
      let run = try CommandRun(["stat", "test", "165", "180", "--target", "0.96", "--json"] + more)
      return try JSONDecoder().decode(Answer.self, from: Data(run.output.utf8))
    }
    let infinite = try answer([])
    let finite = try answer(["--population", "400"])
    let census = try answer(["--population", "180"])
    #expect(finite.population == 400 && finite.p_shortfall < infinite.p_shortfall)
    #expect(census.p_shortfall == 0 && census.upper_bound == 165.0 / 180)
  }

  @Test("a projection says what is needed, and whether it is settled")
  func project() throws {
    struct Answer: Decodable {
      var status: String
      var need: Int
      var chance_met: Double
    }
    func answer(_ target: String) throws -> Answer {
      let words = ["stat", "project", "173", "180", "--planned", "60", "--target", target, "--json"]
      return try JSONDecoder().decode(Answer.self, from: Data(try CommandRun(words).output.utf8))
    }
    let open = try answer("0.96")
    #expect(open.status == "open" && open.need == 58 && open.chance_met > 0 && open.chance_met < 1)
    #expect(try answer("0.72").status == "secured")
    #expect(try answer("0.98").status == "unreachable")
    let people = try CommandRun(["stat", "project", "173", "180", "--planned", "60", "--target", "0.96"])
    #expect(people.output.contains("target 0.96 needs 58 passes of the 60 to come"))
  }

  @Test("a comparison says by how many points, and how likely by chance")
  func compare() throws {
    let run = try CommandRun(["stat", "compare", "165", "180", "173", "180"])
    #expect(
      run.output.hasPrefix(
        "before: 165 of 180 pass: 91.67%\nnow: 173 of 180 pass: 96.11%\nchange: +4.44 points"))
    let chinese = try CommandRun(["stat", "compare", "173", "180", "165", "180", "--lang", "zh-Hans"])
    #expect(chinese.output.contains("变化：-4.44 个百分点"))
    let empty = try CommandRun(["stat", "compare", "0", "0", "165", "180", "--json"])
    #expect(empty.output.contains("\"difference\":null,\"lower\":null,\"upper\":null"))
  }

  @Test("every line of input is answered in its place, and bad ones make the exit code")
  func lines() throws {
    let input = """
      {"passes":173,"trials":180}

      {"passes":"0","trials":0,"interval":"wald"}
      {"passes":5,"trials":3}
      nonsense
      {"passes":5,"trials":30,"typo":1}
      {"passes":1.5,"trials":30}
      {"passes":9,"trials":9,"confidence":0.5}
      """
    let run = try CommandRun(["stat", "interval", "--json", "--confidence", "0.9"], input: input)
    #expect(run.status == 65)
    #expect(run.errors == "spotcheck: lines without an answer: 4\n")
    let lines = run.output.split(separator: "\n")
    try #require(lines.count == 7)
    #expect(lines[0].hasPrefix("{\"passes\":173,\"trials\":180,\"confidence\":0.9,\"interval\":\"wilson\","))
    #expect(lines[1].hasSuffix("\"pass_rate\":null,\"lower\":null,\"upper\":null}"))
    #expect(lines[2] == "{\"line\":4,\"error\":\"passes exceeds trials\"}")
    #expect(lines[3] == "{\"line\":5,\"error\":\"not a JSON object\"}")
    #expect(lines[4].contains("“typo” is no key here"))
    #expect(lines[5].contains("passes must be a whole number"))
    #expect(lines[6].contains("\"confidence\":0.5"))
  }

  @Test("a line longer than a mebibyte is answered with an error, and the next as usual")
  func longLine() throws {
    let long = "{\"p\":[" + String(repeating: " ", count: 1 << 20) + "0.5]}"
    let run = try CommandRun(["stat", "adjust", "--json"], input: long + "\n{\"p\":[0.5]}\n{\"p\":[]}")
    #expect(run.status == 65)
    #expect(
      run.output == """
        {"line":1,"error":"longer than 1048576 bytes"}
        {"p":[0.5],"method":"bh","adjusted":[0.5]}
        {"p":[],"method":"bh","adjusted":[]}

        """)
  }

  @Test("no input is no answer")
  func empty() throws {
    let run = try CommandRun(["stat", "test", "--json", "--target", "0.9"])
    #expect(run.status == 0)
    #expect(run.output.isEmpty)
  }

  @Test(
    "a wrong command line ends with 64",
    arguments: [
      ["interval"], ["interval", "5"], ["interval", "5", "3"], ["interval", "1", "2", "3"],
      ["interval", "1", "2", "--confidence", "1"], ["interval", "1", "2", "--interval", "guess"],
      ["test", "1", "2"], ["test", "1", "2", "--target", "96"],
      ["test", "1", "9999999999999999", "--target", "1"],
      ["test", "1", "2", "--target", "0.9", "--population", "1"], ["project", "1", "2", "--target", "1"],
      ["project", "1", "2", "--target", "1", "--planned", "10000001"], ["compare", "1", "2", "1"],
      ["compare", "1", "2", "3", "2"], ["adjust"], ["adjust", "2"], ["adjust", "nan"],
      ["adjust", "0.1", "--method", "none"],
    ])
  func usage(arguments: [String]) throws {
    let run = try CommandRun(["stat"] + arguments)
    #expect(run.status == 64)
    #expect(run.output.isEmpty)
    #expect(run.errors.hasPrefix("Error: "))
  }
}
