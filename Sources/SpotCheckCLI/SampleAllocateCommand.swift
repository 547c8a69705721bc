import ArgumentParser
import SpotCheck
import SpotCheckReports

/// Where to inspect how many.
struct SampleAllocateCommand: ParsableCommand, SpeakingCommand {
  static let configuration = CommandConfiguration(
    commandName: "allocate",
    abstract: "Where to inspect how many: units shared among regions and categories.",
    discussion: """
      Strata are the rows of --frame, a table region,category,size and as far as there are
      unit_cost,minimum,maximum,rate,target; their rates come from the report of --from (made
      with --plan and --format json), shrunken towards those of their kind. A frame with an id and no
      size lists establishments, as analyze --by establishment writes it: they are counted. Without a frame
      they are the report's regions and categories, weighted by the units judged.

      Give what to keep to: --total units, a --budget, or a --margin or --variance of the
      overall rate. The answer says what each stratum gets, how well its rate will be known,
      with which chance its shortfall is proven, and what a cut would cost.

      Examples:
        spotcheck sample allocate --from report.json --total 1000
        spotcheck sample allocate --from report.json --frame frame.csv --budget 400000
        spotcheck sample allocate --frame strata.csv --margin 0.01 --cut 5,10,25
        spotcheck sample allocate --from report/report.json --frame report/establishments.csv \\
          --follow-up report/follow-ups.csv --total 1000 --csv -o allocation.csv
      """)

  @Option(help: ArgumentHelp("A report whose rates are planned with.", valueName: "report.json"))
  var from: String?

  @Option(help: ArgumentHelp("What there is to inspect, per region and category.", valueName: "frame.csv"))
  var frame: String?

  @Option(
    help: ArgumentHelp(
      "Establishments inspected in any case; left out where --frame lists establishments.",
      valueName: "follow-ups.csv"))
  var followUp: String?

  @Option(help: ArgumentHelp("Units to share.", valueName: "n"))
  var total: String?

  @Option(help: ArgumentHelp("Money to spend, in the currency of unit_cost.", valueName: "money"))
  var budget: String?

  @Option(help: ArgumentHelp("Margin of the overall rate to reach, such as 0.005.", valueName: "margin"))
  var margin: String?

  @Option(help: ArgumentHelp("Variance of the overall rate to reach.", valueName: "variance"))
  var variance: String?

  @Option(help: "neyman, optimal or proportional (default: neyman for --total, else optimal).")
  var rule: String?

  @Option(help: "Fewest units of a stratum that says nothing (default: 2).")
  var minimum: String?

  @Option(help: ArgumentHelp("Parts to cut, in per cent (default: 10,20).", valueName: "list"))
  var cut: String?

  @Option(help: "Level of the report's regions (default: the finest).")
  var level: String?

  @Option(help: "Period of the report (default: the latest year).")
  var period: String?

  @Option(help: "Confidence of margins (default: 0.95).")
  var confidence: String?

  @Option(help: "Level of the test that proves a shortfall (default: 0.05).")
  var alpha: String?

  @Flag(help: "JSON instead of a table.")
  var json = false

  @Flag(help: "CSV instead of a table: region, category, n and more, as sample draw reads it.")
  var csv = false

  @Option(name: .shortAndLong, help: ArgumentHelp("The file (default: standard output).", valueName: "file"))
  var output: String?

  @OptionGroup var speech: SpeechOptions

  func run() throws {
    if json, csv { throw SpotCheckError(.flagsConflict("--json", "--csv")) }
    let question = try answerable { () throws(StatProblem) in try AllocationQuestion(options, cuts: cut) }
    var claims = try OutputClaims(reading: [], settings: [from, frame, followUp])
    try claims.claim(output ?? "-", for: OutputPlan.flag)
    let report = AllocationReport(try question.answer(try strata(minimum: question.minimum)))
    let file = try OutputFile(output ?? "-")
    try file.write(content(of: report))
    try file.finish()
  }

  private var options: StatRecord {
    StatRecord([
      "--total": total, "--budget": budget, "--margin": margin, "--variance": variance, "--rule": rule,
      "--minimum": minimum, "--confidence": confidence, "--alpha": alpha,
    ])
  }

  private func strata(minimum: Int) throws -> SamplingStrata {
    let measured = try from.map { path throws(SpotCheckError) in
      try MeasuredRates(contentsOf: path, level: level, period: period)
    }
    if let frame {
      let frame = try SamplingFrame(contentsOf: frame, leavingOut: followUp)
      if frame.leftOut > 0 {
        StandardError.note(StatWords(language: speech.language).leftOut(frame.leftOut))
      }
      return try SamplingStrata(frame: frame, measured: measured, minimum: minimum)
    }
    return SamplingStrata(
      measured: try answerable { () throws(StatProblem) in
        guard let measured else {
          throw StatProblem(.notOneOf(["--from", "--frame"], example: AllocationQuestion.example))
        }
        return measured
      }, minimum: minimum)
  }

  /// What `body` reads of the command line, or what is wrong with that, in words.
  private func answerable<Value>(_ body: () throws(StatProblem) -> Value) throws -> Value {
    do throws(StatProblem) {
      return try body()
    } catch {
      throw ValidationError(error.message(in: speech.language))
    }
  }

  private func content(of report: AllocationReport) -> [UInt8] {
    if json { return report.json }
    if csv { return report.csv }
    let isFile = output ?? "-" != "-"
    return Array(
      report.text(
        language: speech.language, width: isFile ? nil : Terminal.width,
        rowLimit: isFile ? nil : Terminal.rowLimit,
        style: isFile ? Style(isColored: false) : speech.style
      ).utf8)
  }
}

/// A question for an allocation, as the command line puts it.
struct AllocationQuestion {
  /// A command that asks one.
  static let example = "spotcheck sample allocate --from report.json --total 1000"

  let minimum: Int
  private let goal: SamplingGoal
  private let rule: Allocation.Rule?
  private let confidence: Double
  private let alpha: Double
  private let cuts: [Double]

  /// Reads the options; `cuts` are per cent with commas between them.
  init(_ options: StatRecord, cuts: String?) throws(StatProblem) {
    let most = SamplingAllocation.largestGoal
    let asked = try options.one(
      of: ["--total", "--budget", "--margin", "--variance"],
      example: Self.example)
    goal =
      switch asked {
      case "--total": .total(try options.count("--total", atMost: Int(most)))
      case "--budget": .budget(try options.amount("--budget", atMost: most) ?? 0)
      case "--margin": .margin(try options.amount("--margin", atMost: 0.5) ?? 0)
      default: .variance(try options.amount("--variance", atMost: 0.25) ?? 0)
      }
    rule = try options.choice("--rule", of: Allocation.Rule.allCases)
    if let rule, asked != "--total", asked != "--budget", rule != .optimal {
      throw StatProblem(.notChoice(rule.rawValue, of: [Allocation.Rule.optimal.rawValue]), key: "--rule")
    }
    minimum =
      try options.countIfGiven("--minimum", atMost: FinitePopulationTest.largestPopulation)
      ?? SamplingStrata.defaultMinimum
    confidence = try options.level("--confidence") ?? 0.95
    alpha = try options.level("--alpha") ?? 0.05
    var shares: [Double] = []
    for text in (cuts ?? "10,20").split(separator: ",", omittingEmptySubsequences: false) {
      let percent = try StatRecord(["--cut": String(text)]).amount("--cut", atMost: 100) ?? 0
      shares.append(percent / 100)
    }
    self.cuts = shares
  }

  /// The allocation.
  func answer(_ strata: SamplingStrata) throws(SpotCheckError) -> SamplingAllocation {
    try SamplingAllocation(
      strata: strata, goal: goal, rule: rule, confidence: confidence, alpha: alpha, cuts: cuts)
  }
}
