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
  /// A workbook.
  case xlsx

  /// Reads a format.
  static func parse(_ text: String) throws(ValidationError) -> ReportFormat {
    guard let format = ReportFormat(rawValue: text) else {
      throw ValidationError("'\(text)' is no format; use table, json, csv, html or xlsx.")
    }
    return format
  }
}
