import Foundation
import TestSupport
import Testing

@Suite("Commands of the guides")
struct GuideCommandTests {
  @Test(
    "every command shown runs, one after the other in one folder",
    arguments: [
      "Documentation/FirstReport.md", "Documentation/FirstReport.zh-CN.md", "Documentation/Findings.md",
    ])
  func commands(file: String) throws {
    let guide = try MarkdownText(file)
    let scratch = try Scratch()
    try FileManager.default.createSymbolicLink(
      atPath: scratch.path("SampleData"), withDestinationPath: CommandRun.package.path + "/SampleData")
    #expect(guide.commands.count >= 4)
    var printed = ""
    for command in guide.commands {
      let run = try CommandRun(command.words, environment: ["COLUMNS": "80"], in: scratch.path)
      #expect(run.status == 0, "\(command): \(run.errors)")
      printed += run.output
    }
    for shown in guide.blocks(of: "text") { #expect(printed.contains(shown), "not printed: \(shown)") }
  }

  @Test("the example of embedding is the one that is compiled here, and runs")
  func embedding() throws {
    let shown = try #require(try MarkdownText("Documentation/Embedding.md").blocks(of: "swift").first)
    #expect(try shown == MarkdownText.example(in: "EmbeddingExample.swift"))
    try #require(FileManager.default.changeCurrentDirectoryPath(CommandRun.package.path))
    runEmbeddingExample()
  }

  @Test("the guides in two languages show the same commands")
  func languages() throws {
    let english = try MarkdownText("Documentation/FirstReport.md").commands.map(\.line)
    let chinese = try MarkdownText("Documentation/FirstReport.zh-CN.md").commands.map(\.line)
    #expect(english == chinese.map { $0.replacing(" --lang zh-Hans", with: "") })
  }
}
