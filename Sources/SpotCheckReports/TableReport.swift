public import SpotCheck

/// A report for people: the accounting, the findings, and what went wrong with how to mend it.
public struct TableReport: Sendable {
  /// What is shown.
  public var report: Report
  /// The plan the findings judge, for its titles and the sources of its targets.
  public var plan: Plan?
  /// How many likely shortfalls chance alone would make.
  public var likelyByChance: Double?
  /// The language spoken.
  public var language: Language
  /// The columns of the terminal; `nil` neither cuts texts nor leaves out columns.
  public var width: Int?
  /// The rows a table may have before the rest is folded into a count; `nil` folds nothing.
  public var rowLimit: Int?
  /// Whether text is coloured.
  public var style: Style
  /// Whether `conflicts.csv` is written beside it.
  public var hasConflictsFile = false

  /// Creates a report for people.
  public init(
    _ report: Report, plan: Plan? = nil, likelyByChance: Double? = nil, language: Language = .english,
    width: Int? = 80, rowLimit: Int? = 40, style: Style = Style(isColored: false)
  ) {
    self.report = report
    self.plan = plan
    self.likelyByChance = likelyByChance
    self.language = language
    self.width = width
    self.rowLimit = rowLimit
    self.style = style
  }

  /// The text, each line ended by a line feed.
  public var text: String {
    var page = Page(words: Words(language: language), width: width, rowLimit: rowLimit, style: style)
    if let title = plan?.title(in: language) { page.heading(title) }
    page.accounting(
      of: report.input, asOf: report.provenance.asOf, hasConflictsFile: hasConflictsFile)
    if report.findings.isEmpty {
      page.rollups(of: report)
    } else {
      page.findings(of: report, plan: plan, likelyByChance: likelyByChance)
    }
    if let establishments = report.establishments { page.establishments(establishments) }
    if let changes = report.changes { page.changes(changes, plan: plan) }
    page.failingItems(report.input.items)
    page.troubles(of: report.input)
    page.warnings(report.warnings)
    return page.text
  }
}
