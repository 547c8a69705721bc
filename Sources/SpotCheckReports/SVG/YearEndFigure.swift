import SpotCheck

extension Figure {
  /// Where an open year may end: the rate so far, and the fan of rates from there.
  ///
  /// The projections are those of one indicator's own category and one period; `finding` finds the verdict of one.
  static func yearEnds(
    _ fans: [YearEndFan], id: String, limit: Int, finding: (YearEndFan) -> Finding?,
    title: @escaping (Words) -> String
  ) -> Figure? {
    let drawable = fans.filter { !$0.path.isEmpty && $0.quantiles.count == YearEndFan.probabilities.count }
    let shown = Array(drawable.prefix(limit))
    guard let first = shown.first else { return nil }
    let ends = shown.flatMap { fan in fan.quantiles + fan.path.suffix(1).map(\.passRate) }.sorted()
    let typical = ends.dropFirst(ends.count / 20) + shown.compactMap(\.target)
    let frame = PlotFrame(
      x: AxisScale(1...12, from: 44, to: 308),
      y: AxisScale(AxisScale.rates(Array(typical)), from: 150, to: 10))
    return Figure(
      id: id, title: Wording { $0.parts([$0.yearEnd, title($0), $0.period(first.period)]) },
      reading: Wording(\.yearEndReading),
      key: [
        Key(.value, Wording(\.rateSoFar)), Key(area: "fan", Wording { $0.say("90% of courses", "90%的可能") }),
        Key(area: "fan inner", Wording { $0.say("50% of courses", "50%的可能") }),
        Key(line: "target", Wording(\.targetLine)),
      ],
      panels: shown.map { fan in
        let finding = finding(fan)
        return Panel(
          title: Wording { $0.region(fan.subject.region, name: fan.subject.regionName) },
          drawing: drawing(of: fan, frame), description: Wording { $0.yearEndDescription(fan, finding) },
          note: Wording { $0.required(of: fan, finding) })
      },
      table: table(of: shown, finding, id: id + "-data"), hidden: drawable.count - shown.count)
  }

  private static func drawing(of fan: YearEndFan, _ frame: PlotFrame) -> Drawing {
    var drawing = Drawing(width: 320, height: 176)
    drawing.verticalAxis(frame, frame.y.ticks(about: 4).map { ($0, PlotFrame.percent($0)) })
    drawing.horizontalAxis(
      frame, [1, 4, 7, 10, 12].map { month in (Double(month), Wording { $0.monthOfYear(month) }) })
    let path = fan.path.map { frame.point(Double($0.month.month), $0.passRate) }
    if let last = fan.path.last, let start = path.last, last.month.month < 12 {
      for (role, low, high) in [("fan", 0, 4), ("fan inner", 1, 3)] {
        drawing.area(
          [start, frame.point(12, fan.quantiles[high]), frame.point(12, fan.quantiles[low])], role)
      }
      drawing.path([start, frame.point(12, fan.quantiles[2])], "rate provisional")
    }
    if let target = fan.target {
      drawing.line(from: frame.point(1, target), to: frame.point(12, target), "target")
    }
    drawing.path(path, "rate")
    for place in path { drawing.mark(.value, at: place, radius: 2.6) }
    return drawing
  }

  private static func table(
    of fans: [YearEndFan], _ finding: (YearEndFan) -> Finding?, id: String
  ) -> PageTable {
    var table = PageTable(
      id: id, caption: Wording(\.planCompletion),
      columns: [
        PageTable.Column(Wording(\.regionHead)),
        PageTable.Column(Wording(\.donePlanned), isNumber: true),
        PageTable.Column(Wording(\.completion), isNumber: true),
        PageTable.Column(Wording { $0.say("Rate so far (%)", "当前合格率(%)") }, isNumber: true),
        PageTable.Column(Wording { $0.say("Year may end at, 90% (%)", "全年可能区间，90%(%)") }, isNumber: true),
        PageTable.Column(Wording(\.targetHead), isNumber: true),
        PageTable.Column(Wording(\.requiredFutureRate), isNumber: true),
        PageTable.Column(Wording(\.chanceMet), isNumber: true),
      ])
    table.rows = fans.map { fan in
      let done = fan.path.last?.trials ?? 0
      let finding = finding(fan)
      return [
        PageTable.Cell(Wording { $0.region(fan.subject.region, name: fan.subject.regionName) }),
        PageTable.Cell(Wording { "\($0.count(done))/\($0.count(fan.planned))" }),
        PageTable.Cell(fan.completion(of: done)),
        PageTable.Cell(RateText.percent(fan.path.last?.passRate)),
        PageTable.Cell(
          Wording { $0.span(RateText.percent(fan.quantiles.first), RateText.percent(fan.quantiles.last)) }),
        PageTable.Cell(fan.target.map(PlotFrame.percent) ?? Wording(Words.missing)),
        PageTable.Cell(RateText.percent(finding?.requiredFutureRate)),
        PageTable.Cell(RateText.percent(finding?.chanceMet)),
      ]
    }
    return table
  }
}
