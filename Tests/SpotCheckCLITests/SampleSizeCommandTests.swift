import Foundation
import Testing

@Suite("spotcheck sample size")
struct SampleSizeCommandTests {
  private static func size(_ arguments: [String], input: String = "") throws -> CommandRun {
    try CommandRun(["sample", "size"] + arguments, input: input)
  }

  @Test("a margin, with every step that changed the size")
  func margin() throws {
    let plain = try Self.size(["--rate", "0.96", "--margin", "0.01"])
    #expect(
      plain.output == """
        Units to inspect: 1476
        they estimate a rate of about 0.96 within ± 0.01 at 95% confidence

        """)
    let steps = try Self.size([
      "--rate", "0.98", "--margin", "0.005", "--population", "20000", "--deff", "1.5", "--response", "0.9",
    ])
    #expect(
      steps.output.hasSuffix(
        """
        simple sampling: 3012
        with the design effect 1.5: 4518
        of a population of 20000: 3686
        with results from a share of 0.9: 4096

        """))
  }

  @Test("a shortfall, in both languages")
  func shortfall() throws {
    let arguments = ["--rate", "0.93", "--target", "0.96"]
    let english = try Self.size(arguments)
    #expect(english.output.hasPrefix("Units to inspect: 398\nif the true rate is 0.93, the exact test"))
    #expect(english.output.contains("first size with that chance: 351, where 330 passes or fewer prove it"))
    let chinese = try Self.size(arguments + ["--lang", "zh-Hans"])
    #expect(chinese.output.hasPrefix("需检查批次：398\n若真实合格率为 0.93，精确检验（α = 0.05）判定其低于 0.96"))
    let near = try Self.size(["--rate", "0.9599", "--target", "0.96"])
    #expect(near.status == 0 && near.output.contains("More than 1000000 units"))
  }

  @Test("two rates")
  func comparison() throws {
    let run = try Self.size(["--rate", "0.6", "--other-rate", "0.5", "--ratio", "3", "--variance", "pooled"])
    #expect(run.output.hasPrefix("Units to inspect: 261 in the first group, 783 in the second\n"))
  }

  @Test("JSON from options, and a line for every line of input")
  func json() throws {
    struct Answer: Decodable {
      var n_first, n_stable, critical_at_first: Int?
      var power_at_first: Double?
    }
    let one = try Self.size(["--rate", "0.93", "--target", "0.96", "--json"])
    let answer = try JSONDecoder().decode(Answer.self, from: Data(one.output.utf8))
    #expect(answer.n_first == 351 && answer.n_stable == 398 && answer.critical_at_first == 330)
    #expect(((answer.power_at_first ?? 0) - 0.8005650632573418).magnitude < 1e-12)
    let lines = try Self.size(
      ["--json", "--power", "0.9"],
      input: """
        {"rate":0.96,"target":0.98}
        {"rate":0.9,"margin":0.02,"formula":"fleiss"}
        {"rate":0.9,"other_rate":0.9}
        {"rate":0.9}
        {"rate":0.97,"target":0.96}
        """)
    #expect(lines.status == 65)
    let answers = lines.output.split(separator: "\n")
    try #require(answers.count == 5)
    #expect(answers[0].contains(#""power":0.9,"population":null,"deff":1.0,"n_first":616,"#))
    #expect(answers[1].contains(#""formula":"fleiss","n0":"#))
    #expect(answers[2].contains("no size tells them apart"))
    #expect(answers[3].contains("spotcheck sample size --rate 0.93 --target 0.96"))
    #expect(answers[4].contains("rate must lie below target"))
  }

  @Test(
    "a wrong command line ends with 64 and says what to write",
    arguments: [
      ([], "for example: spotcheck sample size"), (["--rate", "0.9"], "for example: spotcheck sample size"),
      (["--rate", "0.9", "--margin", "0.1", "--target", "0.96"], "give one of margin, target, other_rate"),
      (["--margin", "0.1"], "rate is missing"), (["--rate", "90", "--margin", "0.1"], "such as 0.96"),
      (["--rate", "0.9", "--margin", "0"], "above 0"), (["--rate", "0.9", "--margin", "nan"], "above 0"),
      (["--rate", "0.9", "--margin", "0.01", "--population", "0"], "population must be"),
      (["--rate", "0.9", "--margin", "0.01", "--formula", "guess"], "wald, fleiss"),
      (["--rate", "0.9", "--target", "0.96", "--power", "1"], "power must lie between"),
      (["--rate", "0.9", "--other-rate", "0.8", "--deff", "0"], "deff must be a number above 0"),
    ])
  func usage(arguments: [String], words: String) throws {
    let run = try Self.size(arguments)
    #expect(run.status == 64 && run.output.isEmpty)
    #expect(run.errors.contains(words), "\(run.errors)")
  }
}
