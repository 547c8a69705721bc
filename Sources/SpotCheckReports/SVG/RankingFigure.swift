import SpotCheck

extension Figure {
  /// The ranks the regions of a level may truly have, by median rank (Klein, Wright & Wieczorek 2020).
  static func ranking(
    _ ranking: RegionRanking, id: String, limit: Int, title: @escaping (Words) -> String
  ) -> Figure? {
    guard ranking.entries.count > 1 else { return nil }
    let order = ranking.entries.indices.sorted { left, right in
      let (a, b) = (ranking.entries[left], ranking.entries[right])
      return a.medianRank == b.medianRank ? left < right : a.medianRank < b.medianRank
    }
    let shown = order.prefix(limit).map { ranking.entries[$0] }
    return Figure(
      id: id, title: Wording { $0.parts([$0.ranking, title($0), $0.period(ranking.period)]) },
      reading: Wording { $0.rankingReading(ranking.confidence) },
      key: [
        Key(.value, Wording { $0.say("median rank", "名次中位数") }),
        Key(line: "interval", Wording { $0.say("ranks it may truly have", "可能的名次范围") }),
      ],
      panels: [
        Panel(
          title: nil, drawing: drawing(of: shown, among: ranking.entries.count),
          description: Wording { $0.rankingDescription(shown) }, note: nil)
      ],
      table: table(of: shown, id: id + "-data"), hidden: order.count - shown.count)
  }

  private static func drawing(of entries: [RegionRanking.Entry], among count: Int) -> Drawing {
    let step = 22.0
    let bottom = 8 + step * Double(entries.count)
    var drawing = Drawing(width: 640, height: bottom + 28)
    let frame = PlotFrame(
      x: AxisScale(0.5...Double(count) + 0.5, from: 132, to: 540),
      y: AxisScale(0...Double(entries.count), from: bottom, to: 8))
    let ticks = frame.x.ticks(about: min(8, count)).filter { $0 == $0.rounded() && $0 >= 1 }
    drawing.horizontalAxis(frame, ticks.map { ($0, Wording(String(Int($0)))) })
    for (index, entry) in entries.enumerated() {
      let y = 8 + step * (Double(index) + 0.5)
      drawing.text(
        Wording { DisplayWidth.truncated($0.region(entry.region, name: entry.regionName), to: 17) },
        at: .init(x: 124, y: y + 4), .end)
      drawing.line(
        from: .init(x: frame.x.place(Double(entry.ranks.best) - 0.3), y: y),
        to: .init(x: frame.x.place(Double(entry.ranks.worst) + 0.3), y: y), "interval")
      drawing.mark(.value, at: .init(x: frame.x.place(Double(entry.medianRank)), y: y))
      drawing.text(Wording { $0.grade(entry.grade) }, at: .init(x: 552, y: y + 4), .start, "tick")
    }
    return drawing
  }

  private static func table(of entries: [RegionRanking.Entry], id: String) -> PageTable {
    var table = PageTable(
      id: id, caption: Wording(\.data),
      columns: [
        PageTable.Column(Wording(\.regionHead)), PageTable.Column(Wording(\.trialsHead), isNumber: true),
        PageTable.Column(Wording(\.passRateHead), isNumber: true),
        PageTable.Column(Wording { $0.say("Limits (%)", "界限(%)") }, isNumber: true),
        PageTable.Column(Wording { $0.say("Median rank", "名次中位数") }, isNumber: true),
        PageTable.Column(Wording { $0.say("Ranks", "名次范围") }, isNumber: true),
        PageTable.Column(Wording { $0.say("Grade", "分档") }),
      ])
    table.rows = entries.map { entry in
      [
        PageTable.Cell(Wording { $0.region(entry.region, name: entry.regionName) }),
        PageTable.Cell(Wording { $0.count(entry.trials) }),
        PageTable.Cell(RateText.percent(entry.passRate)),
        PageTable.Cell(Wording { $0.range(entry.limits) }),
        PageTable.Cell(String(entry.medianRank)),
        PageTable.Cell(Wording { $0.span(String(entry.ranks.best), String(entry.ranks.worst)) }),
        PageTable.Cell(Wording { $0.grade(entry.grade) }),
      ]
    }
    return table
  }
}
