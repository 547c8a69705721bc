import SpotCheckReports
import Testing

@Suite("CSV report")
struct CSVReportTests {
  private let report = CSVReport(ReportSamples.planned)

  @Test("the golden texts")
  func golden() throws {
    try expectSnapshot(String(decoding: report.cells, as: UTF8.self), named: "cells.csv")
    try expectSnapshot(String(decoding: report.findings, as: UTF8.self), named: "findings.csv")
    try expectSnapshot(String(decoding: report.conflicts, as: UTF8.self), named: "conflicts.csv")
  }

  @Test("every file begins with a byte order mark")
  func byteOrderMark() {
    for bytes in [report.cells, report.findings, report.conflicts] {
      #expect(bytes.starts(with: [0xEF, 0xBB, 0xBF]))
    }
  }
}
