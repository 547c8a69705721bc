public import SpotCheckIngest

/// What changed since an earlier report: verdicts, and months whose results arrived late.
public struct Changes: Sendable, Equatable {
  /// The day the earlier report speaks from.
  public var asOf: CalendarDate?
  /// SHA-256 of the earlier report's bytes, in hexadecimal.
  public var sha256: String?
  /// What else differs between the two reports, by which verdicts may have changed too.
  public var differences: [Difference]
  /// The verdicts that changed, in the order of the findings.
  public var verdicts: [VerdictChange]
  /// Findings that the earlier report does not have.
  public var added: Int
  /// Findings that only the earlier report has.
  public var removed: Int
  /// The past months whose counts changed, in the order of the series, then by month.
  public var months: [MonthChange]

  /// Something beside the data that differs.
  public enum Difference: Sendable, Equatable {
    /// The plan file.
    case plan
    /// The layout file.
    case layout
    /// An option that bears on the figures, by name; what it was and what it is.
    case option(String, before: String?, now: String?)
  }

  /// A verdict that is not what it was.
  public struct VerdictChange: Sendable, Equatable {
    /// The indicator, region and category.
    public var subject: OutlookSubject
    /// The programme, where programmes are kept apart.
    public var programme: String?
    /// The period.
    public var period: String
    /// How it stood.
    public var before: EarlierReport.Standing
    /// How it stands.
    public var now: EarlierReport.Standing
  }

  /// A past month whose counts are not what they were.
  public struct MonthChange: Sendable, Equatable {
    /// The indicator, region and category.
    public var subject: OutlookSubject
    /// The month.
    public var month: Month
    /// Units judged then.
    public var trialsBefore: Int
    /// Units that conformed then.
    public var passesBefore: Int
    /// Units judged now.
    public var trials: Int
    /// Units that conform now.
    public var passes: Int
    /// Whether the earlier report said that results were still to arrive.
    public var wasProvisional: Bool

    /// The rate then; `nil` without units.
    public var passRateBefore: Double? {
      trialsBefore > 0 ? Double(passesBefore) / Double(trialsBefore) : nil
    }
    /// The rate now; `nil` without units.
    public var passRate: Double? { trials > 0 ? Double(passes) / Double(trials) : nil }
  }

  /// Compares a report with an earlier one.
  ///
  /// A verdict has changed where its evidence has, or whether the rate as counted meets the target. A month is past
  /// when the earlier report had data of it or of a later one.
  ///
  /// - Complexity: O(n log n) for n findings and months of both.
  public init(of report: Report, since earlier: EarlierReport) {
    asOf = earlier.asOf
    sha256 = earlier.sha256
    differences = Self.differences(of: report.provenance, earlier)
    var known: [DimensionKey: EarlierReport.Standing] = [:]
    for verdict in earlier.verdicts { known[Self.key(verdict)] = verdict.standing }
    let before = known
    verdicts = report.findings.compactMap { finding in
      let now = EarlierReport.Standing(finding)
      guard let was = known.removeValue(forKey: Self.key(finding)),
        was.evidence != now.evidence || was.isAttained != now.isAttained
      else { return nil }
      return VerdictChange(
        subject: OutlookSubject(finding), programme: finding.programme, period: finding.period, before: was,
        now: now)
    }
    removed = known.count
    added = report.findings.count - (before.count - known.count)
    months = Self.months(of: report.outlook.series, since: earlier.months)
  }

  private static func differences(of now: Provenance, _ earlier: EarlierReport) -> [Difference] {
    var differences: [Difference] = []
    if now.planSHA256 != earlier.planSHA256 { differences.append(.plan) }
    if now.layoutSHA256 != earlier.layoutSHA256 { differences.append(.layout) }
    let options = Dictionary(now.options.map { ($0.name, $0.value) }, uniquingKeysWith: { first, _ in first })
    for name in Set(options.keys).union(earlier.options.keys).sorted()
    where options[name] != earlier.options[name] {
      differences.append(.option(name, before: earlier.options[name], now: options[name]))
    }
    return differences
  }

  private static func key(_ verdict: EarlierReport.Verdict) -> DimensionKey {
    key(verdict.subject, verdict.programme ?? "", verdict.period)
  }

  private static func key(_ finding: Finding) -> DimensionKey {
    key(OutlookSubject(finding), finding.programme ?? "", finding.period)
  }

  /// Texts by their bytes.
  private static func key(_ subject: OutlookSubject, _ more: String...) -> DimensionKey {
    DimensionKey(levels: [subject.indicator, subject.region, subject.category] + more)
  }

  private static func months(
    of series: [MonthlySeries], since earlier: [EarlierReport.MonthCounts]
  ) -> [MonthChange] {
    guard let end = earlier.map(\.month).max() else { return [] }
    var known = Dictionary(grouping: earlier) { key($0.subject) }
    var changes: [MonthChange] = []
    for series in series {
      let before = Dictionary(
        (known.removeValue(forKey: key(series.subject)) ?? []).map { ($0.month, $0) },
        uniquingKeysWith: { first, _ in first })
      let now = Dictionary(
        series.points.map { ($0.month, $0) }, uniquingKeysWith: { first, _ in first })
      for month in Set(before.keys).union(now.keys).sorted() where month <= end {
        let change = MonthChange(
          subject: series.subject, month: month, trialsBefore: before[month]?.trials ?? 0,
          passesBefore: before[month]?.passes ?? 0, trials: now[month]?.trials ?? 0,
          passes: now[month]?.passes ?? 0, wasProvisional: before[month]?.isProvisional ?? false)
        if change.hasChanged { changes.append(change) }
      }
    }
    return changes
  }
}

extension Changes.MonthChange {
  fileprivate var hasChanged: Bool { trials != trialsBefore || passes != passesBefore }
}
