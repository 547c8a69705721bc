import ArgumentParser
import SpotCheck
import SpotCheckReports

/// Acceptance sampling plans.
struct SamplePlanCommand: ParsableCommand, SpeakingCommand {
  static let configuration = CommandConfiguration(
    commandName: "plan",
    abstract: "Acceptance sampling: what a plan comes to, or the least plan for two risks.",
    discussion: """
      Give a single plan (--n --ac), a double plan (--n1 --ac1 --re1 --n2 --ac2), or two
      risk points (--p1 --p2) for which the plan with the fewest items is sought. Fractions
      are decimals: 0.02 is 2%. Terms are those of ISO 2859 and GB/T 2828. A plan decides
      on a lot; it does not estimate a rate: for that see sample size.

      Examples:
        spotcheck sample plan --n 80 --ac 2
        spotcheck sample plan --n1 50 --ac1 0 --re1 3 --n2 50 --ac2 3 --p1 0.01 --p2 0.065
        spotcheck sample plan --p1 0.02 --p2 0.08
        spotcheck sample plan --p1 0.02 --alpha 0.05 --p2 0.08 --beta 0.1 --lot 500 --double
        spotcheck sample plan --n 80 --ac 2 --svg oc.svg --csv > oc.csv
      """)

  @OptionGroup var numbers: SamplePlanNumbers

  @Option(
    help: ArgumentHelp("Quality that should be accepted, the producer's risk point.", valueName: "rate"))
  var p1: String?

  @Option(help: "The producer's risk: a lot as good as p1 is rejected (default: 0.05).")
  var alpha: String?

  @Option(
    help: ArgumentHelp("Quality that should be rejected, the consumer's risk point.", valueName: "rate"))
  var p2: String?

  @Option(help: "The consumer's risk: a lot as bad as p2 is accepted (default: 0.1).")
  var beta: String?

  @Flag(help: "Seek a double plan, with two samples of equal size.")
  var double = false

  @Option(help: ArgumentHelp("Items in the lot.", valueName: "n"))
  var lot: String?

  @Option(
    help: ArgumentHelp(
      "How lots come (default: hypergeometric with --lot, else binomial): "
        + SamplePlanModel.allCases.map(\.rawValue).joined(separator: ", ") + ".", valueName: "model"))
  var model: String?

  @Flag(help: "Write JSON.")
  var json = false

  @Flag(help: "Write the curves as CSV.")
  var csv = false

  @Option(help: ArgumentHelp("Draw the operating characteristic as SVG.", valueName: "file"))
  var svg: String?

  @OptionGroup var speech: SpeechOptions

  func run() throws {
    let report: AcceptanceReport
    do throws(SamplePlanProblem) {
      report = try question().report()
    } catch {
      throw ValidationError(error.message(in: speech.language))
    }
    if json, csv { throw SpotCheckError(.flagsConflict("--json", "--csv")) }
    if let svg {
      if svg == "-" { throw SpotCheckError(.outputsCoincide("--svg", "-o")) }
      let file = try OutputFile(svg)
      try file.write(report.svg(language: speech.language))
      try file.finish()
    }
    let output = try OutputFile("-")
    if json {
      try output.write(report.json)
    } else if csv {
      try output.write(report.csv)
    } else {
      let text = report.text(language: speech.language, width: Terminal.width, style: speech.style)
      try output.write(Array(text.utf8))
    }
  }

  private func question() throws(SamplePlanProblem) -> SamplePlanQuestion {
    let options = StatRecord(
      numbers.options.merging(
        ["--p1": p1, "--alpha": alpha, "--p2": p2, "--beta": beta, "--lot": lot, "--model": model]
      ) { given, _ in given })
    return try SamplePlanQuestion(options, seeksDouble: double)
  }
}

/// The numbers of a plan that is given.
struct SamplePlanNumbers: ParsableArguments {
  @Option(name: .customLong("n"), help: ArgumentHelp("Single plan: items in the sample.", valueName: "n"))
  var size: String?

  @Option(name: .customLong("ac"), help: ArgumentHelp("Single plan: acceptance number Ac.", valueName: "n"))
  var acceptanceNumber: String?

  @Option(
    name: .customLong("n1"), help: ArgumentHelp("Double plan: items in the first sample.", valueName: "n"))
  var firstSize: String?

  @Option(
    name: .customLong("ac1"), help: ArgumentHelp("Double plan: first acceptance number.", valueName: "n"))
  var firstAcceptanceNumber: String?

  @Option(
    name: .customLong("re1"), help: ArgumentHelp("Double plan: first rejection number.", valueName: "n"))
  var firstRejectionNumber: String?

  @Option(
    name: .customLong("n2"), help: ArgumentHelp("Double plan: items in the second sample.", valueName: "n"))
  var secondSize: String?

  @Option(
    name: .customLong("ac2"),
    help: ArgumentHelp("Double plan: acceptance number of both samples; Re2 is one more.", valueName: "n"))
  var secondAcceptanceNumber: String?

  /// The options by their names.
  var options: [String: String?] {
    [
      "--n": size, "--ac": acceptanceNumber, "--n1": firstSize, "--ac1": firstAcceptanceNumber,
      "--re1": firstRejectionNumber, "--n2": secondSize, "--ac2": secondAcceptanceNumber,
    ]
  }
}
