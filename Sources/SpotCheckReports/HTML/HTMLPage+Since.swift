import SpotCheck

extension HTMLPage {
  /// Writes what changed since an earlier report: the numbers of changes, and the verdicts.
  mutating func sinceSection(_ changes: Changes) {
    element("p", Wording { $0.changed(since: changes.asOf) })
    for number in Words(language: .english).changes(changes).indices {
      element("p", Wording { $0.changes(changes)[number] })
    }
    guard !changes.verdicts.isEmpty else { return }
    let shown = changes.verdicts.prefix(limits.rows)
    var table = PageTable(
      id: "changed-verdicts", caption: Wording(\.verdictsChanged),
      columns: [
        PageTable.Column(Wording(\.regionHead)), PageTable.Column(Wording(\.indicator)),
        PageTable.Column(Wording { $0.category.joined() }), PageTable.Column(Wording(\.periodHead)),
        PageTable.Column(Wording { $0.before.joined() }), PageTable.Column(Wording { $0.now.joined() }),
      ], hidden: changes.verdicts.count - shown.count, kind: .interactive)
    table.rows = shown.map(row)
    self.table(table)
  }

  private func row(_ change: Changes.VerdictChange) -> [PageTable.Cell] {
    let isPlain = change.before.evidence != change.now.evidence
    return [
      PageTable.Cell(Wording { $0.region(change.subject.region, name: change.subject.regionName) }),
      PageTable.Cell(Wording { summary.title(of: change.subject.indicator, in: $0.language) }),
      PageTable.Cell(Wording { change.subject.category + (change.programme.map($0.remark) ?? "") }),
      PageTable.Cell(Wording { $0.period(change.period) }),
      PageTable.Cell(Wording { $0.standing(change.before, isPlain: isPlain) }),
      PageTable.Cell(Wording { $0.standing(change.now, isPlain: isPlain) }),
    ]
  }
}
