import SpotCheck
import SpotCheckReports
import Testing

@Suite("CSV report")
struct CSVReportTests {
  private let report = CSVReport(ReportSamples.planned)

  @Test("many cells come in blocks that end with records")
  func blocks() throws {
    var many = ReportSamples.planned
    let cell = try #require(many.cells.first)
    many.cells = Array(repeating: cell, count: 30_000)
    var blocks: [[UInt8]] = []
    CSVReport(many).writeCells { blocks.append($0) }
    #expect(blocks.count > 1 && blocks.allSatisfy { $0.isEmpty || $0.last == UInt8(ascii: "\n") })
    #expect(blocks.joined().count { $0 == UInt8(ascii: "\n") } == 30_001)
    #expect(CSVReport(many).cells == Array(blocks.joined()))
  }

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
