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
      """,
    version: SpotCheckVersion.current,
    subcommands: [
      AnalyzeCommand.self, SniffCommand.self, InitCommand.self, ValidateCommand.self,
      NormalizeCommand.self, GenerateCommand.self,
    ])
}
