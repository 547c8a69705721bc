import SpotCheck

extension WorkbookPages {
  /// Every cell.
  func cells() throws(SpotCheckError) {
    let table = try sheet(words.cellsSheet)
    var columns: [WorkbookColumn] = []
    for name in report.dimensions {
      columns.append(WorkbookColumn(words.field(name), width: name == "category" ? 24 : 11))
      if name == "region" { columns.append(WorkbookColumn(words.field("region_name"), width: 16)) }
    }
    try table.begin(
      columns + ["trials", "passes", "pass_rate", "lower", "upper"].map { WorkbookColumn(words.field($0)) })
    for cell in report.cells {
      var row: [WorkbookCell] = []
      for (name, key) in zip(report.dimensions, cell.keys) {
        row.append(.text(key))
        if name == "region" { row.append(.text(cell.regionName)) }
      }
      try table.append(
        row + [
          .count(cell.trials), .count(cell.passes), .rate(cell.passRate), .rate(cell.lower),
          .rate(cell.upper),
        ])
    }
    table.end()
  }
}
