import SpotCheck

extension Figure {
  /// The months of the whole and of each region, one small picture each on a common scale.
  ///
  /// Where there are more than `limit`, the whole and those with a warning come before others.
  static func months(
    _ series: [MonthlySeries], id: String, limit: Int, title: @escaping (Words) -> String
  ) -> Figure? {
    let drawable = series.filter { $0.points.count > 1 }
    let shown = chosen(of: drawable, limit: limit)
    guard let first = shown.compactMap({ $0.points.first?.month }).min(),
      let last = shown.compactMap({ $0.points.last?.month }).max(), first < last
    else { return nil }
    let rates = shown.flatMap { $0.points.map(\.passRate) }.sorted()
    let typical = rates.dropFirst(rates.count / 20) + shown.flatMap { $0.points.compactMap(\.target) }
    let frame = PlotFrame(
      x: AxisScale(Double(first.index)...Double(last.index), from: 44, to: 308),
      y: AxisScale(AxisScale.rates(Array(typical)), from: 150, to: 10))
    return Figure(
      id: id, title: Wording { $0.parts([$0.months, title($0)]) }, reading: Wording(\.monthsReading),
      key: [
        Key(.value, Wording(\.monthlyRate)), Key(.outside, Wording(\.outsideLimits)),
        Key(.short, Wording(\.warningGiven)), Key(.open, Wording(\.provisional)),
        Key(area: "band", Wording(\.processLimits)), Key(line: "target", Wording(\.targetLine)),
      ],
      panels: shown.map { one in
        Panel(
          title: Wording { $0.region(one.subject.region, name: one.subject.regionName) },
          drawing: drawing(of: one, frame), description: Wording { $0.monthsDescription(one) }, note: nil)
      },
      table: table(of: shown, months: first.index...last.index, id: id + "-data"),
      hidden: drawable.count - shown.count)
  }

  private static func chosen(of series: [MonthlySeries], limit: Int) -> [MonthlySeries] {
    guard series.count > limit else { return series }
    let urgent = series.indices.filter { series[$0].subject.region == "*" || series[$0].hasWarning }
    let others = series.indices.filter { !urgent.contains($0) }
    return (urgent + others).prefix(limit).sorted().map { series[$0] }
  }

  private static func drawing(of series: MonthlySeries, _ frame: PlotFrame) -> Drawing {
    var drawing = Drawing(width: 320, height: 176)
    drawing.verticalAxis(frame, frame.y.ticks(about: 4).map { ($0, PlotFrame.percent($0)) })
    let months = Int(frame.x.domain.lowerBound)...Int(frame.x.domain.upperBound)
    let step = months.count > 36 ? 12 : months.count > 14 ? 6 : 3
    drawing.horizontalAxis(
      frame,
      months.filter { $0.isMultiple(of: step) }.map { (Double($0), Self.tick(Month(index: $0))) })
    let limits = series.points.compactMap { point in point.limits.map { (point.month, $0) } }
    drawing.area(
      limits.map { frame.point(Double($0.0.index), $0.1.upper) }
        + limits.reversed().map { frame.point(Double($0.0.index), $0.1.lower) }, "band")
    for pair in zip(series.points, series.points.dropFirst()) {
      let (start, end) = (Double(pair.0.month.index), Double(pair.1.month.index))
      drawing.line(
        from: frame.point(start, pair.0.passRate), to: frame.point(end, pair.1.passRate),
        pair.1.isProvisional ? "rate provisional" : "rate")
      if let target = pair.1.target {
        let from = pair.0.target == target ? start : end - 1
        drawing.line(from: frame.point(from, target), to: frame.point(end, target), "target")
      }
    }
    for point in series.points {
      drawing.mark(
        series.mark(of: point), at: frame.point(Double(point.month.index), point.passRate),
        radius: series.mark(of: point) == .value ? 2.4 : 4.2)
    }
    return drawing
  }

  private static func tick(_ month: Month) -> Wording {
    Wording("\(month.year)-\(month.month < 10 ? "0" : "")\(month.month)")
  }

  private static func table(of series: [MonthlySeries], months: ClosedRange<Int>, id: String) -> PageTable {
    let present = months.filter { index in
      series.contains { $0.points.contains { $0.month.index == index } }
    }
    var table = PageTable(
      id: id, caption: Wording { $0.monthsCaption },
      columns: [PageTable.Column(Wording(\.periodHead))]
        + series.map { one in
          PageTable.Column(
            Wording { $0.region(one.subject.region, name: one.subject.regionName) }, isNumber: true)
        })
    table.rows = present.map { index in
      [PageTable.Cell(tick(Month(index: index)))]
        + series.map { one in
          guard let point = one.points.first(where: { $0.month.index == index }) else {
            return PageTable.Cell(Words.missing)
          }
          let mark = one.mark(of: point)
          let sign = mark == .value ? "" : " " + mark.character
          return PageTable.Cell(
            "\(RateText.percent(point.passes, of: point.trials)) (\(point.trials))\(sign)",
            mark == .value ? nil : mark.role)
        }
    }
    return table
  }
}

extension MonthlySeries {
  /// Whether any month lies outside its limits or gives a warning.
  fileprivate var hasWarning: Bool { points.contains { $0.isOutside || isAlarm($0) } }

  /// The mark of a month.
  func mark(of point: Point) -> Mark {
    if point.isProvisional { return .open }
    if isAlarm(point) { return .short }
    return point.isOutside ? .outside : .value
  }
}
