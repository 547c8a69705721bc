import ArgumentParser
import SpotCheck

/// The root of all commands.
struct SpotCheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "spotcheck",
    abstract: "Which regions and categories fall short of plan, and how sure is that?",
    discussion: """
      Reads CSV dumps of inspection results into exact pass rates and judges them against a plan.

      Examples:
        spotcheck sniff dumps/
        spotcheck init dumps/ --plan plan.yaml > layout.yaml
        spotcheck analyze dumps/ --layout layout.yaml --plan plan.yaml

      Exit codes: 0 ok; 1 a finding at or above --fail-on; 2 the data gate; 64 usage;
      65 no record, none accepted, or unreadable data; 66 no such input; 73 cannot
      create output; 74 read or write error; 78 bad layout or plan; 130 interrupted.
      """,
    version: SpotCheckVersion.current,
    subcommands: [
      AnalyzeCommand.self, SniffCommand.self, InitCommand.self, ValidateCommand.self,
      NormalizeCommand.self, GenerateCommand.self, SampleCommand.self, StatCommand.self,
    ])
}
