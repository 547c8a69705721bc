import ArgumentParser
import SpotCheck
import SpotCheckReports

/// How many to inspect.
struct SampleSizeCommand: ParsableCommand, SpeakingCommand {
  static let configuration = CommandConfiguration(
    commandName: "size",
    abstract: "How many to inspect: for a margin, to prove a shortfall, or to tell two rates apart.",
    discussion: """
      With --rate and --margin: units that estimate a rate within a margin. With --rate and
      --target: units whose exact test proves a shortfall of a true rate below the target,
      the first size that has the power and the one after which it never falls below. With
      --rate and --other-rate: units in each of two groups.

      With --json the answer is a line of JSON. Without such options every line of standard
      input is then a question, an object with the names of the options (other_rate for
      --other-rate); options hold for lines that do not say.

      Examples:
        spotcheck sample size --rate 0.96 --margin 0.01
        spotcheck sample size --rate 0.96 --margin 0.01 --population 5000 --deff 1.5
        spotcheck sample size --rate 0.93 --target 0.96 --power 0.8
        spotcheck sample size --rate 0.90 --other-rate 0.95
        echo '{"rate":0.93,"target":0.96}' | spotcheck sample size --json
      """)

  @Option(help: ArgumentHelp("The pass rate expected, such as 0.96.", valueName: "rate"))
  var rate: String?

  @Option(help: ArgumentHelp("Half the width of the interval, such as 0.01.", valueName: "margin"))
  var margin: String?

  @Option(help: ArgumentHelp("The target rate a shortfall of which is to be proven.", valueName: "rate"))
  var target: String?

  @Option(help: ArgumentHelp("The rate expected of a second group.", valueName: "rate"))
  var otherRate: String?

  @Option(help: "Confidence of the interval of --margin (default: 0.95).")
  var confidence: String?

  @Option(help: "Level of the test (default: 0.05).")
  var alpha: String?

  @Option(help: "Chance of a proof that is asked for (default: 0.8).")
  var power: String?

  @Option(help: ArgumentHelp("Units there are in all.", valueName: "n"))
  var population: String?

  @Option(help: "Design effect, what a size is multiplied with (default: 1).")
  var deff: String?

  @Option(help: "With --margin: share of the units drawn that yield a result (default: 1).")
  var response: String?

  @Option(help: "With --margin: wald or fleiss (default: wald).")
  var formula: String?

  @Option(help: "With --other-rate: units of the second group to one of the first (default: 1).")
  var ratio: String?

  @Option(help: "With --other-rate: two or one, how many sides the test has (default: two).")
  var sides: String?

  @Option(help: "With --other-rate: unpooled or pooled (default: unpooled).")
  var variance: String?

  @OptionGroup var output: StatOutputOptions
  @OptionGroup var speech: SpeechOptions

  func run() throws {
    let options = StatRecord([
      "rate": rate, "margin": margin, "target": target, "other_rate": otherRate, "confidence": confidence,
      "alpha": alpha, "power": power, "population": population, "deff": deff, "response": response,
      "formula": formula, "ratio": ratio, "sides": sides, "variance": variance,
    ])
    let isQuestion = rate != nil && (margin ?? target ?? otherRate) != nil
    try StatSession<SizeQuestion>(options: options, output: output, speech: speech).run {
      isQuestion || !output.json ? StatRecord([:]) : nil
    }
  }
}

/// A question for a size, of one of three kinds.
struct SizeQuestion: StatQuestion {
  static let keys = [
    "rate", "margin", "target", "other_rate", "confidence", "alpha", "power", "population", "deff",
    "response",
    "formula", "ratio", "sides", "variance",
  ]

  private enum Kind {
    case precision(PrecisionQuestion)
    case shortfall(ShortfallQuestion)
    case comparison(ComparisonQuestion)
  }

  private let kind: Kind

  init(_ record: StatRecord) throws(StatProblem) {
    let asked = try record.one(
      of: ["margin", "target", "other_rate"], example: "spotcheck sample size --rate 0.93 --target 0.96")
    kind =
      switch asked {
      case "margin": .precision(try PrecisionQuestion(record))
      case "target": .shortfall(try ShortfallQuestion(record))
      default: .comparison(try ComparisonQuestion(record))
      }
  }

  func answer(_ json: inout JSONWriter) {
    switch kind {
    case .precision(let question): question.answer(&json)
    case .shortfall(let question): question.answer(&json)
    case .comparison(let question): question.answer(&json)
    }
  }

  func lines(_ words: StatWords) -> [String] {
    switch kind {
    case .precision(let question): question.lines(words)
    case .shortfall(let question): question.lines(words)
    case .comparison(let question): question.lines(words)
    }
  }
}
