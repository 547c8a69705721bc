import ArgumentParser
import SpotCheck
import SpotCheckReports

/// Tells whether dumps, a layout and a plan are fit for use, without pass rates.
struct ValidateCommand: ParsableCommand, SpeakingCommand {
  static let configuration = CommandConfiguration(
    commandName: "validate",
    abstract: "Where every record went, and what a plan would find; no pass rates.",
    discussion: """
      Exits with 2 when any record is rejected, or more than --max-rejects.

      Examples:
        spotcheck validate dumps/ --layout layout.yaml
        spotcheck validate dumps/ --layout layout.yaml --plan plan.yaml --rejects rejects.csv
        spotcheck validate dumps/ --layout layout.yaml --max-rejects 0.5% --json
      """)

  @OptionGroup var reading: ReadingOptions

  @Flag(help: "Write JSON.")
  var json = false

  @OptionGroup var speech: SpeechOptions

  func run() throws {
    let layout = try reading.loadLayout()
    let plan = try reading.loadPlan()
    var claims = try reading.claims(layout: layout)
    try claims.claim("-", for: "stdout")
    let survey = try reading.survey(
      layout: layout, plan: plan, dimensions: ["region", "category", "period"], language: speech.language)
    let assessment = try plan.map { plan throws(SpotCheckError) in
      try Assessment(of: survey, against: plan)
    }
    let report = AccountingReport(Report(survey, assessment: assessment), plan: assessment?.plan)
    let output = try OutputFile("-")
    if json {
      try output.write(report.json())
    } else {
      let text = report.text(
        language: speech.language, width: Terminal.width, rowLimit: Terminal.rowLimit,
        style: speech.style)
      try output.write(Array(text.utf8))
    }
    let notes = RunNotes(language: speech.language)
    if json { for line in notes.digest(of: report.report) { StandardError.note(line) } }
    guard reading.isFit(survey, gate: .count(0), notes: notes) else { throw ExitStatus.gate }
  }
}
