import SpotCheck

extension HTMLPage {
  /// Writes the pictures of each indicator in its latest period.
  mutating func pictureSection() {
    let groups = FindingGroup.groups(of: report.findings)
    let indicators = summary.indicators
    for (number, id) in indicators.prefix(limits.indicators).enumerated() {
      element("h3", Wording { [summary] in summary.shortTitle(of: id, $0) })
      if let period = summary.latestPeriod(of: id),
        let group = groups.last(where: { $0.indicator == id && $0.period == period })
      {
        nest("div", [("class", "pictures")]) { $0.pictures(of: group, prefix: "p\(number + 1)") }
      }
    }
    if indicators.count > limits.indicators {
      element("p", [("class", "folded")], Wording { $0.foldedRows(indicators.count - limits.indicators) })
    }
  }

  private mutating func pictures(of group: FindingGroup, prefix: String) {
    let id = group.indicator
    let title: (Words) -> String = { [summary] in summary.shortTitle(of: id, $0) }
    let measure = summary.indicator(id)?.measure ?? .passRate
    let own = FindingGroup.shown(group.own, limit: limits.bars, onlyShortfalls: false)
    figure(
      .intervals(
        own.map { AttainmentRow(finding: $0, measure: measure) }, id: prefix + "-intervals",
        limit: limits.bars, title: title))
    let outlook = report.outlook
    for (number, funnel) in outlook.funnels.filter({ $0.indicator == id && $0.period == group.period })
      .prefix(limits.panels).enumerated()
    {
      figure(.funnel(funnel.prefix(limits.rows), id: "\(prefix)-funnel\(number + 1)", title: title))
    }
    for (number, ranking) in outlook.rankings.filter({ $0.indicator == id && $0.period == group.period })
      .prefix(limits.panels).enumerated()
    {
      figure(.ranking(ranking, id: "\(prefix)-ranks\(number + 1)", limit: limits.bars, title: title))
    }
    figure(.failingShares(group, id: prefix + "-classes", limit: min(15, limits.bars), title: title))
    heat(of: group, id: prefix + "-heat", measure: measure, title: title)
    figure(
      .months(
        outlook.series.filter { $0.subject.indicator == id }, id: prefix + "-months", limit: limits.panels,
        title: title))
    let findings = Dictionary(
      group.own.map { (DimensionKey(levels: [$0.region, $0.category]), $0) },
      uniquingKeysWith: { first, _ in first })
    let finding = { (fan: YearEndFan) in
      findings[DimensionKey(levels: [fan.subject.region, fan.subject.category])]
    }
    let fans = outlook.projections.filter {
      $0.subject.indicator == id && $0.period == group.period && finding($0) != nil
    }
    figure(
      .yearEnds(fans, id: prefix + "-year", limit: limits.panels, finding: finding, title: title))
  }

  /// Writes regions by categories with rate and units, cells of too few units marked.
  private mutating func heat(
    of group: FindingGroup, id: String, measure: Indicator.Measure, title: @escaping (Words) -> String
  ) {
    guard let whole = group.own.first, !group.below.isEmpty else { return }
    var cells: [DimensionKey: Finding] = [:]
    var categories: [DimensionKey] = [DimensionKey(levels: [whole.category])]
    var seen = Set(categories)
    for finding in group.own + group.below {
      let category = DimensionKey(levels: [finding.category])
      if seen.insert(category).inserted { categories.append(category) }
      let key = DimensionKey(levels: [finding.region, finding.category])
      cells[key] = cells[key] ?? finding
    }
    let columns = categories.prefix(limits.bars / 2 + 1)
    let rows = FindingGroup.shown(group.own, limit: limits.bars, onlyShortfalls: false)
    var table = PageTable(
      id: id + "-data", caption: Wording { $0.parts([$0.heat, title($0)]) },
      columns: [PageTable.Column(Wording(\.regionHead))]
        + columns.enumerated().map { position, category in
          let name = category.text.split(separator: "/").last.map(String.init) ?? category.text
          return PageTable.Column(
            position == 0 && category.text == "*" ? Wording(\.whole) : Wording(name).truncated(to: 40),
            isNumber: true)
        }, hidden: group.own.count - rows.count, kind: .heat)
    table.rows = rows.map { row in
      [PageTable.Cell(Wording { $0.region(row.region, name: row.regionName) })]
        + columns.map { category in
          guard let finding = cells[DimensionKey(levels: [row.region, category.text])], finding.trials > 0
          else { return PageTable.Cell(Words.missing) }
          let mark = Mark(finding.evidence)
          let rate = RateText(finding, measure: measure).rate
          return PageTable.Cell(
            Wording { "\(mark.character) \(rate) · n\u{00A0}\($0.count(finding.trials))" }, mark.role)
        }
    }
    nest("div", [("class", "wide")]) { page in
      page.element(
        "h4", [("id", id)], Wording { $0.parts([$0.heat, title($0), $0.period(group.period)]) })
      page.element("p", [("class", "note")], Wording(\.heatReading))
      page.table(table)
      if columns.count < categories.count {
        page.element(
          "p", [("class", "folded")], Wording { $0.foldedRows(categories.count - columns.count) })
      }
    }
  }
}

extension Summary {
  /// An indicator's title, short enough to head a picture.
  fileprivate func shortTitle(of id: String, _ words: Words) -> String {
    DisplayWidth.truncated(title(of: id, in: words.language), to: 100)
  }
}

extension RegionFunnel {
  /// The funnel with no more regions than `limit`, those outside their limits first.
  fileprivate func prefix(_ limit: Int) -> RegionFunnel {
    guard points.count > limit else { return self }
    let outside = points.indices.filter { points[$0].position != .within }
    let within = points.indices.filter { points[$0].position == .within }
    var funnel = self
    funnel.points = (outside + within).prefix(limit).sorted().map { points[$0] }
    return funnel
  }
}
