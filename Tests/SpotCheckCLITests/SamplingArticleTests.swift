import Foundation
import TestSupport
import Testing

@Suite("Articles on sampling design")
struct SamplingArticleTests {
  @Test("the commands shown run, and print what is shown", arguments: ["SampleSizes", "AllocatingSamples"])
  func commands(name: String) throws {
    let article = try MarkdownText("Sources/SpotCheckStatistics/SpotCheckStatistics.docc/\(name).md")
    let scratch = try Scratch()
    try FileManager.default.createSymbolicLink(
      atPath: scratch.path("SampleData"), withDestinationPath: CommandRun.package.path + "/SampleData")
    var printed = ""
    for command in article.commands {
      let run = try CommandRun(command.words, environment: ["COLUMNS": "100"], in: scratch.path)
      #expect(run.status == 0, "\(command): \(run.errors)")
      printed += run.output
    }
    let shown = article.blocks(of: "text")
    #expect(!shown.isEmpty)
    for block in shown { #expect(printed.contains(block), "not printed: \(block)") }
  }

  @Test("the example's counts are those of the sample's report")
  func counts() throws {
    struct Report: Decodable {
      struct Finding: Decodable {
        var region, category, period, evidence: String
        var trials, passes: Int
        var target, shrunken_rate: Double?
      }
      var findings: [Finding]
    }
    let run = try CommandRun(["analyze"] + CommandRun.sample + CommandRun.plan + ["--format", "json"])
    let report = try JSONDecoder().decode(Report.self, from: Data(run.output.utf8))
    let finding = try #require(
      report.findings.first {
        $0.region == "530600" && $0.category == "制造业/电线电缆" && $0.period == "2024"
      })
    #expect(finding.passes == 43 && finding.trials == 51 && finding.target == 0.955)
    #expect(finding.evidence == "likely_shortfall")
    #expect(((finding.shrunken_rate ?? 0) - 0.894).magnitude < 0.0005)
  }
}
