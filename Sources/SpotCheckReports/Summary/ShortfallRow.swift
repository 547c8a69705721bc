import SpotCheck

/// A finding that calls for action, and where its shortfall comes from.
struct ShortfallRow: Sendable {
  /// The verdict.
  var finding: Finding
  /// Whether rates of passes or of failures are measured.
  var measure: Indicator.Measure
  /// What the regions directly below, and the categories directly below, make of it.
  var contributions: [Contribution]
  /// The month since which the warning of the monthly series stands; `nil` where none does.
  var warnedSince: Month?

  /// The row's figures as people read them.
  var text: RateText { RateText(finding, measure: measure) }

  /// The rows of findings: the latest period first, then the gravest evidence, then the greatest excess of
  /// failures, then in the order of the findings.
  static func rows(
    of findings: [Finding], outlook: Outlook, measures: [String: Indicator.Measure]
  ) -> [ShortfallRow] {
    let parts = Dictionary(grouping: outlook.contributions) { Key($0.subject, period: $0.period) }
    let series = Dictionary(
      outlook.series.map { (Key($0.subject, period: ""), $0) }, uniquingKeysWith: { first, _ in first })
    let gravity = Dictionary(
      Evidence.allCases.enumerated().map { ($0.element, $0.offset) }, uniquingKeysWith: { first, _ in first })
    let short = findings.filter { $0.evidence.isShortfall }
    return short.indices.sorted { left, right in
      let (a, b) = (short[left], short[right])
      if a.period != b.period { return a.period > b.period }
      if a.evidence != b.evidence { return gravity[a.evidence] ?? 0 < gravity[b.evidence] ?? 0 }
      let (more, less) = (a.excessFailures ?? 0, b.excessFailures ?? 0)
      return more == less ? left < right : more > less
    }.map { index in
      let finding = short[index]
      return ShortfallRow(
        finding: finding, measure: measures[finding.indicator] ?? .passRate,
        contributions: parts[Key(finding, period: finding.period)] ?? [],
        warnedSince: series[Key(finding, period: "")]?.warnedSince)
    }
  }

  /// What a finding and its contributions have in common; texts by their bytes.
  private struct Key: Hashable {
    var parts: DimensionKey

    init(_ subject: OutlookSubject, period: String) {
      parts = DimensionKey(levels: [subject.indicator, subject.region, subject.category, period])
    }

    init(_ finding: Finding, period: String) {
      parts = DimensionKey(levels: [finding.indicator, finding.region, finding.category, period])
    }
  }
}

extension MonthlySeries {
  /// The first month of the warning that stands at the last month judged; `nil` where none stands.
  var warnedSince: Month? {
    let judged = points.filter { $0.cusum != nil }
    let quiet = judged.lastIndex { !isAlarm($0) }.map { $0 + 1 } ?? 0
    return quiet < judged.count ? judged[quiet].month : nil
  }
}
