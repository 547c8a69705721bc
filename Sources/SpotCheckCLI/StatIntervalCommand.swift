import ArgumentParser
import SpotCheck
import SpotCheckReports

/// Intervals for pass rates.
struct StatIntervalCommand: ParsableCommand, SpeakingCommand {
  static let configuration = CommandConfiguration(
    commandName: "interval",
    abstract: "The two-sided interval of a pass rate.",
    discussion: """
      Examples:
        spotcheck stat interval 173 180
        spotcheck stat interval 173 180 --confidence 0.99 --interval clopper-pearson
        echo '{"passes":173,"trials":180}' | spotcheck stat interval --json
      """)

  @Argument(help: "Passes and trials.")
  var counts: [String] = []

  @Option(help: "Confidence (default: 0.95).")
  var confidence: String?

  @Option(
    help: ArgumentHelp("How it is made (default: wilson): \(StatInterval.methodNames).", valueName: "method"))
  var interval: String?

  @OptionGroup var output: StatOutputOptions
  @OptionGroup var speech: SpeechOptions

  func run() throws {
    let options = StatRecord(["confidence": confidence, "interval": interval])
    try StatSession<StatInterval>(options: options, output: output, speech: speech).run {
      () throws(StatProblem) in try StatRecord(counts, named: ["passes", "trials"])
    }
  }
}

/// A question for the interval of a pass rate.
struct StatInterval: StatQuestion {
  static let keys = ["passes", "trials", "confidence", "interval"]
  static let methodNames = IntervalMethod.allCases.map(\.rawValue).joined(separator: ", ")

  private let counts: StatCounts
  private let confidence: Double
  private let method: IntervalMethod

  init(_ record: StatRecord) throws(StatProblem) {
    counts = try StatCounts(record)
    confidence = try record.level("confidence") ?? 0.95
    method = try record.choice("interval", of: IntervalMethod.allCases) ?? .wilson
  }

  private var limits: RateInterval? {
    BinomialInterval.interval(passes: counts.passes, trials: counts.trials, level: confidence, method: method)
  }

  func answer(_ json: inout JSONWriter) {
    counts.answer(&json)
    json.member("confidence", confidence)
    json.member("interval", method.rawValue)
    json.member("pass_rate", counts.rate)
    json.member("lower", limits?.lower)
    json.member("upper", limits?.upper)
  }

  func lines(_ words: StatWords) -> [String] {
    guard let limits else { return [words.noTrials] }
    return [
      words.rate(counts),
      words.interval(limits, confidence: confidence, method: method.rawValue),
    ]
  }
}
