import SpotCheck

extension Page {
  /// Writes what changed since an earlier report: verdicts, then past months of the whole.
  mutating func changes(_ changes: Changes, plan: Plan?) {
    heading(words.changed(since: changes.asOf))
    for line in words.changes(changes) { self.line(line) }
    for verdicts in Self.runs(of: changes.verdicts, by: { ($0.subject.indicator, $0.period) }) {
      guard let first = verdicts.first else { continue }
      heading(words.parts([title(of: first.subject.indicator, in: plan), words.period(first.period)]))
      var table = TextTable(columns: [
        TextTable.Column(head: words.region, minimum: 8, kept: .ends),
        TextTable.Column(head: words.category, minimum: 10, kept: .ends),
        TextTable.Column(head: words.before),
        TextTable.Column(head: words.now),
      ])
      let hasProgrammes = Set(verdicts.map(\.programme)).count > 1
      let shown = verdicts.prefix(rowLimit ?? verdicts.count)
      table.rows = shown.map { change in
        let programme = hasProgrammes ? change.programme.map(words.remark) : nil
        let isPlain = change.before.evidence != change.now.evidence
        return [
          TextTable.Cell(words.region(change.subject.region, name: change.subject.regionName)),
          TextTable.Cell(change.subject.category + (programme ?? "")),
          TextTable.Cell(words.standing(change.before, isPlain: isPlain)),
          TextTable.Cell(words.standing(change.now, isPlain: isPlain), change.now.evidence.role),
        ]
      }
      self.table(table)
      if shown.count < verdicts.count { line(words.more(verdicts.count - shown.count), .faint) }
    }
    let whole = changes.months.filter { $0.subject.region == "*" }
    for months in Self.runs(of: whole, by: { ($0.subject.indicator, $0.subject.category) }) {
      guard let first = months.first else { continue }
      heading(words.parts([title(of: first.subject.indicator, in: plan), words.lateResults]))
      table(of: months)
    }
    let elsewhere = changes.months.count - whole.count
    if elsewhere > 0 { line(words.monthsOfRegions(elsewhere), .faint) }
  }

  private mutating func table(of months: [Changes.MonthChange]) {
    var table = TextTable(columns: [
      TextTable.Column(head: words.month), TextTable.Column(head: words.trials, isNumber: true),
      TextTable.Column(head: words.before, isNumber: true),
      TextTable.Column(head: words.passRate, isNumber: true),
      TextTable.Column(head: words.before, isNumber: true),
    ])
    let shown = months.prefix(rowLimit ?? months.count)
    table.rows = shown.map { change in
      [
        TextTable.Cell(words.period(Period(.month, containing: change.month).text)),
        TextTable.Cell(words.count(change.trials)), TextTable.Cell(words.count(change.trialsBefore)),
        TextTable.Cell(RateText.percent(change.passes, of: change.trials)),
        TextTable.Cell(RateText.percent(change.passesBefore, of: change.trialsBefore)),
      ]
    }
    self.table(table)
    if shown.count < months.count { line(words.more(months.count - shown.count), .faint) }
  }

  private func title(of indicator: String, in plan: Plan?) -> String {
    plan?.indicators.first { $0.id == indicator }?.title(in: words.language) ?? indicator
  }

  /// The elements in runs of equal keys.
  private static func runs<Element>(of elements: [Element], by key: (Element) -> (String, String))
    -> [[Element]]
  {
    var runs: [[Element]] = []
    for element in elements {
      if let last = runs.last?.last, key(last) == key(element) {
        runs[runs.count - 1].append(element)
      } else {
        runs.append([element])
      }
    }
    return runs
  }
}
