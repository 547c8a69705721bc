import SpotCheck
import Testing

@testable import SpotCheckReports

@Suite("Shortfall rows")
struct ShortfallRowTests {
  private func rows(_ change: (inout Report) -> Void = { _ in }) -> [ShortfallRow] {
    var report = ReportSamples.planned
    change(&report)
    return Summary(report).shortfalls
  }

  @Test("only what calls for action is listed, the gravest first")
  func order() {
    #expect(rows().map(\.finding.evidence) == [.provenShortfall, .likelyShortfall])
    let swapped = rows { $0.findings.reverse() }
    #expect(swapped.map(\.finding.evidence) == [.provenShortfall, .likelyShortfall])
  }

  @Test("of the same evidence the greatest excess comes first, of any the latest period")
  func excess() {
    let found = rows { report in
      for (index, excess) in [1.5, 9.25, 4].enumerated() {
        report.findings[index].evidence = .provenShortfall
        report.findings[index].excessFailures = excess
      }
      report.findings[0].period = "2025"
    }
    #expect(found.map(\.finding.excessFailures) == [1.5, 9.25, 4, nil])
  }

  @Test("contributions are those of the very finding")
  func contributions() {
    let found = rows { report in
      report.findings[1].evidence = .provenShortfall
    }
    #expect(found.map { $0.contributions.count } == [1, 0, 0])
    let words = Words(language: .simplifiedChinese)
    #expect(found.first?.contributions.first.map { words.sources(of: $0) } == "五华区 +15.5")
  }
}

@Suite("Since when a warning stands")
struct WarnedSinceTests {
  private func series(_ sums: [Double?]) -> MonthlySeries {
    var series = OutlookSamples.outlook.series[0]
    let template = series.points[0]
    series.points = sums.enumerated().map { index, sum in
      var point = template
      point.month = Month(year: 2024, month: index + 1)
      point.cusum = sum
      return point
    }
    return series
  }

  @Test("it stands from the first alarm without a quiet month after it")
  func since() {
    #expect(series([5, 1, 5, 6, nil]).warnedSince == Month(year: 2024, month: 3))
    #expect(series([5, 5]).warnedSince == Month(year: 2024, month: 1))
    #expect(series([5, 1]).warnedSince == nil)
    #expect(series([nil]).warnedSince == nil)
  }
}
