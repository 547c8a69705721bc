import ArgumentParser

/// A calculator over the library that findings are made with.
struct StatCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "stat",
    abstract: "A calculator: intervals, tests, adjustments, projections, comparisons.",
    discussion: """
      With --json answers are JSON, one object a line. Without figures on the command
      line every line of standard input is then a question, an object with the keys that
      an answer begins with; options hold for lines that do not say. A line that cannot
      be answered is answered with its number and an error, and the exit code is 65 at
      the end. Blank lines are passed over.

      Examples:
        spotcheck stat interval 173 180
        spotcheck stat test 173 180 --target 0.96
        spotcheck stat adjust 0.001 0.02 0.04 --method holm
        spotcheck stat project 173 180 --planned 60 --target 0.96
        spotcheck stat compare 165 180 173 180
        spotcheck stat interval --json < questions.jsonl
      """,
    subcommands: [
      StatIntervalCommand.self, StatTestCommand.self, StatAdjustCommand.self, StatProjectCommand.self,
      StatCompareCommand.self,
    ])
}
