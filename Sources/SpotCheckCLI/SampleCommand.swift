import ArgumentParser

/// What to inspect next: how much, and where.
struct SampleCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sample",
    abstract: "Sampling design: how many to inspect, where, and whom.",
    discussion: """
      Examples:
        spotcheck sample size --rate 0.93 --target 0.96
        spotcheck sample allocate --from report.json --frame frame.csv --total 1000
        spotcheck sample draw frame.csv --inspectors inspectors.csv --seed 7 --ratio 0.05
        spotcheck sample plan --p1 0.02 --p2 0.08
      """,
    subcommands: [
      SampleSizeCommand.self,
      SampleAllocateCommand.self,
      SamplePlanCommand.self,
      SampleDrawCommand.self,
    ])
}
