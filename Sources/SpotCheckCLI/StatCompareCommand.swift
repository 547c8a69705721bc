import ArgumentParser
import SpotCheck
import SpotCheckReports

/// The change from one rate to another.
struct StatCompareCommand: ParsableCommand, SpeakingCommand {
  static let configuration = CommandConfiguration(
    commandName: "compare",
    abstract: "The change of a pass rate from before to now, with its interval and tests.",
    discussion: """
      The interval is Newcombe's of 1998. A small p_rise speaks for a rise, a small p_fall
      for a fall: Fisher's exact tests, and the score test where counts are very large.

      Examples:
        spotcheck stat compare 165 180 173 180
        spotcheck stat compare 165 180 173 180 --confidence 0.99 --json
      """)

  @Argument(help: "Passes and trials before, then passes and trials now.")
  var counts: [String] = []

  @Option(help: "Confidence of the interval (default: 0.95).")
  var confidence: String?

  @OptionGroup var output: StatOutputOptions
  @OptionGroup var speech: SpeechOptions

  func run() throws {
    let options = StatRecord(["confidence": confidence])
    try StatSession<StatComparison>(options: options, output: output, speech: speech).run {
      () throws(StatProblem) in try StatRecord(counts, named: Array(StatComparison.keys.prefix(4)))
    }
  }
}

/// A question for the change of a pass rate.
struct StatComparison: StatQuestion {
  static let keys = ["passes_before", "trials_before", "passes_now", "trials_now", "confidence"]

  private let before: StatCounts
  private let now: StatCounts
  private let confidence: Double

  init(_ record: StatRecord) throws(StatProblem) {
    before = try StatCounts(record, passes: "passes_before", trials: "trials_before")
    now = try StatCounts(record, passes: "passes_now", trials: "trials_now")
    confidence = try record.level("confidence") ?? 0.95
  }

  private var pair: RatePair {
    RatePair(
      passesBefore: before.passes, trialsBefore: before.trials, passesNow: now.passes, trialsNow: now.trials)
  }

  func answer(_ json: inout JSONWriter) {
    let pair = pair
    let limits = pair.newcombeInterval(level: confidence)
    let p = StratifiedTest.pValues([pair])
    json.member("passes_before", before.passes)
    json.member("trials_before", before.trials)
    json.member("passes_now", now.passes)
    json.member("trials_now", now.trials)
    json.member("confidence", confidence)
    json.member("rate_before", pair.rateBefore)
    json.member("rate_now", pair.rateNow)
    json.member("difference", pair.difference)
    json.member("lower", limits?.lower)
    json.member("upper", limits?.upper)
    json.member("p_rise", p.rise)
    json.member("p_fall", p.fall)
  }

  func lines(_ words: StatWords) -> [String] {
    let pair = pair
    guard let difference = pair.difference, let limits = pair.newcombeInterval(level: confidence) else {
      return [words.nothingToCompare]
    }
    let p = StratifiedTest.pValues([pair])
    return [
      words.before + words.rate(before), words.now + words.rate(now),
      words.change(difference, limits, confidence: confidence), words.chances(rise: p.rise, fall: p.fall),
    ]
  }
}
