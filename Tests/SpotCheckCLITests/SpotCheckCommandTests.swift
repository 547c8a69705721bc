import Testing

@Suite("Command line")
struct SpotCheckCommandTests {
  private static let commands = [
    "analyze", "sniff", "init", "validate", "normalize", "generate", "sample", "stat",
  ]

  @Test("every command has help with examples", arguments: commands)
  func help(command: String) throws {
    let run = try CommandRun([command, "--help"])
    #expect(run.status == 0)
    #expect(run.output.contains("Examples:\n  spotcheck \(command) "))
    #expect(run.errors.isEmpty)
  }

  @Test("the root names every command")
  func root() throws {
    let run = try CommandRun(["--help"])
    #expect(run.status == 0)
    for command in Self.commands { #expect(run.output.contains("  \(command) ")) }
  }

  @Test(
    "a wrong command line ends with 64 and writes nothing to standard output",
    arguments: [
      ["nonsense"], ["analyze"], ["analyze", "a.csv", "--nonsense"],
      ["analyze", "a.csv", "--format", "pdf"], ["analyze", "a.csv", "--since", "r.json"],
      ["analyze", "a.csv", "--confidence", "1"], ["analyze", "a.csv", "--confidence", "nan"],
      ["analyze", "a.csv", "--by", "region,,period"], ["analyze", "a.csv", "--threads", "0"],
      ["analyze", "a.csv", "--max-rejects", "-1"], ["analyze", "a.csv", "--max-rejects", "101%"],
      ["analyze", "a.csv", "--as-of", "2024-02-30"],
      ["generate", "--records", "5", "--defect", "bad-date=2"],
      ["generate", "--records", "5", "--split", "month"], ["generate", "--records", "-1"],
    ])
  func usage(arguments: [String]) throws {
    let run = try CommandRun(arguments)
    #expect(run.status == 64)
    #expect(run.output.isEmpty)
    #expect(!run.errors.isEmpty)
  }

  @Test("several formats need a folder")
  func severalFormats() throws {
    let run = try CommandRun(["analyze"] + CommandRun.sample + ["--format", "json", "--format", "table"])
    #expect(run.status == 64)
    #expect(run.errors.contains("-o FOLDER/"))
  }

  @Test(
    "the language is that of the flag, else of the locale",
    arguments: [
      (["--lang", "zh-Hans"], [:], "不存在"), (["--lang", "en"], ["LC_ALL": "zh_CN.UTF-8"], "there is no"),
      ([], ["LC_ALL": "zh_CN.UTF-8"], "不存在"), ([], ["LC_ALL": "", "LANG": "zh_CN.UTF-8"], "不存在"),
      ([], ["LC_ALL": "de_DE.UTF-8", "LANG": "zh_CN.UTF-8"], "there is no"),
    ] as [([String], [String: String], String)])
  func language(flags: [String], environment: [String: String], words: String) throws {
    let run = try CommandRun(["analyze", "missing.csv"] + flags, environment: environment)
    #expect(run.status == 66)
    #expect(run.errors.contains(words))
  }
}
