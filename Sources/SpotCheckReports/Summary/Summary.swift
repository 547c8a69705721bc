import SpotCheck

/// What a report says at a glance, as values: what each region attained, whose task it is, and what falls short.
///
/// Built from the findings alone; a plan lends titles, measures and the sources of targets.
struct Summary: Sendable {
  /// The report.
  let report: Report
  /// The plan the findings judge.
  let plan: Plan?
  /// One row for each finding of an indicator's own category, in the order of the findings (达标表).
  let attainment: [AttainmentRow]
  /// One row for each responsible department and period, in the order of the findings.
  let departments: [DepartmentRow]
  /// The findings that call for action: the latest period first, then the gravest, then the greatest excess.
  let shortfalls: [ShortfallRow]

  /// Sums a report up.
  ///
  /// - Complexity: O(f log f + c) for f findings and c contributions.
  init(_ report: Report, plan: Plan? = nil) {
    self.report = report
    self.plan = plan
    let measures = Dictionary(
      (plan?.indicators ?? []).map { ($0.id, $0.measure) }, uniquingKeysWith: { first, _ in first })
    attainment = FindingGroup.groups(of: report.findings).flatMap { group in
      group.own.map { AttainmentRow(finding: $0, measure: measures[$0.indicator] ?? .passRate) }
    }
    departments = DepartmentRow.rows(of: attainment)
    shortfalls = ShortfallRow.rows(of: report.findings, outlook: report.outlook, measures: measures)
  }

  /// The indicator of an identifier.
  func indicator(_ id: String) -> Indicator? { plan?.indicators.first { $0.id == id } }

  /// An indicator's title in a language; its identifier where the plan has none.
  func title(of id: String, in language: Language) -> String { indicator(id)?.title(in: language) ?? id }

  /// The identifiers of the indicators judged, in the order of the findings.
  var indicators: [String] {
    var seen: Set<String> = []
    return attainment.map(\.finding.indicator).filter { seen.insert($0).inserted }
  }

  /// The last period of an indicator with units; the last at all where none has any.
  func latestPeriod(of id: String) -> String? {
    let rows = attainment.filter { $0.finding.indicator == id }
    return (rows.last { $0.finding.trials > 0 } ?? rows.last)?.finding.period
  }
}
