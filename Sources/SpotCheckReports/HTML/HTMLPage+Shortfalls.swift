import SpotCheck

extension HTMLPage {
  /// Writes what falls short, by how much, and where it comes from.
  mutating func shortfallSection() {
    let latest = summary.shortfalls.first?.finding.period
    let isLatest = { (row: ShortfallRow) in row.finding.period == latest }
    element("p", Wording(\.shortfallsReading))
    table(shortfalls(summary.shortfalls.filter(isLatest), id: "shortfall-list"))
    earlier(shortfalls(summary.shortfalls.filter { !isLatest($0) }, id: "shortfall-list-earlier"))
    if summary.shortfalls.contains(where: { $0.finding.evidence.isProven }) {
      element("p", [("class", "note")], Wording(\.adjustedBounds))
    }
  }

  private func shortfalls(_ rows: [ShortfallRow], id: String) -> PageTable {
    let shown = rows.prefix(limits.rows)
    var table = PageTable(
      id: id, caption: Wording(\.shortfalls),
      columns: [
        PageTable.Column(Wording(\.regionHead)), PageTable.Column(Wording(\.indicator)),
        PageTable.Column(Wording { $0.category.joined() }), PageTable.Column(Wording(\.periodHead)),
        PageTable.Column(Wording(\.trialsHead), isNumber: true),
        PageTable.Column(Wording(\.actual), isNumber: true),
        PageTable.Column(Wording { $0.say("One-sided bound (%)", "单侧界限(%)") }, isNumber: true),
        PageTable.Column(Wording(\.targetHead), isNumber: true),
        PageTable.Column(
          Wording { $0.shortfall(of: .passRate).joined(separator: $0.say(" ", "")) }, isNumber: true),
        PageTable.Column(Wording { $0.evidence.joined() }),
        PageTable.Column(Wording(\.excessFailures), isNumber: true),
        PageTable.Column(Wording(\.passesShort), isNumber: true),
        PageTable.Column(Wording(\.comesFrom), isWide: true),
        PageTable.Column(Wording(\.warnedSince)),
        PageTable.Column(Wording(\.requiredFutureRate), isNumber: true),
        PageTable.Column(Wording(\.chanceMet), isNumber: true),
        PageTable.Column(Wording { $0.responsible.joined() }),
      ], hidden: rows.count - shown.count, kind: .interactive)
    table.rows = shown.map(row)
    table.removeEmptyColumns()
    table.hoist([1, 3, table.columns.count - 1])
    return table
  }

  private func row(_ row: ShortfallRow) -> [PageTable.Cell] {
    let finding = row.finding
    let text = row.text
    let target = AttainmentRow(finding: finding, measure: row.measure)
    return [
      PageTable.Cell(Wording { $0.region(finding.region, name: finding.regionName) }),
      PageTable.Cell(Wording { summary.title(of: finding.indicator, in: $0.language) }),
      PageTable.Cell(Wording { finding.category == "*" ? $0.whole : finding.category }),
      PageTable.Cell(Wording { $0.period(finding.period) }),
      PageTable.Cell(Wording { $0.count(finding.trials) }), PageTable.Cell(text.rate),
      PageTable.Cell(text.bound),
      PageTable.Cell(Wording { $0.target(of: target) }), PageTable.Cell(text.shortfall),
      PageTable.Cell(verdict: finding.evidence),
      PageTable.Cell(Wording { $0.excess(finding.excessFailures) }),
      PageTable.Cell(Wording { $0.count(finding.passesShort) }),
      PageTable.Cell(Wording { words in words.contributions(row.contributions) }),
      PageTable.Cell(
        Wording { words in
          row.warnedSince.map { words.period(Period(.month, containing: $0).text) } ?? Words.missing
        }),
      PageTable.Cell(RateText.percent(finding.requiredFutureRate)),
      PageTable.Cell(RateText.percent(finding.chanceMet)),
      PageTable.Cell(Wording { $0.firstOf(finding.responsible) }),
    ]
  }
}
