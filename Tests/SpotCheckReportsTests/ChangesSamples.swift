import SpotCheckIngest

@testable import SpotCheck

/// Changes of each kind.
enum ChangesSamples {
  static let changes: Changes = {
    var report = ReportSamples.planned
    var earlier = EarlierReport()
    earlier.asOf = CalendarDate(year: 2025, month: 2, day: 28)
    earlier.sha256 = "00ff"
    earlier.planSHA256 = report.provenance.planSHA256
    earlier.options = ["confidence": "0.9"]
    earlier.verdicts = report.findings.dropLast().map { finding in
      EarlierReport.Verdict(
        subject: OutlookSubject(finding), programme: nil, period: finding.period,
        standing: EarlierReport.Standing(finding))
    }
    earlier.verdicts[2].standing = EarlierReport.Standing(
      evidence: .likelyShortfall, isAttained: false, trials: 900, passes: 850, passRate: 850 / 900,
      target: 0.955)
    earlier.verdicts[4].standing.isAttained = true
    earlier.months = report.outlook.series.flatMap { series in
      series.points.map { point in
        EarlierReport.MonthCounts(
          subject: series.subject, month: point.month, trials: point.trials - 2, passes: point.passes - 1,
          isProvisional: point.isProvisional)
      }
    }
    return Changes(of: report, since: earlier)
  }()
}
