import CSpotCheckXLSXWriter
import SpotCheck

extension WorkbookPages {
  /// What can be pasted, the attainment table, the roll-up per department, and the shortfalls.
  func summary() throws(SpotCheckError) {
    let summary = Summary(report, plan: plan)
    let table = try sheet(words.summarySheet)
    if let title = plan?.title(in: words.language) { try table.line(title, .title) }
    for sentence in summary.sentences(in: words.language) { try table.line(sentence) }
    guard !summary.attainment.isEmpty else { return }
    table.skip()
    try attainment(summary, in: table)
    try departments(summary, in: table)
    try shortfalls(summary, in: table)
  }

  private func attainment(_ summary: Summary, in table: WorkbookTable) throws(SpotCheckError) {
    try table.line(words.attainment, .title)
    try table.begin(
      zip(
        [words.indicator, words.periodHead]
          + [
            "region_name", "programme", "trials", "passes", "failures", "pass_rate", "bound", "target",
            "attained",
          ].map { words.field($0) } + [
            words.difference, words.field("evidence"), words.field("responsible"),
          ],
        [36.0, 12, 14, 14, 9, 9, 9, 10, 10, 9, 10, 12, 26, 40]
      ).map { WorkbookColumn($0, width: $1) })
    table.mark(column: 10, attainments)
    table.mark(column: 12, verdicts)
    let (first, sheet) = (table.row, table.sheetName)
    for row in summary.attainment { try table.append(cells(of: row, summary)) }
    table.end()
    if table.sheetName == sheet { charts(of: summary, from: first, in: table) }
    table.skip()
  }

  private func cells(of row: AttainmentRow, _ summary: Summary) -> [WorkbookCell] {
    let finding = row.finding
    let bound = row.measure == .failRate ? finding.bound.map { 1 - $0 } : finding.bound
    return [
      .text(summary.title(of: finding.indicator, in: words.language)), .text(words.period(finding.period)),
      .text(words.region(finding.region, name: finding.regionName)), .text(finding.programme),
      .count(finding.trials), .count(finding.passes), .count(finding.trials - finding.passes),
      .rate(row.rate), .rate(bound), .target(finding.target, decimals: Self.decimals(of: finding.targetText)),
      .text(finding.isAttained.map { words.attained($0) }), .points(row.difference),
      .text(finding.evidence.words(in: words.language)),
      .text(finding.responsible.isEmpty ? nil : words.list(finding.responsible)),
    ]
  }

  /// For each indicator a chart of its regions in its latest period, beside their target.
  private func charts(of summary: Summary, from first: Int, in table: WorkbookTable) {
    for (place, id) in summary.indicators.prefix(8).enumerated() {
      let period = summary.latestPeriod(of: id)
      let rows = summary.attainment.indices.filter {
        summary.attainment[$0].finding.indicator == id && summary.attainment[$0].finding.period == period
      }
      guard let top = rows.first, let bottom = rows.last, bottom > top, bottom - top < 60,
        let chart = unsafe file.addChart(LXW_CHART_COLUMN)
      else { continue }
      let (low, high) = (UInt32(first + top), UInt32(first + bottom))
      for (column, color) in [(UInt16(7), UInt32(0x2F6F9F)), (9, 0xC9A227)] {
        guard let series = unsafe chart_add_series(chart, nil, nil) else { continue }
        unsafe chart_series_set_categories(series, table.sheetName, low, 2, high, 2)
        unsafe chart_series_set_values(series, table.sheetName, low, column, high, column)
        unsafe chart_series_set_name(series, words.field(column == 7 ? "pass_rate" : "target"))
        var fill = lxw_chart_fill()
        fill.color = color
        unsafe chart_series_set_fill(series, &fill)
      }
      let title = words.parts([
        summary.title(of: id, in: words.language), period.map { words.period($0) } ?? "",
      ])
      unsafe finish(chart, title: title, from: summary.attainment[top...bottom].lazy.compactMap(\.rate).min())
      unsafe table.insert(chart, row: first + 19 * place, column: 15)
    }
  }

  private func departments(_ summary: Summary, in table: WorkbookTable) throws(SpotCheckError) {
    try table.line(words.departments, .title)
    try table.begin(words.departmentHeads.map { WorkbookColumn($0) }, isMain: false)
    for row in summary.departments {
      try table.append([
        .text(row.department ?? words.noDepartment), .text(words.period(row.period)),
        .count(row.indicators.count), .count(row.attainedByWhole.count), .count(row.judged),
        .count(row.attained), .count(row.below), .count(row.proven), .count(row.likely),
      ])
    }
    table.end()
    table.skip()
  }

  private func shortfalls(_ summary: Summary, in table: WorkbookTable) throws(SpotCheckError) {
    try table.line(words.shortfalls, .title)
    try table.begin(
      ([words.indicator, words.periodHead]
        + [
          "region_name", "category", "trials", "passes", "excess_failures", "pass_rate", "bound", "target",
          "passes_short", "shortfall", "evidence", "responsible", "required_future_rate", "chance_met",
        ].map { words.field($0) } + [words.comesFrom]).map { WorkbookColumn($0) }, isMain: false)
    table.mark(column: 12, verdicts)
    for row in summary.shortfalls {
      let finding = row.finding
      let sources = row.contributions.map { words.sources(of: $0) }.filter { !$0.isEmpty }
      let attainment = AttainmentRow(finding: finding, measure: row.measure)
      let bound = row.measure == .failRate ? finding.bound.map { 1 - $0 } : finding.bound
      try table.append([
        .text(summary.title(of: finding.indicator, in: words.language)), .text(words.period(finding.period)),
        .text(words.region(finding.region, name: finding.regionName)), .text(name(of: finding.category)),
        .count(finding.trials), .count(finding.passes), .number(finding.excessFailures),
        .rate(attainment.rate),
        .rate(bound), .target(finding.target, decimals: Self.decimals(of: finding.targetText)),
        .count(finding.passesShort), .points(finding.shortfall),
        .text(finding.evidence.words(in: words.language)), .text(words.list(finding.responsible)),
        .rate(finding.requiredFutureRate), .rate(finding.chanceMet),
        .text(sources.joined(separator: words.say("; ", "；"))),
      ])
    }
    table.end()
  }
}
