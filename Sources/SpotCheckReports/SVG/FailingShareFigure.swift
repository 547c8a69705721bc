import SpotCheck

extension Figure {
  /// The failing units of the whole by the categories directly below an indicator's own, as shares.
  static func failingShares(
    _ group: FindingGroup, id: String, limit: Int, title: @escaping (Words) -> String
  ) -> Figure? {
    let classes = group.below.filter { $0.region == "*" && $0.trials > $0.passes }
    let all = group.own.filter { $0.region == "*" }.reduce(0) { $0 + $1.trials - $1.passes }
    guard !classes.isEmpty, all > 0 else { return nil }
    let order = classes.indices.sorted { left, right in
      let (a, b) = (classes[left].failures, classes[right].failures)
      return a == b ? left < right : a > b
    }
    var shares = order.prefix(limit).map { index in
      FailingClass(
        name: Wording(classes[index].category.split(separator: "/").last.map(String.init) ?? ""),
        failures: classes[index].failures, trials: classes[index].trials)
    }
    let rest = all - shares.reduce(0) { $0 + $1.failures }
    if rest > 0 { shares.append(FailingClass(name: Wording(\.otherClasses), failures: rest, trials: nil)) }
    return Figure(
      id: id, title: Wording { $0.parts([$0.failingShares, title($0), $0.period(group.period)]) },
      reading: Wording { $0.failingSharesReading(all) },
      panels: [
        Panel(
          title: nil, drawing: drawing(of: shares, all: all),
          description: Wording { $0.failingSharesDescription(shares, of: all) }, note: nil)
      ],
      table: table(of: shares, all: all, id: id + "-data"))
  }

  private static func drawing(of shares: [FailingClass], all: Int) -> Drawing {
    let step = 24.0
    let bottom = 8 + step * Double(shares.count)
    var drawing = Drawing(width: 640, height: bottom + 28)
    let most = shares.map(\.failures).max() ?? 1
    let frame = PlotFrame(
      x: AxisScale(0...Double(most) / Double(all), from: 172, to: 520),
      y: AxisScale(0...Double(shares.count), from: bottom, to: 8))
    drawing.horizontalAxis(frame, frame.x.ticks(about: 5).map { ($0, PlotFrame.percent($0)) })
    for (index, share) in shares.enumerated() {
      let y = 8 + step * Double(index)
      let end = frame.x.place(Double(share.failures) / Double(all))
      drawing.text(share.name.truncated(to: 22), at: .init(x: 164, y: y + 16), .end)
      drawing.rectangle(x: 172, y: y + 4, width: end - 172, height: step - 8, "bar")
      drawing.text(
        Wording { "\($0.count(share.failures)) (\(RateText.percent(share.part(of: all)))%)" },
        at: .init(x: end + 6, y: y + 16))
    }
    return drawing
  }

  private static func table(of shares: [FailingClass], all: Int, id: String) -> PageTable {
    var table = PageTable(
      id: id, caption: Wording(\.data),
      columns: [
        PageTable.Column(Wording { $0.category.joined() }),
        PageTable.Column(Wording { $0.failures.joined() }, isNumber: true),
        PageTable.Column(Wording { $0.say("Share of failures (%)", "占不合格批次(%)") }, isNumber: true),
        PageTable.Column(Wording(\.trialsHead), isNumber: true),
      ])
    table.rows = shares.map { share in
      [
        PageTable.Cell(share.name), PageTable.Cell(Wording { $0.count(share.failures) }),
        PageTable.Cell(RateText.percent(share.part(of: all))),
        PageTable.Cell(Wording { $0.count(share.trials) }),
      ]
    }
    return table
  }
}

/// A class of units and how many of them failed.
struct FailingClass: Sendable {
  /// The class.
  var name: Wording
  /// Units that failed.
  var failures: Int
  /// Units judged; `nil` where several classes stand together.
  var trials: Int?

  /// Its part of all failures.
  func part(of all: Int) -> Double { Double(failures) / Double(all) }
}

extension Finding {
  /// Units that did not conform.
  var failures: Int { trials - passes }
}
