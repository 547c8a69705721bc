import Foundation

/// A page of documentation, whose examples are tried.
struct MarkdownText {
  private let text: String

  /// Reads a file of the package.
  init(_ file: String) throws {
    text = try Self.text(of: file)
  }

  /// The fenced blocks of a language.
  func blocks(of language: String) -> [String] {
    text.components(separatedBy: "\n```\(language)\n").dropFirst().compactMap { rest in
      rest.range(of: "```\n").map { String(rest[..<$0.lowerBound]) }
    }
  }

  /// The lines of shell blocks that run the command.
  var commands: [Command] {
    blocks(of: "sh").flatMap { $0.split(separator: "\n") }
      .filter { $0.hasPrefix("spotcheck ") }.map { Command(line: String($0)) }
  }

  /// A line that runs the command.
  struct Command: CustomStringConvertible {
    /// The line.
    var line: String
    /// The words behind `spotcheck`.
    var words: [String] { line.split(separator: " ").dropFirst().map(String.init) }
    var description: String { line }
  }

  /// The example that a file of these tests compiles, as documentation shows it.
  static func example(in file: String) throws -> String {
    let source = try text(of: "Tests/SpotCheckCLITests/" + file)
    guard let start = source.range(of: "// README begins\n"), let end = source.range(of: "  // README ends")
    else { return "" }
    let lines = source[start.upperBound..<end.lowerBound].split(
      separator: "\n", omittingEmptySubsequences: false)
    return "import SpotCheck\n\n" + lines.dropLast().map { $0.dropFirst(2) + "\n" }.joined()
  }

  private static func text(of file: String) throws -> String {
    String(decoding: try Data(contentsOf: CommandRun.package.appending(path: file)), as: UTF8.self)
  }
}
