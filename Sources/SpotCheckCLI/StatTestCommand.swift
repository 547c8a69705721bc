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
        spotcheck stat test 165 180 --target 0.96 --population 400
        echo '{"passes":173,"trials":180,"target":0.96}' | spotcheck stat test --json
      """)

  @Argument(help: "Passes and trials.")
  var counts: [String] = []

  @Option(help: ArgumentHelp("The target rate, such as 0.96.", valueName: "rate"))
  var target: String?

  @Option(
    help: ArgumentHelp(
      "Units in the population, where it is known: trials are distinct ones of them.", valueName: "n"))
  var population: String?

  @Option(help: "Confidence of each one-sided bound (default: 0.95).")
  var confidence: String?

  @OptionGroup var output: StatOutputOptions
  @OptionGroup var speech: SpeechOptions

  func run() throws {
    let options = StatRecord(["target": target, "population": population, "confidence": confidence])
    try StatSession<StatTest>(options: options, output: output, speech: speech).run {
      () throws(StatProblem) in try StatRecord(counts, named: ["passes", "trials"])
    }
  }
}

/// A question for the tests of a pass rate against a target.
struct StatTest: StatQuestion {
  static let keys = ["passes", "trials", "target", "population", "confidence"]

  private let counts: StatCounts
  private let target: DecimalFraction
  private let population: Int?
  private let confidence: Double

  init(_ record: StatRecord) throws(StatProblem) {
    counts = try StatCounts(record)
    target = try record.fraction("target")
    population = try record.countIfGiven("population", atMost: FinitePopulationTest.largestPopulation)
    if let population, population < counts.trials { throw StatProblem(.exceeds("population"), key: "trials") }
    confidence = try record.level("confidence") ?? 0.95
  }

  private var evidence: (pShortfall: Double, pMet: Double, lower: Double?, upper: Double?) {
    let (k, n) = (counts.passes, counts.trials)
    guard let population else {
      return (
        ExactTest.pShortfall(passes: k, trials: n, target: target),
        ExactTest.pMet(passes: k, trials: n, target: target),
        BinomialInterval.lowerBound(passes: k, trials: n, level: confidence),
        BinomialInterval.upperBound(passes: k, trials: n, level: confidence)
      )
    }
    let risk = 1 - confidence
    let least = FinitePopulationTest.lowerBound(passes: k, trials: n, population: population, risk: risk)
    let most = FinitePopulationTest.upperBound(passes: k, trials: n, population: population, risk: risk)
    return (
      FinitePopulationTest.pShortfall(passes: k, trials: n, population: population, target: target),
      FinitePopulationTest.pMet(passes: k, trials: n, population: population, target: target),
      n > 0 ? BinomialInterval.rate(passes: least, trials: population) : nil,
      n > 0 ? BinomialInterval.rate(passes: most, trials: population) : nil
    )
  }
  private var isAttained: Bool? {
    counts.trials == 0 ? nil : target.sign(ofRate: counts.passes, over: counts.trials) >= 0
  }

  func answer(_ json: inout JSONWriter) {
    let evidence = evidence
    counts.answer(&json)
    json.member("target", target.value)
    json.member("population", population)
    json.member("confidence", confidence)
    json.member("pass_rate", counts.rate)
    json.member("attained", isAttained)
    json.member("p_shortfall", evidence.pShortfall)
    json.member("p_met", evidence.pMet)
    json.member("lower_bound", evidence.lower)
    json.member("upper_bound", evidence.upper)
  }

  func lines(_ words: StatWords) -> [String] {
    let evidence = evidence
    guard let isAttained, let lower = evidence.lower, let upper = evidence.upper else {
      return [words.noTrials]
    }
    return [
      words.rate(counts, target: target, isAttained: isAttained),
      words.chance(ofAtMost: counts.passes, evidence.pShortfall),
      words.chance(ofAtLeast: counts.passes, evidence.pMet),
      words.bounds(lower: lower, upper: upper, confidence: confidence),
    ]
  }
}
