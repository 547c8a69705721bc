import SpotCheck

extension WorkbookPages {
  /// What changed since an earlier report, where one was given.
  func changes() throws(SpotCheckError) {
    guard let changes = report.changes else { return }
    let table = try sheet(words.changesSheet)
    try table.begin(
      zip(
        ["indicator", "region", "region_name", "category", "programme", "period"],
        [24.0, 10, 16, 20, 12, 10]
      ).map { WorkbookColumn(words.field($0), width: $1) }
        + words.beforeAndNow.map { WorkbookColumn($0, width: 22) })
    for column in [6, 7] { table.mark(column: column, verdicts) }
    for change in changes.verdicts {
      try table.append(
        subject(change.subject) + [
          .text(change.programme), .text(change.period),
          .text(change.before.evidence.words(in: words.language)),
          .text(change.now.evidence.words(in: words.language)), .count(change.before.trials),
          .count(change.now.trials), .rate(change.before.passRate), .rate(change.now.passRate),
        ])
    }
    for change in changes.months {
      try table.append(
        subject(change.subject) + [
          .text(nil), .text(Period(.month, containing: change.month).text), .text(nil), .text(nil),
          .count(change.trialsBefore), .count(change.trials), .rate(change.passRateBefore),
          .rate(change.passRate),
        ])
    }
    table.end()
    table.skip()
    for line in words.changes(changes) { try table.line(line) }
  }

  private func subject(_ subject: OutlookSubject) -> [WorkbookCell] {
    [
      .text(title(of: subject.indicator)), .text(name(of: subject.region)), .text(subject.regionName),
      .text(name(of: subject.category)),
    ]
  }
}
