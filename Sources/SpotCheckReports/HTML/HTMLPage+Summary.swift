import SpotCheck

extension HTMLPage {
  /// Writes what can be pasted, the attainment table, and the roll-up per department.
  mutating func summarySection() {
    let english = summary.sentences(in: .english)
    let chinese = summary.sentences(in: .simplifiedChinese)
    nest("div", [("class", "paste")]) { page in
      for pair in zip(english, chinese) {
        page.element("p", Wording { $0.say(pair.0, pair.1) }.truncated(to: 1500))
      }
    }
    let likely = report.findings.count { $0.evidence == .likelyShortfall }
    if let expected = source.likelyByChance, likely > 0 {
      element("p", [("class", "note")], Wording { $0.byChance(expected, of: likely) })
    }
    if !summary.attainment.isEmpty {
      element("h3", Wording(\.attainment))
      attainmentTable()
    }
    if !summary.departments.isEmpty {
      element("h3", Wording(\.departments))
      departmentTable()
    }
  }

  /// Writes the rows of each indicator's latest period, then those of earlier periods folded.
  private mutating func attainmentTable() {
    let indicators = summary.indicators
    let latest = Dictionary(
      indicators.map { ($0, summary.latestPeriod(of: $0)) }, uniquingKeysWith: { first, _ in first })
    let isLatest = { (row: AttainmentRow) in latest[row.finding.indicator] == row.finding.period }
    table(attainment(summary.attainment.filter(isLatest), id: "attainment"))
    earlier(attainment(summary.attainment.filter { !isLatest($0) }, id: "attainment-earlier"))
  }

  /// Writes a table of earlier periods, folded.
  mutating func earlier(_ table: PageTable) {
    guard !table.rows.isEmpty else { return }
    nest("details") { page in
      page.markup.element("summary", Wording(\.earlierPeriods))
      page.table(table)
    }
  }

  private func attainment(_ rows: [AttainmentRow], id: String) -> PageTable {
    let shown = Self.gravest(rows, limit: limits.rows)
    var table = PageTable(
      id: id, caption: Wording(\.attainmentCaption),
      columns: [
        PageTable.Column(Wording(\.regionHead)), PageTable.Column(Wording(\.indicator)),
        PageTable.Column(Wording(\.periodHead)), PageTable.Column(Wording(\.targetHead), isNumber: true),
        PageTable.Column(Wording(\.actual), isNumber: true),
        PageTable.Column(Wording(\.trialsHead), isNumber: true),
        PageTable.Column(Wording { $0.attained.joined(separator: $0.say(" ", "")) }),
        PageTable.Column(Wording(\.difference), isNumber: true),
        PageTable.Column(Wording { $0.evidence.joined() }),
        PageTable.Column(Wording { $0.responsible.joined() }),
      ], hidden: rows.count - shown.count, kind: .interactive)
    let mixed = indicatorsOfSeveralProgrammes
    table.rows = shown.map { row in
      let finding = row.finding
      let programme = mixed.contains(finding.indicator) ? finding.programme ?? "" : ""
      return [
        PageTable.Cell(Wording { $0.region(finding.region, name: finding.regionName) }),
        PageTable.Cell(
          Wording { $0.parts([summary.title(of: finding.indicator, in: $0.language), programme]) }),
        PageTable.Cell(
          Wording { $0.period(finding.period) + (finding.isInterim ? $0.toDate : "") }),
        PageTable.Cell(Wording { $0.target(of: row) }), PageTable.Cell(row.text.rate),
        PageTable.Cell(Wording { $0.count(finding.trials) }),
        PageTable.Cell(Wording { $0.attained(finding.isAttained) }), PageTable.Cell(row.text.difference),
        PageTable.Cell(verdict: finding.evidence),
        PageTable.Cell(Wording { $0.firstOf(finding.responsible) }),
      ]
    }
    table.hoist([1, 2, 9])
    return table
  }

  /// At most `limit` rows in their order: the latest periods and shortfalls stay longest.
  private static func gravest(_ rows: [AttainmentRow], limit: Int) -> [AttainmentRow] {
    guard rows.count > limit else { return rows }
    let order = rows.indices.sorted { left, right in
      let (a, b) = (rows[left].finding, rows[right].finding)
      if a.period != b.period { return a.period > b.period }
      return a.evidence.isShortfall == b.evidence.isShortfall ? left < right : a.evidence.isShortfall
    }
    return order.prefix(limit).sorted().map { rows[$0] }
  }

  private var indicatorsOfSeveralProgrammes: Set<String> {
    let programmes = summary.attainment.reduce(into: [String: Set<String>]()) { found, row in
      found[row.finding.indicator, default: []].insert(row.finding.programme ?? "")
    }
    return Set(programmes.filter { $0.value.count > 1 }.keys)
  }

  private mutating func departmentTable() {
    let shown = summary.departments.prefix(limits.rows)
    var table = PageTable(
      id: "departments", caption: Wording(\.departmentsCaption),
      columns: [
        PageTable.Column(Wording(\.department)), PageTable.Column(Wording(\.periodHead)),
        PageTable.Column(Wording { $0.say("Indicators met by the whole", "全域达标指标/指标数") }, isNumber: true),
        PageTable.Column(Wording { $0.say("Regions judged", "判定地区数") }, isNumber: true),
        PageTable.Column(Wording { $0.say("Met", "达标") }, isNumber: true),
        PageTable.Column(Wording { $0.say("Below", "未达标") }, isNumber: true),
        PageTable.Column(
          Wording { $0.say("Significantly below", "显著低于目标") }, isNumber: true),
        PageTable.Column(Wording { Evidence.likelyShortfall.shortWords(in: $0.language) }, isNumber: true),
        PageTable.Column(Wording { $0.say("Farthest from target", "差距最大") }),
      ], hidden: summary.departments.count - shown.count, kind: .interactive)
    table.rows = shown.map { row in
      [
        PageTable.Cell(Wording { row.department ?? $0.noDepartment }),
        PageTable.Cell(Wording { $0.period(row.period) }),
        PageTable.Cell("\(row.attainedByWhole.count)/\(row.indicators.count)"),
        PageTable.Cell(Wording { $0.count(row.judged) }), PageTable.Cell(Wording { $0.count(row.attained) }),
        PageTable.Cell(Wording { $0.count(row.below) }),
        PageTable.Cell(Wording { $0.count(row.proven) }, row.proven > 0 ? Mark.short.role : nil),
        PageTable.Cell(Wording { $0.count(row.likely) }, row.likely > 0 ? Mark.likelyShort.role : nil),
        PageTable.Cell(Wording { farthest(row, $0) }),
      ]
    }
    self.table(table)
  }

  private func farthest(_ row: DepartmentRow, _ words: Words) -> String {
    guard let farthest = row.farthest else { return Words.missing }
    let points = RateText.signedPoints(-farthest.shortfall)
    return words.parts([
      words.region(farthest.region, name: farthest.regionName),
      summary.title(of: farthest.indicator, in: words.language),
      points + words.say(" points", "个百分点"),
    ])
  }
}
