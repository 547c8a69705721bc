import Foundation
import TestSupport
import Testing

@Suite("spotcheck sample plan")
struct SamplePlanCommandTests {
  private struct Answer: Decodable {
    struct Stage: Decodable, Equatable {
      var n: Int
      var ac: Int
      var re: Int
    }
    struct Risk: Decodable {
      var nonconforming: Int?
      var acceptance: Double
      var risk: Double
      var kept: Bool
    }
    var model: String
    var lot: Int?
    var stages: [Stage]
    var producer: Risk?
    var consumer: Risk?
    var aoql: Double
  }

  private func answer(_ arguments: [String]) throws -> Answer {
    let run = try CommandRun(["sample", "plan"] + arguments + ["--json"])
    #expect(run.status == 0 && run.errors.isEmpty, "\(run.errors)")
    return try JSONDecoder().decode(Answer.self, from: Data(run.output.utf8))
  }

  @Test("there is help with examples")
  func help() throws {
    let run = try CommandRun(["sample", "plan", "--help"])
    #expect(run.status == 0)
    #expect(run.output.contains("Examples:\n  spotcheck sample plan --n 80 --ac 2"))
  }

  @Test("the published search of AcceptanceSampling::find.plan is answered as published")
  func search() throws {
    let found = try answer(["--p1", "0.05", "--alpha", "0.05", "--p2", "0.15", "--beta", "0.075"])
    #expect(found.stages == [Answer.Stage(n: 80, ac: 7, re: 8)])
    #expect(found.model == "binomial" && found.lot == nil)
    #expect(found.producer?.kept == true && found.consumer?.kept == true)
  }

  @Test("a lot is sampled without replacement, unless a model says otherwise")
  func lot() throws {
    let found = try answer(["--p1", "0.02", "--p2", "0.08", "--lot", "500"])
    #expect(found.stages == [Answer.Stage(n: 94, ac: 4, re: 5)])
    #expect(found.model == "hypergeometric" && found.producer?.nonconforming == 10)
    let process = try answer(["--p1", "0.02", "--p2", "0.08", "--lot", "500", "--model", "binomial"])
    #expect(process.stages == [Answer.Stage(n: 98, ac: 4, re: 5)])
    let poisson = try answer(["--p1", "0.02", "--p2", "0.08", "--model", "poisson"])
    #expect(poisson.stages == [Answer.Stage(n: 116, ac: 5, re: 6)])
  }

  @Test("a given double plan is judged by the points, and a risk that is not kept is said to be")
  func double() throws {
    let plan = ["--n1", "50", "--ac1", "0", "--re1", "3", "--n2", "50", "--ac2", "3"]
    let found = try answer(plan + ["--p1", "0.01", "--p2", "0.05"])
    #expect(found.stages == [Answer.Stage(n: 50, ac: 0, re: 3), Answer.Stage(n: 50, ac: 3, re: 4)])
    #expect(found.producer?.kept == true && found.consumer?.kept == false)
    let run = try CommandRun(["sample", "plan"] + plan + ["--p1", "0.01", "--p2", "0.05"])
    #expect(run.output.contains("consumer's risk 25.94%, more than 10%"))
    let chinese = try CommandRun(
      ["sample", "plan"] + plan + ["--p1", "0.01", "--p2", "0.05", "--lang", "zh-Hans"])
    #expect(chinese.output.hasPrefix("二次抽样方案：n1 = 50, Ac1 = 0, Re1 = 3；"))
    #expect(chinese.output.contains("接收概率 25.94%，使用方风险 25.94%，超过10%"))
    #expect(chinese.output.contains("生产方风险 2.48%，不超过5%"))
  }

  @Test("--double seeks a plan with two samples that keeps both risks")
  func doubleSearch() throws {
    let found = try answer(["--p1", "0.02", "--p2", "0.08", "--double"])
    #expect(found.stages == [Answer.Stage(n: 68, ac: 2, re: 6), Answer.Stage(n: 68, ac: 5, re: 6)])
    #expect(found.producer?.kept == true && found.consumer?.kept == true)
  }

  @Test("the picture goes to its file, the curve as CSV to standard output")
  func files() throws {
    let scratch = try Scratch()
    let run = try CommandRun(
      ["sample", "plan", "--n", "80", "--ac", "2", "--csv", "--svg", scratch.path("oc.svg")])
    #expect(run.status == 0)
    #expect(run.output.hasPrefix("p,nonconforming,acceptance,asn,aoq,ati\n0.0,,1.0,80.0,0.0,\n"))
    let svg = try scratch.text("oc.svg")
    #expect(svg.hasPrefix("<svg xmlns=") && svg.hasSuffix("</svg>"))
    let refused = try CommandRun(
      ["sample", "plan", "--n", "80", "--ac", "2", "--svg", scratch.path("none/oc.svg")])
    #expect(refused.status == 73 && refused.output.isEmpty)
  }

  @Test(
    "a wrong command line ends with 64 and shows what to write",
    arguments: [
      ([], "spotcheck sample plan --p1 0.02 --p2 0.08"), (["--n", "80"], "--n 80 --ac 2"),
      (["--n", "80", "--ac", "80"], "Ac must be less than n"), (["--n1", "50"], "--n1 50 --ac1 0 --re1 3"),
      (["--n1", "50", "--ac1", "2", "--re1", "3", "--n2", "50", "--ac2", "3"], "Ac1 + 2 ≤ Re1"),
      (["--n", "8", "--ac", "1", "--n1", "8"], "--n and --n1"),
      (["--n", "8", "--ac", "1", "--double"], "--double"),
      (["--p1", "0.02"], "--p2 is missing"), (["--p1", "2%", "--p2", "0.08"], "--p1 must be a decimal"),
      (["--p1", "0.08", "--p2", "0.02"], "p1 must be less than p2"),
      (["--p1", "0.02", "--p2", "0.08", "--alpha", "0.5", "--beta", "0.5"], "alpha + beta"),
      (["--n", "80", "--ac", "2", "--lot", "50"], "--lot 80 or more"),
      (["--n", "80", "--ac", "2", "--lot", "0"], "--lot 500"),
      (["--n", "80", "--ac", "2", "--model", "hypergeometric"], "--lot 500"),
      (["--n", "80", "--ac", "2", "--model", "guess"], "--model must be one of"),
      (["--n", "99999999999999999999", "--ac", "2"], "--n must be a whole number"),
      (["--p1", "0.1", "--p2", "0.1001"], "move p1 and p2 apart"),
      (["--p1", "0.1", "--p2", "0.12", "--double"], "leave out --double"),
      (["--n", "80", "--ac", "2", "--json", "--csv"], "--json and --csv"),
      (["--n", "80", "--ac", "2", "--svg", "-"], "--svg"),
    ] as [([String], String)])
  func usage(arguments: [String], part: String) throws {
    let run = try CommandRun(["sample", "plan"] + arguments)
    #expect(run.status == 64)
    #expect(run.output.isEmpty)
    #expect(run.errors.contains(part), "\(run.errors)")
  }
}
