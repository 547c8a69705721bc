import Foundation
import TestSupport
import Testing

@Suite("README")
struct ReadmeTests {
  private static let files = ["README.md", "README.zh-CN.md"]

  @Test("every command shown runs, and the first report shown is what it prints", arguments: files)
  func commands(file: String) throws {
    let readme = try Self.text(of: file)
    let scratch = try Scratch()
    try FileManager.default.createSymbolicLink(
      atPath: scratch.path("SampleData"), withDestinationPath: CommandRun.package.path + "/SampleData")
    let lines = Self.blocks(of: "sh", in: readme).flatMap { $0.split(separator: "\n") }
    let commands = lines.filter { $0.hasPrefix("spotcheck ") }
    #expect(commands.count >= 5)
    for (number, command) in commands.enumerated() {
      let words = command.split(separator: " ").dropFirst().map(String.init)
      let run = try CommandRun(words, environment: ["COLUMNS": "80"], in: scratch.path)
      #expect(run.status == 0, "\(command): \(run.errors)")
      guard number == 0 else { continue }
      let shown = try #require(Self.blocks(of: "text", in: readme).first)
      #expect(run.output.hasPrefix(shown), "\(file) shows another report than:\n\(run.output.prefix(3000))")
    }
  }

  @Test("the library example is the one that is compiled here", arguments: files)
  func libraryExample(file: String) async throws {
    let source = try Self.text(of: "Tests/SpotCheckCLITests/LibraryExample.swift")
    let marks = [source.range(of: "// README begins\n"), source.range(of: "  // README ends")]
    let start = try #require(marks[0]).upperBound
    let end = try #require(marks[1]).lowerBound
    let code = source[start..<end].split(separator: "\n").map { $0.dropFirst(2) + "\n" }.joined()
    let shown = try #require(Self.blocks(of: "swift", in: try Self.text(of: file)).first)
    #expect(shown == "import SpotCheck\n\n" + code)
  }

  @Test("the library example runs")
  func libraryExampleRuns() async throws {
    try #require(FileManager.default.changeCurrentDirectoryPath(CommandRun.package.path))
    await runLibraryExample()
  }

  private static func text(of file: String) throws -> String {
    String(decoding: try Data(contentsOf: CommandRun.package.appending(path: file)), as: UTF8.self)
  }

  /// The fenced blocks of a language.
  private static func blocks(of language: String, in text: String) -> [String] {
    text.components(separatedBy: "\n```\(language)\n").dropFirst().compactMap { rest in
      rest.range(of: "```\n").map { String(rest[..<$0.lowerBound]) }
    }
  }
}
