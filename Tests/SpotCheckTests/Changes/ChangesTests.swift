import Testing

@testable import SpotCheck
@testable import SpotCheckIngest

@Suite struct ChangesTests {
  private static func finding(
    _ region: String, _ evidence: Evidence, attained: Bool, trials: Int = 100, period: String = "2024"
  ) -> Finding {
    var finding = Finding(
      indicator: "food", region: region, regionLevel: "prefecture", category: "食品", period: period,
      estimator: "exact_binomial", comparison: "at_least", evidence: evidence)
    finding.trials = trials
    finding.passes = trials - 3
    finding.isAttained = attained
    return finding
  }

  private static func series(_ counts: [(Int, Int)]) -> MonthlySeries {
    MonthlySeries(
      subject: OutlookSubject(
        indicator: "food", region: "*", regionName: nil, regionLevel: "all", category: "食品"),
      points: counts.enumerated().map { month, counts in
        MonthlySeries.Point(
          month: Month(year: 2024, month: month + 1), trials: counts.0, passes: counts.1,
          isProvisional: month >= 1)
      })
  }

  private static func report(_ findings: [Finding], _ months: [(Int, Int)], plan: String? = "a") -> Report {
    var outlook = Outlook()
    outlook.series = [series(months)]
    return Report(
      input: Ingested(
        cube: DimensionCube(dimensions: [], cells: []), files: [], unknownLabels: [], samples: 0,
        pendingSamples: 0, conflicts: 0, conflictingUnits: [], duplicatesChecked: false, latestDate: nil,
        firstRejects: [], items: [], unwrappedIdentifiers: 0),
      provenance: Provenance(
        version: "0", asOf: CalendarDate(year: 2024, month: 3, day: 31),
        options: [Provenance.Option(name: "alpha", value: "0.05")], layoutSHA256: nil, planSHA256: plan),
      dimensions: [], cells: [], rollups: [], findings: findings, outlook: outlook, warnings: [])
  }

  private static func earlier(_ report: Report) -> EarlierReport {
    var earlier = EarlierReport()
    earlier.planSHA256 = report.provenance.planSHA256
    earlier.options = ["alpha": "0.05"]
    earlier.verdicts = report.findings.map { finding in
      EarlierReport.Verdict(
        subject: OutlookSubject(finding), programme: finding.programme, period: finding.period,
        standing: EarlierReport.Standing(finding))
    }
    earlier.months = report.outlook.series.flatMap { series in
      series.points.map { point in
        EarlierReport.MonthCounts(
          subject: series.subject, month: point.month, trials: point.trials, passes: point.passes,
          isProvisional: point.isProvisional)
      }
    }
    return earlier
  }

  @Test func nothingChangesWithoutNews() {
    let report = Self.report([Self.finding("a", .inconclusiveBelow, attained: false)], [(10, 9)])
    let changes = Changes(of: report, since: Self.earlier(report))
    #expect(changes.verdicts.isEmpty && changes.months.isEmpty && changes.differences.isEmpty)
    #expect(changes.added == 0 && changes.removed == 0)
  }

  @Test func verdictsThatChangedAreNamed() {
    let before = Self.report(
      [
        Self.finding("a", .inconclusiveBelow, attained: false), Self.finding("b", .tooFew, attained: true),
        Self.finding("c", .inconclusiveMet, attained: true), Self.finding("gone", .noData, attained: false),
      ], [])
    let now = Self.report(
      [
        Self.finding("a", .provenShortfall, attained: false, trials: 400),
        Self.finding("b", .tooFew, attained: false), Self.finding("c", .inconclusiveMet, attained: true),
        Self.finding("a", .tooFew, attained: true, period: "2025"),
      ], [], plan: "b")
    let changes = Changes(of: now, since: Self.earlier(before))
    #expect(changes.verdicts.map(\.subject.region) == ["a", "b"])
    #expect(changes.verdicts[0].before.evidence == .inconclusiveBelow)
    #expect(changes.verdicts[0].now.evidence == .provenShortfall)
    #expect(changes.verdicts[0].before.trials == 100 && changes.verdicts[0].now.trials == 400)
    #expect(changes.added == 1 && changes.removed == 1)
    #expect(changes.differences == [.plan])
  }

  @Test func lateResultsChangePastMonthsAndNewMonthsAreNotLate() {
    let before = Self.report([], [(10, 9), (20, 20)])
    let now = Self.report([], [(10, 9), (23, 21), (30, 30)])
    let changes = Changes(of: now, since: Self.earlier(before))
    #expect(changes.months.count == 1)
    let change = changes.months[0]
    #expect(change.month == Month(year: 2024, month: 2) && change.wasProvisional)
    #expect(change.trialsBefore == 20 && change.trials == 23 && change.passes == 21)
    #expect(change.passRateBefore == 1)
  }

  @Test func optionsThatDifferAreSaid() {
    let report = Self.report([], [])
    var earlier = Self.earlier(report)
    earlier.options = ["alpha": "0.1", "depth": "1"]
    #expect(
      Changes(of: report, since: earlier).differences == [
        .option("alpha", before: "0.1", now: "0.05"), .option("depth", before: "1", now: nil),
      ])
  }
}
