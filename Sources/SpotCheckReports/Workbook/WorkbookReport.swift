public import SpotCheck

/// A report as a workbook: sheets Summary, Findings, Cells, Trends, Data quality and Plan.
///
/// Numbers are numbers and texts are texts, never formulas. A sheet that is full is continued on the next, and says
/// so. Equal reports are equal bytes.
public struct WorkbookReport: Sendable {
  /// What is written.
  public var report: Report
  /// The plan the findings judge.
  public var plan: Plan?
  /// How many likely shortfalls chance alone would make.
  public var likelyByChance: Double?
  /// The language of sheets, heads and verdicts.
  public var language: Language
  /// The rows a sheet holds, at least 4.
  var rowLimit = 1_048_576

  /// Creates a report to be written as a workbook.
  public init(
    _ report: Report, plan: Plan? = nil, likelyByChance: Double? = nil, language: Language = .english
  ) {
    self.report = report
    self.plan = plan
    self.likelyByChance = likelyByChance
    self.language = language
  }

  /// Writes the workbook over a file.
  ///
  /// - Parameter path: The file; its folder has room for the rows of all sheets beside it.
  /// - Throws: `cannotCreate` and `cannotWrite`.
  /// - Complexity: O(cells + findings + months) in time; memory does not grow with them.
  public func write(to path: String) throws(SpotCheckError) {
    let file = try WorkbookFile(path: path)
    file.describe(title: plan?.title(in: language), asOf: report.provenance.asOf)
    let book = WorkbookPages(report: self, file: file, words: Words(language: language))
    try book.summary()
    try book.changes()
    try book.findings()
    try book.cells()
    try book.trends()
    try book.quality()
    try book.planned()
    try file.close()
  }
}

/// The sheets of a report, each written by an extension of its own.
struct WorkbookPages {
  let source: WorkbookReport
  let file: WorkbookFile
  let words: Words

  init(report: WorkbookReport, file: WorkbookFile, words: Words) {
    self.source = report
    self.file = file
    self.words = words
  }

  /// The report.
  var report: Report { source.report }
  /// The plan.
  var plan: Plan? { source.plan }

  /// Adds a sheet.
  func sheet(_ name: String) throws(SpotCheckError) -> WorkbookTable {
    try WorkbookTable(name, in: file, words: words, rowLimit: source.rowLimit)
  }

  /// The title of an indicator.
  func title(of indicator: String) -> String {
    plan?.indicators.first { $0.id == indicator }?.title(in: words.language) ?? indicator
  }

  /// A text of the data; `nil` for what stands for all.
  func name(of key: String) -> String { key == "*" ? words.whole : key }

  /// Each verdict in words, and how it looks.
  var verdicts: [(text: String, look: WorkbookLook)] {
    Evidence.allCases.compactMap { evidence in
      let look: WorkbookLook? =
        switch evidence {
        case .certainShortfall, .provenShortfall: .grave
        case .likelyShortfall: .doubtful
        case .provenMet, .certainMet: .good
        case .noTarget, .noData, .tooFew: .faint
        case .inconclusiveBelow, .inconclusiveMet: nil
        }
      return look.map { (evidence.words(in: words.language), $0) }
    }
  }

  /// Whether a target was met, in words, and how it looks.
  var attainments: [(text: String, look: WorkbookLook)] {
    [(words.attained(true), .good), (words.attained(false), .doubtful)]
  }
}
