import CSpotCheckXLSXWriter
import SpotCheck

extension WorkbookPages {
  /// Each region's months, and a chart of the whole for each indicator.
  func trends() throws(SpotCheckError) {
    let series = report.outlook.series
    guard !series.isEmpty else { return }
    let table = try sheet(words.trendsSheet)
    try table.begin(
      zip(Self.trendFields, Self.trendWidths).map { WorkbookColumn(words.field($0), width: $1) })
    for column in [12, 14] { table.mark(column: column, [(words.yesOrNo(true), .doubtful)]) }
    var charts = 0
    for series in series {
      let (first, sheet) = (table.row, table.sheetName)
      for point in series.points { try table.append(row(of: point, in: series)) }
      guard series.subject.region == "*", series.points.count > 1, table.sheetName == sheet, charts < 12
      else {
        continue
      }
      let chart = unsafe chart(
        title: title(of: series.subject.indicator), sheet: sheet, rows: first...(table.row - 1),
        from: series.points.lazy.map(\.passRate).min())
      if let chart = unsafe chart {
        unsafe table.insert(chart, row: 1 + 19 * charts, column: Self.trendFields.count + 1)
        charts += 1
      }
    }
    table.end()
  }

  private static let trendFields = [
    "indicator", "region", "region_name", "category", "month", "trials", "passes", "pass_rate", "target",
    "lower_limit", "upper_limit", "provisional", "outside", "cusum", "alarm",
  ]
  private static let trendWidths = [24.0, 9, 16, 16, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9]

  private func row(of point: MonthlySeries.Point, in series: MonthlySeries) -> [WorkbookCell] {
    let subject = series.subject
    return [
      .text(title(of: subject.indicator)), .text(name(of: subject.region)), .text(subject.regionName),
      .text(name(of: subject.category)), .text(Period(.month, containing: point.month).text),
      .count(point.trials), .count(point.passes), .rate(point.passRate), .rate(point.target),
      .rate(point.limits?.lower), .rate(point.limits?.upper), .text(words.yesOrNo(point.isProvisional)),
      .text(words.yesOrNo(point.isOutside)), .number(point.cusum),
      .text(words.yesOrNo(series.isAlarm(point))),
    ]
  }

  /// Lines of the rate, its target and its limits, over months.
  private func chart(
    title: String, sheet: String, rows: ClosedRange<Int>, from least: Double?
  ) -> UnsafeMutablePointer<lxw_chart>? {
    guard let chart = unsafe file.addChart(LXW_CHART_LINE) else { return nil }
    let (first, last) = (UInt32(rows.lowerBound), UInt32(rows.upperBound))
    let lines: [(column: UInt16, color: UInt32, dash: lxw_chart_line_dash_type)] = [
      (7, 0x0B4F71, LXW_CHART_LINE_DASH_SOLID), (8, 0xB3261E, LXW_CHART_LINE_DASH_DASH),
      (9, 0x8A8A8A, LXW_CHART_LINE_DASH_ROUND_DOT), (10, 0x8A8A8A, LXW_CHART_LINE_DASH_ROUND_DOT),
    ]
    for line in lines {
      guard let series = unsafe chart_add_series(chart, nil, nil) else { continue }
      unsafe chart_series_set_categories(series, sheet, first, 4, last, 4)
      unsafe chart_series_set_values(series, sheet, first, line.column, last, line.column)
      unsafe chart_series_set_name(series, words.field(Self.trendFields[Int(line.column)]))
      var style = lxw_chart_line()
      style.color = line.color
      style.width = 1.75
      style.dash_type = UInt8(line.dash.rawValue)
      unsafe chart_series_set_line(series, &style)
    }
    unsafe finish(chart, title: title, from: least)
    return unsafe chart
  }
}
