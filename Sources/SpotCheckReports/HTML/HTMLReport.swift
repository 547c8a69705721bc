public import SpotCheck

/// A report as one page that needs nothing else: no network, and no script to be read.
///
/// Both languages are in it. Long lists are folded with a count until it has at most ``mostBytes``.
public struct HTMLReport: Sendable {
  /// The bytes a page may have, 2 MB.
  public static let mostBytes = 2_000_000

  /// What is shown.
  public var report: Report
  /// The plan the findings judge, for its titles and the sources of its targets.
  public var plan: Plan?
  /// How many likely shortfalls chance alone would make.
  public var likelyByChance: Double?
  /// The language the page begins in.
  public var language: Language
  /// The command that made it, as it was given.
  public var command: String?
  /// SHA-256 of the input files by path, where they were asked for.
  public var fileHashes: [String: String] = [:]

  /// Whether `conflicts.csv` is written beside it.
  public var hasConflictsFile = false

  /// Creates a report to be written as HTML.
  public init(
    _ report: Report, plan: Plan? = nil, likelyByChance: Double? = nil, language: Language = .english
  ) {
    self.report = report
    self.plan = plan
    self.likelyByChance = likelyByChance
    self.language = language
  }

  /// The page in UTF-8, ended by a line feed.
  ///
  /// - Complexity: O(cells + findings) once, and O(what is shown) for every halving of the lists.
  public var bytes: [UInt8] {
    let summary = Summary(report, plan: plan)
    var limits = PageLimits()
    while true {
      let page = HTMLPage(self, summary: summary, limits: limits).markup.text
      if page.utf8.count <= Self.mostBytes || limits.isLeast { return Array(page.utf8) }
      limits.halve()
    }
  }
}

/// How much of long lists a page shows.
struct PageLimits: Sendable {
  /// Rows of a table.
  var rows = 400
  /// Indicators with pictures of their own.
  var indicators = 12
  /// Rows of a picture.
  var bars = 40
  /// Small pictures of one kind.
  var panels = 18

  /// Whether no list can be shorter.
  var isLeast: Bool { rows == 1 }

  /// Halves every list.
  mutating func halve() {
    rows = max(1, rows / 2)
    indicators = max(1, indicators / 2)
    bars = max(2, bars / 2)
    panels = max(1, panels / 2)
  }
}
