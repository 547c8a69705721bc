import SpotCheck

extension HTMLPage {
  /// Writes the plan with the sources of its targets.
  mutating func planSection() {
    guard let plan = source.plan else { return }
    let years = Set(plan.indicators.flatMap(\.targets.keys)).sorted()
    let columns = years.suffix(max(1, limits.panels))
    let shown = plan.indicators.prefix(limits.rows)
    element("p", Wording { $0.planReading(plan.assessment) })
    var table = PageTable(
      id: "plan-table", caption: Wording(\.planCaption),
      columns: [
        PageTable.Column(Wording(\.indicator)), PageTable.Column(Wording { $0.say("Covers", "范围") }),
        PageTable.Column(Wording { $0.say("Asks", "要求") }),
      ] + columns.map { year in PageTable.Column(Wording { $0.period(String(year)) }) } + [
        PageTable.Column(Wording(\.department))
      ], hidden: plan.indicators.count - shown.count)
    table.rows = shown.map { indicator in
      [
        PageTable.Cell(Wording { indicator.title(in: $0.language) ?? indicator.id }),
        PageTable.Cell(Wording { scope(of: indicator, $0) }),
        PageTable.Cell(Wording { $0.comparison(indicator) }),
      ]
        + columns.map { year in
          PageTable.Cell(Wording { target(of: indicator, year, $0) })
        } + [PageTable.Cell(Wording { $0.list(indicator.responsible) })]
    }
    self.table(table)
  }

  private func scope(of indicator: Indicator, _ words: Words) -> String {
    let parts = indicator.scope.sorted { $0.key < $1.key }
      .map { "\($0.key): \(words.list($0.value.map(\.text)))" }
    return parts.isEmpty ? words.whole : words.parts(parts)
  }

  private func target(of indicator: Indicator, _ year: Int, _ words: Words) -> String {
    guard let target = indicator.targets[year] else { return Words.missing }
    let source = indicator.sources[year].map { words.remark(words.sourceName($0)) } ?? ""
    return RateText.percent(target) + "%" + source
  }
}
