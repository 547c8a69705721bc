import SpotCheck

extension HTMLPage {
  /// Writes, without a plan, the rates of each dimension summed over the others.
  mutating func rateSection() {
    guard report.input.samples > 0 else { return element("p", Wording(\.noTrials)) }
    for rollup in DimensionRates.tables(of: report) {
      let shown = rollup.cells.prefix(limits.rows)
      element("h3", Wording { $0.by(rollup.name) })
      var table = PageTable(
        id: "rates-\(rollup.position)", caption: Wording { $0.by(rollup.name) },
        columns: rollup.keys.map { position in
          PageTable.Column(Wording { $0.head(of: report.dimensions[position]).joined() })
        } + [
          PageTable.Column(Wording(\.trialsHead), isNumber: true),
          PageTable.Column(Wording(\.passesHead), isNumber: true),
          PageTable.Column(Wording { $0.failures.joined() }, isNumber: true),
          PageTable.Column(Wording(\.passRateHead), isNumber: true),
          PageTable.Column(Wording { $0.interval.joined() }, isNumber: true),
        ], hidden: rollup.cells.count - shown.count, kind: .interactive)
      table.rows = shown.map { cell in
        rollup.keys.map { position in
          PageTable.Cell(
            Wording {
              $0.key(cell.keys[position], of: report.dimensions[position], regionName: cell.regionName)
            })
        } + [
          PageTable.Cell(Wording { $0.count(cell.trials) }),
          PageTable.Cell(Wording { $0.count(cell.passes) }),
          PageTable.Cell(Wording { $0.count(cell.trials - cell.passes) }),
          PageTable.Cell(RateText.percent(cell.passes, of: cell.trials)),
          PageTable.Cell(Wording { $0.span(RateText.percent(cell.lower), RateText.percent(cell.upper)) }),
        ]
      }
      self.table(table)
    }
  }
}
