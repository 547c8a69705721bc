import SpotCheck

extension HTMLPage {
  /// Writes rates beside those of other periods (同比, 环比), and where rates rise or fall.
  mutating func changeSection() {
    comparisons()
    trends()
  }

  private mutating func comparisons() {
    let all = report.outlook.comparisons
    let order = all.indices.sorted { left, right in
      let (a, b) = (all[left], all[right])
      return a.period == b.period ? left < right : a.period > b.period
    }
    let shown = order.prefix(limits.rows).sorted().map { all[$0] }
    var table = PageTable(
      id: "comparisons", caption: Wording(\.comparisonsCaption),
      columns: [
        PageTable.Column(Wording(\.regionHead)), PageTable.Column(Wording(\.indicator)),
        PageTable.Column(Wording { $0.say("Compared", "比较") }), PageTable.Column(Wording(\.periodHead)),
        PageTable.Column(Wording(\.passRateHead), isNumber: true),
        PageTable.Column(Wording { $0.say("Passes of units", "合格/抽检批次") }, isNumber: true),
        PageTable.Column(Wording { $0.say("Before", "基期") }),
        PageTable.Column(Wording { $0.say("Rate before (%)", "基期合格率(%)") }, isNumber: true),
        PageTable.Column(Wording { $0.say("Passes of units before", "基期合格/抽检批次") }, isNumber: true),
        PageTable.Column(Wording { $0.say("Change (points)", "变化(百分点)") }, isNumber: true),
        PageTable.Column(Wording { $0.say("Interval (points)", "变化区间(百分点)") }, isNumber: true),
      ], hidden: all.count - shown.count, kind: .interactive)
    table.rows = shown.map(row)
    self.table(table)
  }

  private func row(_ comparison: PeriodComparison) -> [PageTable.Cell] {
    let provisional = comparison.isProvisional
    return [
      PageTable.Cell(Wording { $0.region(comparison.subject.region, name: comparison.subject.regionName) }),
      PageTable.Cell(Wording { summary.title(of: comparison.subject.indicator, in: $0.language) }),
      PageTable.Cell(Wording { $0.kind(comparison.kind) }),
      PageTable.Cell(
        Wording { $0.period(comparison.period) + (provisional ? $0.remark($0.say("provisional", "暂定")) : "") }
      ),
      PageTable.Cell(RateText.percent(comparison.passes, of: comparison.trials)),
      PageTable.Cell(Wording { "\($0.count(comparison.passes))/\($0.count(comparison.trials))" }),
      PageTable.Cell(Wording { $0.period(comparison.baselinePeriod) }),
      PageTable.Cell(RateText.percent(comparison.baselinePasses, of: comparison.baselineTrials)),
      PageTable.Cell(
        Wording { "\($0.count(comparison.baselinePasses))/\($0.count(comparison.baselineTrials))" }),
      PageTable.Cell(RateText.signedPoints(comparison.difference)),
      PageTable.Cell(
        Wording {
          $0.span(RateText.signedPoints(comparison.lower), RateText.signedPoints(comparison.upper))
        }),
    ]
  }

  private mutating func trends() {
    let moving = report.outlook.trends.filter { $0.direction != .unclear }
    guard !report.outlook.trends.isEmpty else { return }
    element("h3", Wording(\.trends))
    guard !moving.isEmpty else { return element("p", Wording(\.noTrend)) }
    let shown = moving.prefix(limits.rows)
    var table = PageTable(
      id: "trends", caption: Wording(\.trends),
      columns: [
        PageTable.Column(Wording(\.regionHead)), PageTable.Column(Wording(\.indicator)),
        PageTable.Column(Wording { $0.category.joined() }),
        PageTable.Column(Wording { $0.say("Direction", "方向") }),
        PageTable.Column(Wording { $0.say("Months", "月份") }),
        PageTable.Column(Wording { $0.say("Odds of passing, per year", "合格优势比（每年）") }, isNumber: true),
        PageTable.Column(Wording { $0.say("Adjusted p", "校正后p值") }, isNumber: true),
      ], hidden: moving.count - shown.count, kind: .interactive)
    table.rows = shown.map { trend in
      let subject = trend.subject
      return [
        PageTable.Cell(Wording { $0.region(subject.region, name: subject.regionName) }),
        PageTable.Cell(Wording { summary.title(of: subject.indicator, in: $0.language) }),
        PageTable.Cell(Wording { subject.category == "*" ? $0.whole : subject.category }),
        PageTable.Cell(
          Wording { $0.direction(trend.direction) },
          trend.direction == .falling ? Mark.short.role : Mark.met.role),
        PageTable.Cell(
          Wording { words in
            words.span(words.month(trend.months.lowerBound), words.month(trend.months.upperBound))
          }),
        PageTable.Cell(Self.ratio(trend.oddsRatio)), PageTable.Cell(Self.probability(trend.q)),
      ]
    }
    self.table(table)
  }

  /// How odds change, to two decimals.
  private static func ratio(_ value: Double?) -> String {
    guard let value, value.isFinite else { return Words.missing }
    return value > 100 ? "×>100" : "×" + RateText.percent(value / 100)
  }

  /// A probability, to three decimals.
  private static func probability(_ value: Double?) -> String {
    guard let value else { return Words.missing }
    let thousandths = Int((min(max(value, 0), 1) * 1000).rounded())
    guard thousandths > 0 else { return "<0.001" }
    let digits = String(thousandths % 1000)
    return "\(thousandths / 1000)." + String(repeating: "0", count: 3 - digits.count) + digits
  }
}
