import SpotCheck

extension Figure {
  /// The regions of an indicator and period with their intervals, the whole first.
  static func intervals(
    _ rows: [AttainmentRow], id: String, limit: Int, title: @escaping (Words) -> String
  ) -> Figure? {
    let judged = rows.filter { $0.finding.lower != nil && $0.finding.upper != nil }
    guard let first = judged.first, judged.count > 1 else { return nil }
    let shown = Array(judged.prefix(limit))
    return Figure(
      id: id,
      title: Wording { $0.parts([$0.intervals, title($0), $0.period(first.finding.period)]) },
      reading: Wording(\.intervalsReading), key: verdictKey + [Key(line: "target", Wording(\.targetLine))],
      panels: [
        Panel(
          title: nil, drawing: drawing(of: shown),
          description: Wording { $0.intervalsDescription(shown) }, note: nil)
      ],
      table: table(of: shown, id: id + "-data"), hidden: judged.count - shown.count)
  }

  /// The marks of verdicts.
  static let verdictKey = [
    Evidence.provenShortfall, .likelyShortfall, .inconclusiveBelow, .tooFew, .provenMet,
  ]
  .map { evidence in Key(Mark(evidence), Wording { $0.mark(of: evidence) }) }

  private static func drawing(of rows: [AttainmentRow]) -> Drawing {
    let step = 22.0
    let bottom = 8 + step * Double(rows.count)
    var drawing = Drawing(width: 640, height: bottom + 28)
    let measured = rows.map(\.interval)
    let targets = rows.compactMap(\.finding.target)
    let frame = PlotFrame(
      x: AxisScale(
        AxisScale.rates(measured.flatMap { [$0.lower, $0.upper] } + targets), from: 132, to: 568),
      y: AxisScale(0...Double(rows.count), from: bottom, to: 8))
    drawing.horizontalAxis(frame, frame.x.ticks(about: 6).map { ($0, PlotFrame.percent($0)) })
    for (index, row) in rows.enumerated() {
      let y = 8 + step * (Double(index) + 0.5)
      let finding = row.finding
      drawing.text(
        Wording { DisplayWidth.truncated($0.region(finding.region, name: finding.regionName), to: 17) },
        at: .init(x: 124, y: y + 4), .end)
      drawing.text(Wording { "n " + $0.count(finding.trials) }, at: .init(x: 578, y: y + 4), .start, "tick")
      let interval = measured[index]
      drawing.line(
        from: .init(x: frame.x.place(interval.lower), y: y),
        to: .init(x: frame.x.place(interval.upper), y: y),
        "interval")
      if let target = finding.target {
        let x = frame.x.place(target)
        drawing.line(from: .init(x: x, y: y - step / 2), to: .init(x: x, y: y + step / 2), "target")
      }
      if let rate = row.rate {
        drawing.mark(Mark(finding.evidence), at: .init(x: frame.x.place(rate), y: y))
      }
    }
    return drawing
  }

  private static func table(of rows: [AttainmentRow], id: String) -> PageTable {
    var table = PageTable(
      id: id, caption: Wording(\.data),
      columns: [
        PageTable.Column(Wording(\.regionHead)), PageTable.Column(Wording(\.trialsHead), isNumber: true),
        PageTable.Column(Wording(\.actual), isNumber: true),
        PageTable.Column(Wording { $0.interval.joined() }, isNumber: true),
        PageTable.Column(Wording(\.targetHead), isNumber: true),
        PageTable.Column(Wording { $0.evidence.joined() }),
      ])
    table.rows = rows.map { row in
      let finding = row.finding
      return [
        PageTable.Cell(Wording { $0.region(finding.region, name: finding.regionName) }),
        PageTable.Cell(Wording { $0.count(finding.trials) }), PageTable.Cell(row.text.rate),
        PageTable.Cell(Wording { $0.range(row.interval) }),
        PageTable.Cell(Wording { $0.target(of: row) }), PageTable.Cell(verdict: finding.evidence),
      ]
    }
    return table
  }
}

extension AttainmentRow {
  /// The two-sided interval of the measured rate; everything where there is none.
  fileprivate var interval: RateInterval {
    let (lower, upper) = (finding.lower ?? 0, finding.upper ?? 1)
    return measure == .failRate
      ? RateInterval(lower: 1 - upper, upper: 1 - lower) : RateInterval(lower: lower, upper: upper)
  }
}

extension PageTable.Cell {
  /// A verdict in words, behind its mark.
  init(verdict evidence: Evidence) {
    self.init(
      Wording { "\(Mark(evidence).character)\u{00A0}\(evidence.words(in: $0.language))" }, Mark(evidence).role
    )
  }
}
