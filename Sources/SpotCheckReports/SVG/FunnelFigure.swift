import SpotCheck

extension Figure {
  /// The regions of a level around the target, by their size (Spiegelhalter 2005).
  static func funnel(_ funnel: RegionFunnel, id: String, title: @escaping (Words) -> String) -> Figure {
    Figure(
      id: id,
      title: Wording { $0.parts([$0.funnel, title($0), $0.period(funnel.period)]) },
      reading: Wording(\.funnelReading),
      key: [
        Key(.short, Wording { $0.position(.lowOuter) }),
        Key(.likelyShort, Wording { $0.position(.lowInner) }),
        Key(.open, Wording { $0.position(.within) }), Key(.likelyMet, Wording { $0.position(.highInner) }),
        Key(.met, Wording { $0.position(.highOuter) }), Key(line: "target", Wording(\.targetLine)),
        Key(line: "limit", Wording { $0.say("95% limits", "95%界限") }),
        Key(line: "limit outer", Wording { $0.say("99.8% limits", "99.8%界限") }),
      ],
      panels: [
        Panel(
          title: nil, drawing: drawing(of: funnel),
          description: Wording { $0.funnelDescription(funnel) }, note: nil)
      ],
      table: table(of: funnel, id: id + "-data"))
  }

  private static func drawing(of funnel: RegionFunnel) -> Drawing {
    var drawing = Drawing(width: 640, height: 380)
    let trials = funnel.points.map(\.limits.trials) + funnel.curve.map(\.trials)
    let rates =
      funnel.points.map(\.passRate) + funnel.points.map(\.target)
      + funnel.curve.flatMap { [$0.plainInner.lower, $0.plainInner.upper] }
    let (fewest, most) = (max(1, trials.min() ?? 1), max(1, trials.max() ?? 1))
    let frame = PlotFrame(
      x: AxisScale(
        Double(fewest) * 0.9...Double(most) * 1.1, from: 56, to: 624, isLogarithmic: most > 8 * fewest),
      y: AxisScale(AxisScale.rates(rates), from: 336, to: 24))
    drawing.verticalAxis(frame, frame.y.ticks(about: 6).map { ($0, PlotFrame.percent($0)) })
    drawing.horizontalAxis(
      frame,
      frame.x.ticks(about: 6).map { tick in (tick, Wording { $0.count(Int(tick.rounded())) }) })
    drawing.text(
      Wording { $0.trials.joined() + $0.logarithmic(frame.x) }, at: .init(x: 624, y: 372), .end, "tick")
    drawing.text(
      Wording { $0.passRate.joined(separator: $0.say(" ", "")) }, at: .init(x: 12, y: 12), .start, "tick")
    let curves: [(String, (RegionFunnel.Limits) -> Double)] = [
      ("limit", { $0.inner.lower }), ("limit", { $0.inner.upper }),
      ("limit outer", { $0.outer.lower }), ("limit outer", { $0.outer.upper }),
    ]
    for (role, limit) in curves {
      for piece in frame.pieces(funnel.curve.map { (Double($0.trials), limit($0)) }) {
        drawing.path(piece, role)
      }
    }
    if let target = funnel.target {
      let y = frame.y.place(target)
      drawing.line(from: .init(x: 56, y: y), to: .init(x: 624, y: y), "target")
    }
    var labels = LabelPlacement(x: 58...628, y: 22...334)
    let places = funnel.points.map { frame.point(Double($0.limits.trials), $0.passRate) }
    for place in places { labels.keepOff(x: place.x, y: place.y, radius: 5) }
    for (point, place) in zip(funnel.points, places) {
      drawing.mark(Mark(point.position), at: place)
      let name = Wording { DisplayWidth.truncated($0.region(point.region, name: point.regionName), to: 16) }
      if let label = labels.place(name, x: place.x, y: place.y, offset: 8, size: 12) {
        drawing.text(name, at: .init(x: label.x, y: label.y), label.anchor)
      }
    }
    return drawing
  }

  private static func table(of funnel: RegionFunnel, id: String) -> PageTable {
    var table = PageTable(
      id: id, caption: Wording { $0.data },
      columns: [
        PageTable.Column(Wording(\.regionHead)), PageTable.Column(Wording(\.trialsHead), isNumber: true),
        PageTable.Column(Wording(\.passesHead), isNumber: true),
        PageTable.Column(Wording(\.passRateHead), isNumber: true),
        PageTable.Column(Wording(\.targetHead), isNumber: true),
        PageTable.Column(Wording { $0.say("95% limits", "95%界限") }, isNumber: true),
        PageTable.Column(Wording { $0.say("99.8% limits", "99.8%界限") }, isNumber: true),
        PageTable.Column(Wording { $0.say("Position", "位置") }),
      ])
    table.rows = funnel.points.map { point in
      [
        PageTable.Cell(Wording { $0.region(point.region, name: point.regionName) }),
        PageTable.Cell(Wording { $0.count(point.limits.trials) }),
        PageTable.Cell(Wording { $0.count(point.passes) }),
        PageTable.Cell(RateText.percent(point.passes, of: point.limits.trials)),
        PageTable.Cell(PlotFrame.percent(point.target)),
        PageTable.Cell(Wording { $0.range(point.limits.inner) }),
        PageTable.Cell(Wording { $0.range(point.limits.outer) }),
        PageTable.Cell(Wording { $0.position(point.position) }, Mark(point.position).role),
      ]
    }
    return table
  }
}

extension Mark {
  /// The mark of a place in a funnel.
  init(_ position: FunnelPosition) {
    switch position {
    case .lowOuter: self = .short
    case .lowInner: self = .likelyShort
    case .within: self = .open
    case .highInner: self = .likelyMet
    case .highOuter: self = .met
    }
  }
}
