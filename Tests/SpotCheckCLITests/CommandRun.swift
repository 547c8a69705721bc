import Foundation
import TestSupport

/// One run of the built `spotcheck`, and what it left.
struct CommandRun {
  /// What it wrote to standard output.
  let output: String
  /// What it wrote to standard error.
  let errors: String
  /// How it ended.
  let status: Int32

  /// Runs the command and waits for its end.
  ///
  /// - Parameters:
  ///   - arguments: The words behind `spotcheck`.
  ///   - input: What it reads from standard input.
  ///   - environment: Variables put over a plain English environment.
  ///   - folder: The working folder; `nil` is the package's.
  /// - Throws: Where the command cannot be run at all.
  init(
    _ arguments: [String], input: String = "", environment: [String: String] = [:], in folder: String? = nil
  ) throws {
    let scratch = try Scratch()
    try scratch.write(input, to: "in")
    for name in ["out", "err"] { try scratch.write("", to: name) }
    let process = Process()
    process.executableURL = Self.executable
    process.currentDirectoryURL = folder.map { URL(filePath: $0) } ?? Self.package
    process.arguments = arguments
    process.environment = ["PATH": "/usr/bin:/bin", "LC_ALL": "C"].merging(environment) { $1 }
    process.standardInput = FileHandle(forReadingAtPath: scratch.path("in"))
    process.standardOutput = FileHandle(forWritingAtPath: scratch.path("out"))
    process.standardError = FileHandle(forWritingAtPath: scratch.path("err"))
    try process.run()
    process.waitUntilExit()
    output = try scratch.text("out")
    errors = try scratch.text("err")
    status = process.terminationStatus
  }

  /// The folder of the package, where the paths of the README hold.
  static let package = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// The built command, beside the test bundle.
  static let executable = URL(filePath: CommandLine.arguments[0])
    .resolvingSymlinksInPath().deletingLastPathComponent().appending(path: "spotcheck")

  /// The options by which the sample data is read.
  static let sample = ["SampleData/dumps", "--layout", "SampleData/layout.yaml"]
  /// The sample data's plan.
  static let plan = ["--plan", "SampleData/plan-2023-2025.yaml"]
}

extension Scratch {
  /// The path of a name in the folder.
  func path(_ name: String) -> String { path + "/" + name }

  /// The text of a file in the folder.
  func text(_ name: String) throws -> String {
    String(decoding: try Data(contentsOf: URL(filePath: path(name))), as: UTF8.self)
  }

  /// The names in the folder, hidden ones too, sorted.
  func names(in name: String = "") throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: path(name)).sorted()
  }
}
