import ArgumentParser

/// What a report is written as.
enum ReportFormat: String, CaseIterable {
  /// Text for people.
  case table
  /// `spotcheck.report/1`.
  case json
  /// Cells, findings and conflicts for spreadsheets.
  case csv
  /// One page that needs nothing else.
  case html

  /// Reads a format; those of a later version are refused by name.
  static func parse(_ text: String) throws(ValidationError) -> ReportFormat {
    if let format = ReportFormat(rawValue: text) { return format }
    if text == "xlsx" {
      throw ValidationError("--format \(text) comes with a later version; use table, json, csv or html.")
    }
    throw ValidationError("'\(text)' is no format; use table, json, csv or html.")
  }
}
