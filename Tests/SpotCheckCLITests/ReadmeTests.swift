import Foundation
import TestSupport
import Testing

@Suite("README")
struct ReadmeTests {
  private static let files = ["README.md", "README.zh-CN.md"]

  @Test("every command shown runs, and the first report shown is what it prints", arguments: files)
  func commands(file: String) throws {
    let readme = try MarkdownText(file)
    let scratch = try Scratch()
    try FileManager.default.createSymbolicLink(
      atPath: scratch.path("SampleData"), withDestinationPath: CommandRun.package.path + "/SampleData")
    let commands = readme.commands
    #expect(commands.count >= 5)
    for (number, command) in commands.enumerated() {
      let run = try CommandRun(command.words, environment: ["COLUMNS": "80"], in: scratch.path)
      #expect(run.status == 0, "\(command): \(run.errors)")
      guard number == 0 else { continue }
      let shown = try #require(readme.blocks(of: "text").first)
      #expect(run.output.hasPrefix(shown), "\(file) shows another report than:\n\(run.output.prefix(3000))")
    }
  }

  @Test("the library example is the one that is compiled here", arguments: files)
  func libraryExample(file: String) async throws {
    let shown = try #require(try MarkdownText(file).blocks(of: "swift").first)
    #expect(try shown == MarkdownText.example(in: "LibraryExample.swift"))
  }

  @Test("the library example runs")
  func libraryExampleRuns() async throws {
    try #require(FileManager.default.changeCurrentDirectoryPath(CommandRun.package.path))
    await runLibraryExample()
  }
}
