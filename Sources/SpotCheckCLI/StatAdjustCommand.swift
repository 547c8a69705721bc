import ArgumentParser
import SpotCheck
import SpotCheckReports

/// Adjusted p-values.
struct StatAdjustCommand: ParsableCommand, SpeakingCommand {
  static let configuration = CommandConfiguration(
    commandName: "adjust",
    abstract: "The p-values of a family of tests, adjusted for their number.",
    discussion: """
      An adjusted value at most α is a rejection at α.

      Examples:
        spotcheck stat adjust 0.001 0.02 0.04
        spotcheck stat adjust 0.001 0.02 0.04 --method holm
        echo '{"p":[0.001,0.02,0.04],"method":"by"}' | spotcheck stat adjust --json
      """)

  @Argument(help: ArgumentHelp("The p-values.", valueName: "p"))
  var values: [String] = []

  @Option(
    help: ArgumentHelp("The procedure (default: bh): \(StatAdjustment.methodNames).", valueName: "method"))
  var method: String?

  @OptionGroup var output: StatOutputOptions
  @OptionGroup var speech: SpeechOptions

  func run() throws {
    let options = StatRecord(["method": method])
    try StatSession<StatAdjustment>(options: options, output: output, speech: speech).run {
      values.isEmpty ? nil : StatRecord(values, listedAs: "p")
    }
  }
}

/// A question for adjusted p-values.
struct StatAdjustment: StatQuestion {
  static let keys = ["p", "method"]
  static let methodNames = Method.allCases.map(\.rawValue).joined(separator: ", ")

  /// The procedures by their names on the command line.
  enum Method: String, CaseIterable {
    case benjaminiHochberg = "bh"
    case holm
    case benjaminiYekutieli = "by"
    case hochberg
    case bonferroni
    case sidak
    case sidakStepDown = "sidak-step-down"
    case storey

    func adjust(_ p: [Double]) -> [Double] {
      switch self {
      case .benjaminiHochberg: MultipleTesting.benjaminiHochberg(p)
      case .holm: MultipleTesting.holm(p)
      case .benjaminiYekutieli: MultipleTesting.benjaminiYekutieli(p)
      case .hochberg: MultipleTesting.hochberg(p)
      case .bonferroni: MultipleTesting.bonferroni(p)
      case .sidak: MultipleTesting.sidak(p)
      case .sidakStepDown: MultipleTesting.sidakStepDown(p)
      case .storey: MultipleTesting.storey(p).q
      }
    }
  }

  private let p: [Double]
  private let method: Method

  init(_ record: StatRecord) throws(StatProblem) {
    p = try record.probabilities("p")
    method = try record.choice("method", of: Method.allCases) ?? .benjaminiHochberg
  }

  func answer(_ json: inout JSONWriter) {
    json.key("p")
    json.array(p) { $0.number($1) }
    json.member("method", method.rawValue)
    json.key("adjusted")
    json.array(method.adjust(p)) { $0.number($1) }
  }

  func lines(_ words: StatWords) -> [String] {
    [words.adjusted(by: method.rawValue)] + zip(p, method.adjust(p)).map { words.p($0) + "  " + words.p($1) }
  }
}
