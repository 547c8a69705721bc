import SpotCheck

extension Page {
  /// Writes, for each dimension, the rates summed over all others.
  mutating func rollups(of report: Report) {
    guard report.input.samples > 0 else { return line(words.noTrials) }
    for (position, name) in report.dimensions.enumerated() {
      let rows = (report.rollups + (report.dimensions.count == 1 ? report.cells : []))
        .filter { cell in
          cell.keys.indices.allSatisfy { $0 == position || cell.keys[$0] == "*" }
        }
      guard !rows.isEmpty else { continue }
      heading(words.by(name))
      rates(rows, keyedBy: position, named: name)
    }
    droppedColumns()
  }

  private mutating func rates(_ cells: [RateCell], keyedBy position: Int, named name: String) {
    let shown = cells.prefix(rowLimit ?? cells.count)
    var table = TextTable(columns: [
      TextTable.Column(head: words.head(of: name), minimum: 10),
      TextTable.Column(head: words.trials, isNumber: true),
      TextTable.Column(head: words.passes, isNumber: true, dropRank: 0),
      TextTable.Column(head: words.failures, isNumber: true, dropRank: 1),
      TextTable.Column(head: words.passRate, isNumber: true),
      TextTable.Column(head: words.interval, isNumber: true),
    ])
    table.rows = shown.map { cell in
      [
        TextTable.Cell(words.key(cell.keys[position], of: name, regionName: cell.regionName)),
        TextTable.Cell(words.count(cell.trials)),
        TextTable.Cell(words.count(cell.passes)),
        TextTable.Cell(words.count(cell.trials - cell.passes)),
        TextTable.Cell(RateText.percent(cell.passes, of: cell.trials)),
        TextTable.Cell(words.range(RateText.percent(cell.lower), RateText.percent(cell.upper))),
      ]
    }
    self.table(table)
    if shown.count < cells.count { line(words.more(cells.count - shown.count), .faint) }
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
