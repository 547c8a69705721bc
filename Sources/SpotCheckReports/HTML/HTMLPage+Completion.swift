import SpotCheck

extension HTMLPage {
  /// Writes how many of the units planned for an open year are done (完成批次 / 计划批次), and what the rest must bring.
  mutating func completionSection() {
    let rows = completions
    let shown = rows.prefix(limits.rows)
    var table = PageTable(
      id: "completion-table", caption: Wording(\.planCompletion),
      columns: [
        PageTable.Column(Wording(\.regionHead)), PageTable.Column(Wording(\.indicator)),
        PageTable.Column(Wording(\.periodHead)), PageTable.Column(Wording(\.donePlanned), isNumber: true),
        PageTable.Column(Wording(\.completion), isNumber: true),
        PageTable.Column(Wording { $0.say("Target of the year", "年度目标") }),
        PageTable.Column(Wording(\.requiredFutureRate), isNumber: true),
        PageTable.Column(Wording(\.chanceMet), isNumber: true),
      ], hidden: rows.count - shown.count, kind: .interactive)
    table.rows = shown.map { fan, finding in
      [
        PageTable.Cell(Wording { $0.region(finding.region, name: finding.regionName) }),
        PageTable.Cell(Wording { summary.title(of: finding.indicator, in: $0.language) }),
        PageTable.Cell(Wording { $0.period(fan.period) }),
        PageTable.Cell(Wording { "\($0.count(finding.trials))/\($0.count(fan.planned))" }),
        PageTable.Cell(fan.completion(of: finding.trials)),
        PageTable.Cell(Wording { $0.status(finding.status) }),
        PageTable.Cell(RateText.percent(finding.requiredFutureRate)),
        PageTable.Cell(RateText.percent(finding.chanceMet)),
      ]
    }
    table.hoist([1, 2])
    self.table(table)
  }

  /// The projections of the indicators' own categories with their verdicts, in the order of the findings.
  var completions: [(YearEndFan, Finding)] {
    let fans = Dictionary(
      report.outlook.projections.map { fan in
        (key(fan.subject.indicator, fan.subject.region, fan.subject.category, fan.period), fan)
      }, uniquingKeysWith: { first, _ in first })
    return summary.attainment.map(\.finding).compactMap { finding in
      fans[key(finding.indicator, finding.region, finding.category, finding.period)].map { ($0, finding) }
    }
  }

  private func key(_ parts: String...) -> DimensionKey { DimensionKey(levels: parts) }
}

extension YearEndFan {
  /// The percentage of the planned units that `trials` are, above 100 where more were judged; `—` where none is
  /// planned.
  func completion(of trials: Int) -> String {
    guard planned > 0, trials >= 0 else { return Words.missing }
    let parts = RateText.percent(trials % planned, of: planned).split(separator: ".", maxSplits: 1)
    let whole = parts.first.flatMap { Int($0) } ?? 0
    return (["\(trials / planned &* 100 &+ whole)"] + parts.dropFirst().map(String.init)).joined(
      separator: ".")
  }
}
