import SpotCheck

extension HTMLPage {
  /// Writes where the records went, what was wrong with those rejected, and each file.
  mutating func qualitySection() {
    let input = report.input
    let total = input.total
    element("p", Wording { $0.equation(total) })
    if total.records > 0 {
      let percent = RateText.percent(total.accepted, of: total.records)
      element("p", Wording { $0.share(total.accepted, of: total.records, percent: percent) })
    }
    facts(input)
    rejects(input)
    labels(input)
    conflicts(input)
    files(input)
    warnings()
  }

  private mutating func facts(_ input: Ingested) {
    var facts = [Wording { $0.samples(input.samples, pending: input.pendingSamples) }]
    if input.total.blank > 0 { facts.append(Wording { $0.blank(input.total.blank) }) }
    if !input.duplicatesChecked { facts.append(Wording(\.duplicatesNotChecked)) }
    if input.unwrappedIdentifiers > 0 { facts.append(Wording { $0.unwrapped(input.unwrappedIdentifiers) }) }
    if let first = report.outlook.provisionalFrom {
      facts.append(Wording { $0.provisionalFrom(Period(.month, containing: first).text) })
    }
    list(facts)
  }

  /// Writes a list of texts.
  mutating func list(_ texts: [Wording]) {
    guard !texts.isEmpty else { return }
    nest("ul") { page in
      for text in texts { page.element("li", text.truncated(to: 600)) }
    }
  }

  private mutating func rejects(_ input: Ingested) {
    guard input.total.rejected > 0 else { return }
    element("h3", Wording(\.rejects))
    var table = PageTable(
      id: "rejects", caption: Wording(\.rejects),
      columns: [
        PageTable.Column(Wording { $0.say("Reason", "原因") }),
        PageTable.Column(Wording { $0.say("Records", "记录") }, isNumber: true),
        PageTable.Column(Wording { $0.say("What it means and how to mend it", "含义与处理") }),
        PageTable.Column(Wording { $0.say("First", "首例") }),
      ])
    let reasons = input.total.rejectedBy.filter { $0.value > 0 }.sorted { $0.key < $1.key }
    table.rows = reasons.map { reason, count in
      let first = input.firstRejects.first { $0.reason == reason }
      return [
        PageTable.Cell(reason.rawValue), PageTable.Cell(Wording { $0.count(count) }),
        PageTable.Cell(Wording { reason.message(in: $0.language) }),
        PageTable.Cell(Wording { words in first.map(words.place) ?? Words.missing }),
      ]
    }
    self.table(table)
  }

  private mutating func labels(_ input: Ingested) {
    guard !input.unknownLabels.isEmpty else { return }
    element("h3", Wording(\.unknownLabels))
    let order = input.unknownLabels.indices.sorted { left, right in
      let (a, b) = (input.unknownLabels[left].count, input.unknownLabels[right].count)
      return a == b ? left < right : a > b
    }
    let shown = order.prefix(min(50, limits.rows)).map { input.unknownLabels[$0] }
    var table = PageTable(
      id: "labels", caption: Wording(\.unknownLabels),
      columns: [
        PageTable.Column(Wording { $0.say("Label", "标签") }),
        PageTable.Column(Wording { $0.say("Records", "记录") }, isNumber: true),
      ], hidden: order.count - shown.count)
    table.rows = shown.map { label in
      [PageTable.Cell(Wording { $0.quoted(label.label) }), PageTable.Cell(Wording { $0.count(label.count) })]
    }
    self.table(table)
    element("p", [("class", "note")], Wording(\.labelRemedy))
  }

  private mutating func conflicts(_ input: Ingested) {
    guard input.conflicts > 0 else { return }
    element("h3", Wording(\.conflictsHead))
    let hasFile = source.hasConflictsFile
    element("p", Wording { $0.conflicts(input.conflicts, hasFile: hasFile) })
    let shown = input.conflictingUnits.prefix(min(20, limits.rows))
    var table = PageTable(
      id: "conflicts", caption: Wording(\.conflictsHead),
      columns: [
        PageTable.Column(Wording { $0.say("Record that stands", "所采纳的记录") }),
        PageTable.Column(Wording { $0.say("Byte", "字节") }, isNumber: true),
        PageTable.Column(Wording { $0.say("Result", "结论") }),
        PageTable.Column(Wording { $0.say("Conforming of all versions", "合格/全部版本") }, isNumber: true),
      ], hidden: input.conflictingUnits.count - shown.count)
    table.rows = shown.map { unit in
      [
        PageTable.Cell(unit.file), PageTable.Cell(Wording { $0.count(unit.byteOffset) }),
        PageTable.Cell(
          Wording { unit.isConforming ? $0.say("conforming", "合格") : $0.say("nonconforming", "不合格") }),
        PageTable.Cell("\(unit.conforming)/\(unit.records)"),
      ]
    }
    self.table(table)
  }

  private mutating func files(_ input: Ingested) {
    let shown = input.files.prefix(limits.rows)
    element("h3", Wording(\.filesHead))
    var table = PageTable(
      id: "files", caption: Wording(\.filesHead),
      columns: [
        PageTable.Column(Wording(\.file)), PageTable.Column(Wording { $0.say("Encoding", "编码") }),
        PageTable.Column(Wording { $0.say("Records", "记录") }, isNumber: true),
        PageTable.Column(Wording { $0.say("Accepted", "采纳") }, isNumber: true),
        PageTable.Column(Wording { $0.say("Rejected", "拒收") }, isNumber: true),
        PageTable.Column(Wording { $0.say("Ignored", "忽略") }, isNumber: true),
        PageTable.Column(Wording { $0.say("Duplicates", "重复") }, isNumber: true),
      ], hidden: input.files.count - shown.count, kind: .interactive)
    table.rows = shown.map { file in
      let account = file.accounting
      let counts = [
        account.records, account.accepted, account.rejected, account.ignored, account.duplicates,
      ]
      return [PageTable.Cell(file.path), PageTable.Cell(file.encoding.rawValue)]
        + counts.map { count in PageTable.Cell(Wording { $0.count(count) }) }
    }
    self.table(table)
  }

  private mutating func warnings() {
    guard !report.warnings.isEmpty else { return }
    element("h3", Wording(\.warnings))
    let shown = report.warnings.prefix(min(100, limits.rows))
    list(shown.map { warning in Wording { warning.message(in: $0.language) } })
    if shown.count < report.warnings.count {
      element("p", [("class", "folded")], Wording { $0.more(report.warnings.count - shown.count) })
    }
  }
}
