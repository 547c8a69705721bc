import ArgumentParser

/// What a report is written as.
enum ReportFormat: String, CaseIterable {
  /// Text for people.
  case table
  /// `spotcheck.report/1`.
  case json
  /// Cells, findings and conflicts for spreadsheets.
  case csv

  /// Reads a format; those of a later version are refused by name.
  static func parse(_ text: String) throws(ValidationError) -> ReportFormat {
    if let format = ReportFormat(rawValue: text) { return format }
    if ["html", "xlsx"].contains(text) {
      throw ValidationError("--format \(text) comes with a later version; use table, json or csv.")
    }
    throw ValidationError("'\(text)' is no format; use table, json or csv.")
  }
}
