import ArgumentParser
import SpotCheck
import SpotCheckReports
import SpotCheckStatistics

/// Reads dumps into pass rates and judges them against a plan.
struct AnalyzeCommand: ParsableCommand, SpeakingCommand {
  static let configuration = CommandConfiguration(
    commandName: "analyze",
    abstract: "Pass rates per region, category and month, and which of them fall short of plan.",
    discussion: """
      Without --layout, columns are matched by built-in headers; where two could be meant it stops and says so.
      Text written with -o lists everything; on a terminal long lists are folded with a count.

      Examples:
        spotcheck analyze dumps/ --layout layout.yaml --plan plan.yaml
        spotcheck analyze 2024-*.csv --by region,period --period quarter --format json -o report.json
        spotcheck analyze dumps/ --layout layout.yaml --plan plan.yaml --format xlsx --format json -o report/
        spotcheck analyze dumps/ --layout layout.yaml --plan plan.yaml --since report/report.json
        spotcheck analyze dumps/ --layout layout.yaml --by establishment --format csv -o establishments/
        zcat dump.csv.gz | spotcheck analyze - --layout layout.yaml --rejects rejects.csv --max-rejects 1%

      The layout language: Documentation/Layout.md; the plan's: Documentation/Plan.md.

      Exit codes: 0 ok; 1 a finding at or above --fail-on; 2 the data gate; 64 usage;
      65 no record, none accepted, or unreadable data; 66 no such input; 73 cannot
      create output; 74 read or write error; 78 bad layout or plan; 130 interrupted.
      """)

  @OptionGroup var reading: ReadingOptions

  @Option(help: ArgumentHelp("Dimensions of a cell.", valueName: "dimensions"))
  var by = "region,category,period"

  @Option(help: "Length of a cell's period.")
  var period: PeriodUnit = .month

  @Option(help: ArgumentHelp("The day the findings speak from.", valueName: "yyyy-MM-dd"))
  var asOf: CalendarDate?

  @Option(
    help: ArgumentHelp("table, json, csv, html or xlsx; repeatable (default: table).", valueName: "format"),
    transform: ReportFormat.parse)
  var format: [ReportFormat] = []

  @Option(name: .shortAndLong, help: "A file; a folder for csv or several formats; - for standard output.")
  var output: String?

  @Option(help: "Confidence of two-sided intervals.")
  var confidence = 0.95

  @Option(help: "How two-sided intervals are made.")
  var interval: IntervalMethod = .wilson

  @Option(
    help: ArgumentHelp(
      "Risk classes of establishments by the least shrunken rate of each; the last is the rest (default: \(RiskScale.standard)).",
      valueName: "scale"))
  var risk: RiskScale?

  @Option(help: "Exit with 1 for such a finding; proven includes certain.")
  var failOn: FailureLevel = .never

  @Option(
    help: ArgumentHelp(
      "An earlier report as JSON: what changed since, with a plan.", valueName: "report.json"))
  var since: String?

  @Flag(help: "Put the SHA-256 of every input into the JSON; costs a read of the whole file.")
  var hash = false

  @OptionGroup var speech: SpeechOptions

  func validate() throws {
    if since != nil, reading.plan == nil {
      throw ValidationError("--since compares verdicts, which need a plan: --plan plan.yaml")
    }
    if risk != nil, !hasEstablishments {
      throw ValidationError("--risk ranks establishments, which --by must name: --by establishment")
    }
    if !(confidence > 0 && confidence < 1) {
      throw ValidationError("--confidence must lie between 0 and 1, such as 0.95.")
    }
    if dimensions.contains(where: \.isEmpty) {
      throw ValidationError("--by takes names with commas between them, such as region,period.")
    }
  }

  func run() throws {
    let layout = try reading.loadLayout()
    let plan = try reading.loadPlan()
    let earlier = try since.map { path throws(SpotCheckError) in try EarlierReport(contentsOf: path) }
    var claims = try reading.claims(layout: layout)
    let outputs = try OutputPlan(format, to: output, hasEstablishments: hasEstablishments, beside: &claims)
    let survey = try reading.survey(
      layout: layout, plan: plan, dimensions: dimensions, language: speech.language)
    let assessment = try plan.map { plan throws(SpotCheckError) in
      try Assessment(of: survey, against: plan, options: assessmentOptions)
    }
    var report = Report(survey, assessment: assessment, options: reportOptions)
    if hasEstablishments {
      report.establishments = Establishments(
        of: survey, asOf: asOf, scale: risk ?? .standard, estimate: estimate)
    }
    report.changes = earlier.map { Changes(of: report, since: $0) }
    let hashes = hash ? try FileDigest.sha256(of: survey.ingested.files.map(\.path)) : [:]
    try outputs.write { part, isPlace in
      content(of: part, report, assessment, hashes: hashes, isUnbounded: isPlace)
    } listing: { files in
      BundleIndex(
        files.map { BundleIndex.File(name: $0.name, sha256: $0.sha256) }, of: report, plan: plan,
        language: speech.language
      ).text
    }
    let notes = RunNotes(language: speech.language)
    if !outputs.hasTable { for line in notes.digest(of: report) { StandardError.note(line) } }
    let isFit = reading.isFit(survey, notes: notes)
    let total = survey.ingested.total
    guard total.accepted > 0 else { throw SpotCheckError(.noneAccepted(of: total)) }
    guard isFit else { throw ExitStatus.gate }
    let grave = report.findings.filter { failOn.includes($0.evidence) }
    guard grave.isEmpty else {
      StandardError.note(notes.shortfalls(grave, level: failOn.rawValue))
      throw ExitStatus.shortfall
    }
  }

  private var dimensions: [String] {
    by.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
  }

  private var hasEstablishments: Bool { dimensions.contains(Establishments.dimension) }

  private var estimate: EstimateOptions {
    var estimate = EstimateOptions()
    estimate.confidence = confidence
    estimate.interval = interval
    return estimate
  }

  private var assessmentOptions: AssessmentOptions {
    var options = AssessmentOptions()
    options.asOf = asOf
    options.estimate = estimate
    return options
  }

  private var reportOptions: ReportOptions {
    var options = ReportOptions()
    options.dimensions = dimensions
    options.period = period
    options.estimate = estimate
    return options
  }

  private func content(
    of part: OutputPlan.Part, _ report: Report, _ assessment: Assessment?, hashes: [String: String],
    isUnbounded: Bool
  ) -> OutputPlan.Content {
    switch part {
    case .table:
      var table = TableReport(
        report, plan: assessment?.plan, likelyByChance: assessment?.likelyByChance,
        language: speech.language, width: isUnbounded ? nil : Terminal.width,
        rowLimit: isUnbounded ? nil : Terminal.rowLimit,
        style: isUnbounded ? Style(isColored: false) : speech.style)
      table.hasConflictsFile = format.contains(.csv)
      return .bytes(Array(table.text.utf8))
    case .json:
      var json = JSONReport(
        report, plan: assessment?.plan, likelyByChance: assessment?.likelyByChance)
      json.fileHashes = hashes
      return .blocks(json.write)
    case .workbook:
      let workbook = WorkbookReport(
        report, plan: assessment?.plan, likelyByChance: assessment?.likelyByChance,
        language: speech.language)
      return .file(workbook.write(to:))
    case .cells: return .blocks(CSVReport(report).writeCells)
    case .findings: return .bytes(CSVReport(report).findings)
    case .conflicts: return .bytes(CSVReport(report).conflicts)
    case .establishments: return .blocks(CSVReport(report).writeEstablishments)
    case .followUps: return .blocks(CSVReport(report).writeFollowUps)
    case .html:
      var page = HTMLReport(
        report, plan: assessment?.plan, likelyByChance: assessment?.likelyByChance, language: speech.language)
      page.command = ShellWords.line(CommandLine.arguments)
      page.fileHashes = hashes
      page.hasConflictsFile = format.contains(.csv)
      return .bytes(page.bytes)
    }
  }
}

/// The gravity of a finding that makes the run fail.
enum FailureLevel: String, ExpressibleByArgument, CaseIterable {
  /// No finding does.
  case never
  /// A proven or certain shortfall.
  case proven
  /// A likely shortfall too.
  case likely

  /// Whether a finding of such evidence makes the run fail.
  func includes(_ evidence: Evidence) -> Bool {
    switch evidence {
    case .certainShortfall, .provenShortfall: self != .never
    case .likelyShortfall: self == .likely
    default: false
    }
  }
}
