import SpotCheck

extension Page {
  /// Writes where the records of all inputs went.
  mutating func accounting(
    of input: Ingested, asOf date: CalendarDate?, hasConflictsFile: Bool = false
  ) {
    let total = input.total
    line(words.equation(total))
    var facts = [words.files(input.files.count)]
    if total.records > 0 {
      let percent = RateText.percent(total.accepted, of: total.records)
      facts.append(words.share(total.accepted, of: total.records, percent: percent))
    }
    if total.blank > 0 { facts.append(words.blank(total.blank)) }
    if !input.duplicatesChecked { facts.append(words.duplicatesNotChecked) }
    facts.append(words.samples(input.samples, pending: input.pendingSamples))
    if let date { facts.append(words.asOf(date)) }
    line(words.parts(facts))
    if input.conflicts > 0 { line(words.conflicts(input.conflicts, hasFile: hasConflictsFile), .doubtful) }
    if input.unwrappedIdentifiers > 0 { line(words.unwrapped(input.unwrappedIdentifiers)) }
  }

  /// Writes what went wrong with records and labels, and how to mend it.
  mutating func troubles(of input: Ingested) {
    rejects(of: input)
    unknownLabels(input.unknownLabels)
  }

  private mutating func rejects(of input: Ingested) {
    let total = input.total
    guard total.rejected > 0 else { return }
    heading(words.rejects + words.remark("\(words.count(total.rejected))/\(words.count(total.records))"))
    for (reason, count) in total.rejectedBy.sorted(by: { $0.key < $1.key }) where count > 0 {
      line("\(reason.rawValue)  \(words.count(count))  \(reason.message(in: words.language))")
      for reject in input.firstRejects.filter({ $0.reason == reason }).prefix(3) {
        line(words.place(of: reject), bullet: "  ")
      }
    }
    line(words.rejectsRemedy, .faint)
  }

  private mutating func unknownLabels(_ labels: [Ingested.LabelCount]) {
    guard let first = labels.first else { return }
    heading(words.unknownLabels)
    let shown = labels.sorted { $0.count > $1.count }.prefix(rowLimit ?? labels.count)
    for label in shown { line("\(words.quoted(label.label))  \(words.count(label.count))", bullet: "  ") }
    if shown.count < labels.count { line(words.more(labels.count - shown.count), .faint) }
    line(words.labelRemedy, .faint)
    let example = "[\"\(shown.first?.label ?? first.label)\"]"
    for list in ["pass", "fail", "ignore"] { line("\(list): \(example)", .faint, bullet: "  ") }
  }

  /// Writes which items failed, the most frequent first, each with its share of all failing items.
  mutating func failingItems(_ items: [ItemTally]) {
    let failing = items.failing
    guard !failing.isEmpty else { return }
    let all = failing.reduce(0) { $0 + $1.nonconforming }
    let tested = items.reduce(0) { $0 + $1.tested }
    heading(words.failingItems + words.remark("\(words.count(all))/\(words.count(tested))"))
    for item in failing.prefix(Self.itemsShown) {
      let name = item.name.isEmpty ? Words.missing : item.name
      let share = words.shareOfFailing(RateText.percent(item.nonconforming, of: all))
      line("\(name)  \(words.count(item.nonconforming))/\(words.count(item.tested))  \(share)", bullet: "  ")
    }
    if failing.count > Self.itemsShown { line(words.more(failing.count - Self.itemsShown), .faint) }
  }

  private static let itemsShown = 10

  /// Writes what the reader should know but which stops nothing.
  mutating func warnings(_ warnings: [Warning]) {
    guard !warnings.isEmpty else { return }
    heading(words.warnings)
    for warning in warnings.prefix(rowLimit ?? warnings.count) {
      line(warning.message(in: words.language), .doubtful, bullet: "- ")
    }
    if let limit = rowLimit, warnings.count > limit {
      line(words.more(warnings.count - limit), .faint)
    }
  }
}

extension [ItemTally] {
  /// The items of which some do not conform, the most frequent first; of equals in their order.
  var failing: [ItemTally] {
    filter { $0.nonconforming > 0 }.enumerated()
      .sorted { ($1.element.nonconforming, $0.offset) < ($0.element.nonconforming, $1.offset) }
      .map(\.element)
  }
}
