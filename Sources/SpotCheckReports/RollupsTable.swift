import SpotCheck

extension Page {
  /// Writes, for each dimension, the rates summed over the others: by year where there are periods, and by
  /// programme, since programmes are never pooled.
  mutating func rollups(of report: Report) {
    guard report.input.samples > 0 else { return line(words.noTrials) }
    let apart = report.establishments == nil ? nil : Establishments.dimension
    for rates in DimensionRates.tables(of: report, except: apart) {
      heading(words.by(rates.name))
      self.rates(rates.cells, keyedBy: rates.keys, names: report.dimensions)
    }
    droppedColumns()
  }

  private mutating func rates(_ cells: [RateCell], keyedBy positions: [Int], names: [String]) {
    let shown = cells.prefix(rowLimit ?? cells.count)
    var table = TextTable(
      columns: positions.map { TextTable.Column(head: words.head(of: names[$0]), minimum: 8, kept: .ends) })
    table.columns += [
      TextTable.Column(head: words.trials, isNumber: true),
      TextTable.Column(head: words.passes, isNumber: true, dropRank: 0),
      TextTable.Column(head: words.failures, isNumber: true, dropRank: 1),
      TextTable.Column(head: words.passRate, isNumber: true),
      TextTable.Column(head: words.interval, isNumber: true),
    ]
    table.rows = shown.map { cell in
      positions.map {
        TextTable.Cell(words.key(cell.keys[$0], of: names[$0], regionName: cell.regionName))
      } + figures(of: cell)
    }
    self.table(table)
    if shown.count < cells.count { line(words.more(cells.count - shown.count), .faint) }
  }

  private func figures(of cell: RateCell) -> [TextTable.Cell] {
    [
      words.count(cell.trials), words.count(cell.passes), words.count(cell.trials - cell.passes),
      RateText.percent(cell.passes, of: cell.trials),
      words.span(RateText.percent(cell.lower), RateText.percent(cell.upper)),
    ].map { TextTable.Cell($0) }
  }
}

/// The rates of one dimension, summed over the others.
struct DimensionRates {
  /// The dimension.
  var name: String
  /// Its position among the report's dimensions.
  var position: Int
  /// The positions of the keys that tell its rows apart.
  var keys: [Int]
  /// The rows.
  var cells: [RateCell]

  /// For each dimension its rates, by year where there are periods, and by programme, since programmes are
  /// never pooled; none for the dimension `excluded`.
  static func tables(of report: Report, except excluded: String? = nil) -> [DimensionRates] {
    let names = report.dimensions
    let cells = report.rollups + report.cells
    return names.enumerated().compactMap { position, name in
      guard name != excluded else { return nil }
      let apart = names.indices.filter {
        $0 != position && (names[$0] == "programme" || names[$0] == "period")
      }
      let rows = cells.filter { cell in
        names.indices.allSatisfy { other in
          other == position || cell.keys[other] == "*" || names[other] == "programme"
            || (names[other] == "period" && cell.keys[other].utf8.count == 4)
        }
      }
      return rows.isEmpty
        ? nil : DimensionRates(name: name, position: position, keys: [position] + apart, cells: rows)
    }
  }
}

extension Words {
  /// The head of a dimension's column.
  func head(of dimension: String) -> [String] {
    switch dimension {
    case "region": region
    case "category": category
    case "programme": programme
    case "period": [say("Period", "时段")]
    default: [dimension]
    }
  }

  /// A key for people.
  func key(_ key: String, of dimension: String, regionName: String?) -> String {
    switch dimension {
    case _ where key == "*": whole
    case "region": region(key, name: regionName)
    case "period": period(key)
    default: key.isEmpty ? Self.missing : key
    }
  }
}
