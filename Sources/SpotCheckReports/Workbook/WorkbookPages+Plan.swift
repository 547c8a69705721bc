import SpotCheck

extension WorkbookPages {
  /// What the findings were judged against: one row a target.
  func planned() throws(SpotCheckError) {
    guard let plan else { return }
    let table = try sheet(words.planSheet)
    try table.begin(
      zip(
        [
          "indicator", "title", "covers", "measure", "comparison", "region", "year", "target", "source",
          "responsible",
        ],
        [20.0, 36, 30, 12, 12, 10, 8, 10, 16, 40]
      ).map { WorkbookColumn(words.field($0), width: $1) })
    for indicator in plan.indicators {
      let sources = indicator.sources
      try rows(of: indicator, region: words.whole, indicator.targets, sources: sources, in: table)
      for override in indicator.overrides {
        try rows(of: indicator, region: override.region, override.targets, sources: [:], in: table)
      }
    }
    table.end()
  }

  private func rows(
    of indicator: Indicator, region: String, _ targets: [Int: DecimalFraction], sources: [Int: String],
    in table: WorkbookTable
  ) throws(SpotCheckError) {
    let head: [WorkbookCell] = [
      .text(indicator.id), .text(indicator.title(in: words.language)), .text(coverage(of: indicator)),
      .text(words.measure(indicator.measure)), .text(words.comparison(indicator.comparison)), .text(region),
    ]
    let tail = WorkbookCell.text(indicator.responsible.isEmpty ? nil : words.list(indicator.responsible))
    guard !targets.isEmpty else {
      return try table.append(head + [.text(nil), .text(nil), .text(nil), tail])
    }
    for (year, target) in targets.sorted(by: { $0.key < $1.key }) {
      let source = sources[year].map { words.source($0) }
      try table.append(
        head + [
          .count(year), .target(target.value, decimals: Self.decimals(of: target.description)), .text(source),
          tail,
        ])
    }
  }

  /// The columns and values an indicator covers.
  private func coverage(of indicator: Indicator) -> String {
    guard !indicator.scope.isEmpty else { return words.whole }
    let parts = indicator.scope.sorted { $0.key < $1.key }.map { column, keys in
      words.field(column) + words.say(": ", "：") + words.list(keys.map(\.text))
    }
    return parts.joined(separator: words.say("; ", "；"))
  }
}
