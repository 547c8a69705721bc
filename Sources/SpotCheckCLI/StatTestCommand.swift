import ArgumentParser
import SpotCheck
import SpotCheckReports

/// Exact tests against a target.
struct StatTestCommand: ParsableCommand, SpeakingCommand {
  static let configuration = CommandConfiguration(
    commandName: "test",
    abstract: "The exact tests of a pass rate against a target, and its one-sided bounds.",
    discussion: """
      A small p_shortfall speaks for a true rate below the target, a small p_met for one
      at or above it. This is one test alone: where many are made, see adjust.

      Examples:
        spotcheck stat test 173 180 --target 0.96
        spotcheck stat test 165 180 --target 0.96 --confidence 0.99
        echo '{"passes":173,"trials":180,"target":0.96}' | spotcheck stat test --json
      """)

  @Argument(help: "Passes and trials.")
  var counts: [String] = []

  @Option(help: ArgumentHelp("The target rate, such as 0.96.", valueName: "rate"))
  var target: String?

  @Option(help: "Confidence of each one-sided bound (default: 0.95).")
  var confidence: String?

  @OptionGroup var output: StatOutputOptions
  @OptionGroup var speech: SpeechOptions

  func run() throws {
    let options = StatRecord(["target": target, "confidence": confidence])
    try StatSession<StatTest>(options: options, output: output, speech: speech).run {
      () throws(StatProblem) in try StatRecord(counts, named: ["passes", "trials"])
    }
  }
}

/// A question for the tests of a pass rate against a target.
struct StatTest: StatQuestion {
  static let keys = ["passes", "trials", "target", "confidence"]

  private let counts: StatCounts
  private let target: DecimalFraction
  private let confidence: Double

  init(_ record: StatRecord) throws(StatProblem) {
    counts = try StatCounts(record)
    target = try record.fraction("target")
    confidence = try record.level("confidence") ?? 0.95
  }

  private var pShortfall: Double {
    ExactTest.pShortfall(passes: counts.passes, trials: counts.trials, target: target)
  }
  private var pMet: Double {
    ExactTest.pMet(passes: counts.passes, trials: counts.trials, target: target)
  }
  private var lower: Double? {
    BinomialInterval.lowerBound(passes: counts.passes, trials: counts.trials, level: confidence)
  }
  private var upper: Double? {
    BinomialInterval.upperBound(passes: counts.passes, trials: counts.trials, level: confidence)
  }
  private var isAttained: Bool? {
    counts.trials == 0 ? nil : target.sign(ofRate: counts.passes, over: counts.trials) >= 0
  }

  func answer(_ json: inout JSONWriter) {
    counts.answer(&json)
    json.member("target", target.value)
    json.member("confidence", confidence)
    json.member("pass_rate", counts.rate)
    json.member("attained", isAttained)
    json.member("p_shortfall", pShortfall)
    json.member("p_met", pMet)
    json.member("lower_bound", lower)
    json.member("upper_bound", upper)
  }

  func lines(_ words: StatWords) -> [String] {
    guard let isAttained, let lower, let upper else { return [words.noTrials] }
    return [
      words.rate(counts, target: target, isAttained: isAttained),
      words.chance(ofAtMost: counts.passes, pShortfall),
      words.chance(ofAtLeast: counts.passes, pMet),
      words.bounds(lower: lower, upper: upper, confidence: confidence),
    ]
  }
}
