import SpotCheck

extension Page {
  /// Writes, for each dimension, the rates summed over all others but the programme, which is never pooled.
  mutating func rollups(of report: Report) {
    guard report.input.samples > 0 else { return line(words.noTrials) }
    let programme = report.dimensions.firstIndex(of: "programme")
    let cells = report.rollups + report.cells
    for (position, name) in report.dimensions.enumerated() {
      let rows = cells.filter { cell in
        cell.keys.indices.allSatisfy { $0 == position || $0 == programme || cell.keys[$0] == "*" }
      }
      guard !rows.isEmpty else { continue }
      heading(words.by(name))
      rates(rows, keyedBy: position, named: name, programme: position == programme ? nil : programme)
    }
    droppedColumns()
  }

  private mutating func rates(
    _ cells: [RateCell], keyedBy position: Int, named name: String, programme: Int?
  ) {
    let shown = cells.prefix(rowLimit ?? cells.count)
    var table = TextTable(columns: [TextTable.Column(head: words.head(of: name), minimum: 10)])
    if programme != nil { table.columns.append(TextTable.Column(head: words.programme, minimum: 8)) }
    table.columns += [
      TextTable.Column(head: words.trials, isNumber: true),
      TextTable.Column(head: words.passes, isNumber: true, dropRank: 0),
      TextTable.Column(head: words.failures, isNumber: true, dropRank: 1),
      TextTable.Column(head: words.passRate, isNumber: true),
      TextTable.Column(head: words.interval, isNumber: true),
    ]
    table.rows = shown.map { cell in
      let key = words.key(cell.keys[position], of: name, regionName: cell.regionName)
      let keys = [key] + (programme.map { [cell.keys[$0]] } ?? [])
      return keys.map { TextTable.Cell($0) } + figures(of: cell)
    }
    self.table(table)
    if shown.count < cells.count { line(words.more(cells.count - shown.count), .faint) }
  }

  private func figures(of cell: RateCell) -> [TextTable.Cell] {
    [
      words.count(cell.trials), words.count(cell.passes), words.count(cell.trials - cell.passes),
      RateText.percent(cell.passes, of: cell.trials),
      words.range(RateText.percent(cell.lower), RateText.percent(cell.upper)),
    ].map { TextTable.Cell($0) }
  }
}

extension Words {
  /// The head of a dimension's column.
  fileprivate func head(of dimension: String) -> [String] {
    switch dimension {
    case "region": region
    case "category": category
    case "programme": programme
    case "period": [say("Period", "时段")]
    default: [dimension]
    }
  }

  /// A key for people.
  fileprivate func key(_ key: String, of dimension: String, regionName: String?) -> String {
    switch dimension {
    case _ where key == "*": whole
    case "region": region(key, name: regionName)
    case "period": period(key)
    default: key.isEmpty ? Self.missing : key
    }
  }

  /// A range of percentages.
  fileprivate func range(_ lower: String, _ upper: String) -> String {
    lower == Self.missing ? lower : say("\(lower)–\(upper)", "\(lower)～\(upper)")
  }
}
