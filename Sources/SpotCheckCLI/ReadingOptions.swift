import ArgumentParser
import SpotCheck
import SpotCheckReports

/// What is read, and how.
struct ReadingOptions: ParsableArguments {
  @Argument(help: ArgumentHelp("Files, folders, or - for standard input.", valueName: "file"))
  var inputs: [String]

  @Option(help: ArgumentHelp("How the dumps look.", valueName: "layout.yaml"))
  var layout: String?

  @Option(help: ArgumentHelp("What must be met, as YAML or as a table.", valueName: "plan.yaml|csv"))
  var plan: String?

  @Option(help: ArgumentHelp("The region table; beats the layout's.", valueName: "regions.csv"))
  var regions: String?

  @Option(help: "Which record of a unit stands; error fails the gate (default: as the layout says).")
  var duplicates: Schema.DuplicatePolicy?

  @Option(help: "What a trial is (default: as the layout says).")
  var unit: Schema.Unit?

  @Option(
    help: ArgumentHelp(
      "Write every rejected record there, and into the folder rejects.raw, as it stands, to be mended and read again.",
      valueName: "rejects.csv"))
  var rejects: String?

  @Option(help: ArgumentHelp("Exit with 2 when more records are rejected.", valueName: "n|p%"))
  var maxRejects: RejectGate?

  @Option(help: "Workers that read at once (default: the cores this process may use).")
  var threads: Int?

  @OptionGroup(title: "Limits") var limits: LimitOptions

  @Option(help: "A line of progress on standard error.")
  var progress: When = .auto

  func validate() throws {
    if inputs.isEmpty { throw ValidationError("Nothing to read: name a file, a folder, or -.") }
    if let threads, !(1...1024).contains(threads) {
      throw ValidationError("--threads must lie in 1...1024.")
    }
  }

  /// The layout with what flags put over it.
  func loadLayout() throws(SpotCheckError) -> Layout {
    var loaded = Layout()
    if let layout { loaded = try Layout(contentsOf: layout) }
    if let regions { loaded.regions.file = regions }
    return loaded
  }

  /// The plan; `nil` where none is named.
  func loadPlan() throws(SpotCheckError) -> Plan? {
    guard let plan else { return nil }
    return try Plan(contentsOf: plan)
  }

  /// The files that no output may write over, with the places of the rejects among them.
  func claims(layout: Layout) throws(SpotCheckError) -> OutputClaims {
    var claims = try OutputClaims(reading: inputs, settings: [self.layout, plan, layout.regions.file])
    if let rejects {
      try claims.claim(rejects, for: "--rejects")
      try claims.claim(RawRejectFolder.path(besides: rejects), for: "--rejects")
    }
    return claims
  }

  /// Reads the dumps, with progress, rejects and Ctrl-C at hand; throws `noRecords` where no input has any.
  func survey(
    layout: Layout, plan: Plan?, dimensions: [String], language: Language
  ) throws(SpotCheckError) -> Survey {
    var options = SurveyOptions()
    options.dimensions = dimensions
    options.unit = unit
    options.duplicates = duplicates
    if let threads { options.ingest.threads = threads }
    limits.apply(to: &options.ingest)
    options.ingest.isCancelled = { Interrupt.isRequested }
    let line = ProgressLine(progress, language: language)
    defer { line?.clear() }
    if let line { options.ingest.progress = { line.update($0) } }
    var sink: RejectSink?
    if let rejects { sink = try RejectSink(rejects, inputs: inputs, language: language) }
    sink?.receive(from: &options.ingest)
    let survey = try Survey(reading: inputs, layout: layout, plan: plan, options: options)
    try sink?.finish(survey.ingested)
    guard survey.ingested.total.records > 0 else { throw SpotCheckError(.noRecords) }
    return survey
  }

  /// Whether the data is fit for use, and says what makes it unfit; `gate` holds where no flag names one.
  func isFit(_ survey: Survey, gate: RejectGate? = nil, notes: RunNotes) -> Bool {
    let total = survey.ingested.total
    var isFit = true
    if let gate = maxRejects ?? gate, !gate.isPassed(rejected: total.rejected, of: total.records) {
      let limit = gate.limit(of: total.records)
      StandardError.note(notes.tooManyRejects(total, gate: gate.description, limit: limit))
      isFit = false
    }
    if survey.schema?.duplicates == .error, total.duplicates > 0 {
      StandardError.note(notes.forbiddenDuplicates(total.duplicates))
      isFit = false
    }
    return isFit
  }
}
