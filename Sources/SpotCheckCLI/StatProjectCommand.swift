import ArgumentParser
import SpotCheck
import SpotCheckReports

/// What the samples still planned must bring.
struct StatProjectCommand: ParsableCommand, SpeakingCommand {
  static let configuration = CommandConfiguration(
    commandName: "project",
    abstract: "What the samples still planned must bring for the year to meet its target.",
    discussion: """
      Examples:
        spotcheck stat project 173 180 --planned 60 --target 0.96
        echo '{"passes":173,"trials":180,"planned":60,"target":0.96}' | spotcheck stat project --json
      """)

  @Argument(help: "Passes and trials so far.")
  var counts: [String] = []

  @Option(help: ArgumentHelp("Samples still to come.", valueName: "n"))
  var planned: String?

  @Option(help: ArgumentHelp("The target rate of the year, such as 0.96.", valueName: "rate"))
  var target: String?

  @OptionGroup var output: StatOutputOptions
  @OptionGroup var speech: SpeechOptions

  func run() throws {
    let options = StatRecord(["planned": planned, "target": target])
    try StatSession<StatProjection>(options: options, output: output, speech: speech).run {
      () throws(StatProblem) in try StatRecord(counts, named: ["passes", "trials"])
    }
  }
}

/// A question for the projection of a year.
struct StatProjection: StatQuestion {
  static let keys = ["passes", "trials", "planned", "target"]
  /// The most samples that may be planned; a projection takes time and memory in proportion.
  static let mostPlanned = 10_000_000

  private let counts: StatCounts
  private let planned: Int
  private let target: DecimalFraction

  init(_ record: StatRecord) throws(StatProblem) {
    counts = try StatCounts(record)
    planned = try record.count("planned", atMost: Self.mostPlanned)
    target = try record.fraction("target")
  }

  private var projection: YearEndProjection {
    YearEndProjection(passes: counts.passes, trials: counts.trials, remaining: planned, target: target)
  }

  func answer(_ json: inout JSONWriter) {
    let projection = projection
    counts.answer(&json)
    json.member("planned", planned)
    json.member("target", target.value)
    json.member("pass_rate", counts.rate)
    json.member("status", projection.status.rawValue)
    json.member("need", projection.need)
    json.member("required_future_rate", projection.requiredFutureRate)
    json.member("chance_met", projection.chanceMet)
    json.member("expected_rate", projection.expectedRate)
  }

  func lines(_ words: StatWords) -> [String] {
    let projection = projection
    let soFar = counts.trials == 0 ? [] : [words.rate(counts)]
    return soFar + [
      words.outlook(projection, planned: planned, target: target), words.chanceMet(projection.chanceMet),
    ]
  }
}
