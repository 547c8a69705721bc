import ArgumentParser

/// What to inspect next: how much, and where.
struct SampleCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sample",
    abstract: "Sampling design: how many to inspect, and where.",
    discussion: """
      Examples:
        spotcheck sample size --rate 0.93 --target 0.96
        spotcheck sample allocate --from report.json --frame frame.csv --total 1000
      """,
    subcommands: [
      SampleSizeCommand.self,
      SampleAllocateCommand.self,
    ])
}
