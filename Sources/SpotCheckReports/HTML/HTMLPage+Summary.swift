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

  /// The rows of the attainment table that fit: the latest period first where some must be left out.
  private var attainmentShown: [AttainmentRow] {
    let rows = summary.attainment
    guard rows.count > limits.rows else { return rows }
    let order = rows.indices.sorted { left, right in
      let (a, b) = (rows[left].finding, rows[right].finding)
      if a.period != b.period { return a.period > b.period }
      return a.evidence.isShortfall == b.evidence.isShortfall ? left < right : a.evidence.isShortfall
    }
    return order.prefix(limits.rows).sorted().map { rows[$0] }
  }

  private mutating func attainmentTable() {
    let shown = attainmentShown
    let hasProgrammes = Set(summary.attainment.map(\.finding.programme)).count > 1
    var table = PageTable(
      id: "attainment", caption: Wording(\.attainmentCaption),
      columns: [
        PageTable.Column(Wording(\.regionHead)), PageTable.Column(Wording(\.indicator)),
        PageTable.Column(Wording(\.periodHead)), PageTable.Column(Wording(\.targetHead), isNumber: true),
        PageTable.Column(Wording(\.actual), isNumber: true),
        PageTable.Column(Wording(\.trialsHead), isNumber: true),
        PageTable.Column(Wording { $0.attained.joined(separator: $0.say(" ", "")) }),
        PageTable.Column(Wording(\.difference), isNumber: true),
        PageTable.Column(Wording { $0.evidence.joined() }),
        PageTable.Column(Wording { $0.responsible.joined() }),
      ], hidden: summary.attainment.count - shown.count, kind: .interactive)
    table.rows = shown.map { row in
      let finding = row.finding
      let text = row.text
      let programme = hasProgrammes ? finding.programme : nil
      return [
        PageTable.Cell(Wording { $0.region(finding.region, name: finding.regionName) }),
        PageTable.Cell(
          Wording { $0.parts([summary.title(of: finding.indicator, in: $0.language), programme ?? ""]) }),
        PageTable.Cell(
          Wording { $0.period(finding.period) + (finding.isInterim ? $0.remark($0.toDate) : "") }),
        PageTable.Cell(Wording { $0.target(of: row) }), PageTable.Cell(text.rate),
        PageTable.Cell(Wording { $0.count(finding.trials) }),
        PageTable.Cell(Wording { $0.attained(finding.isAttained) }), PageTable.Cell(text.difference),
        PageTable.Cell(verdict: finding.evidence), PageTable.Cell(Wording { $0.list(finding.responsible) }),
      ]
    }
    self.table(table)
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
