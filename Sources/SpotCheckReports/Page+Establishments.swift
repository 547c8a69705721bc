import SpotCheck

extension Page {
  /// Writes what establishments come to: classes, open failures by age, and the worst of them.
  mutating func establishments(_ establishments: Establishments) {
    heading(words.establishments)
    line(words.parts(words.totals(of: establishments)))
    let counts = establishments.classCounts
    let bounds = words.bounds(of: establishments.scale)
    var classes = zip(bounds, counts.inClasses).map { "\($0) \(words.count($1))" }
    if counts.unrated > 0 { classes.append("\(words.unrated) \(words.count(counts.unrated))") }
    line(words.riskClasses + words.parts(classes))
    openFailures(of: establishments)
    worst(of: establishments)
    line(words.establishmentsInFull, .faint)
  }

  private mutating func openFailures(of establishments: Establishments) {
    guard establishments.openFailureCount > 0 else { return line(words.nothingOpen, .met) }
    var ages = [Int](repeating: 0, count: Self.ages.count + 1)
    var undated = 0
    for failure in establishments.openFailures {
      guard let days = failure.daysOpen else {
        undated += 1
        continue
      }
      ages[Self.ages.firstIndex { days <= $0 } ?? Self.ages.count] += 1
    }
    let spans = ages.indices.map { index in
      let first = index == 0 ? 0 : Self.ages[index - 1] + 1
      let last = index < Self.ages.count ? Self.ages[index] : nil
      return "\(words.days(from: first, to: last)) \(words.count(ages[index]))"
    }
    let texts = zip(spans, ages).filter { $1 > 0 }.map(\.0)
    line(
      words.open(establishments.openFailureCount)
        + words.parts(texts + (undated > 0 ? ["\(words.undated) \(words.count(undated))"] : [])), .doubtful)
  }

  private mutating func worst(of establishments: Establishments) {
    let positions = establishments.worst(Self.worstShown)
    guard !positions.isEmpty else { return }
    heading(words.worstEstablishments)
    let least = RateText.percent(establishments.scale.leastCut)
    var table = TextTable(columns: [
      TextTable.Column(head: words.establishment, minimum: 12, kept: .ends),
      TextTable.Column(head: words.region, minimum: 6, dropRank: 1, kept: .ends),
      TextTable.Column(head: words.trials, isNumber: true),
      TextTable.Column(head: words.failures, isNumber: true),
      TextTable.Column(head: words.shrunkenRate, isNumber: true, dropRank: 3),
      TextTable.Column(head: words.chanceBelow(least), isNumber: true),
      TextTable.Column(head: words.riskClass),
      TextTable.Column(head: words.lastFailed, dropRank: 2),
      TextTable.Column(head: words.openHead, isNumber: true),
      TextTable.Column(head: words.daysOpen, isNumber: true, dropRank: 0),
    ])
    table.rows = positions.map { position in
      let establishment = establishments[position]
      let isOpen = establishment.openFailures > 0
      return [
        TextTable.Cell(establishment.name.isEmpty ? establishment.id : establishment.name),
        TextTable.Cell(words.region(establishment.region, name: establishment.regionName)),
        TextTable.Cell(words.count(establishment.trials)),
        TextTable.Cell(words.count(establishment.trials - establishment.passes)),
        TextTable.Cell(RateText.percent(establishment.shrunkenRate)),
        TextTable.Cell(RateText.percent(establishment.probabilityBelow)),
        TextTable.Cell(establishment.riskClass ?? Words.missing),
        TextTable.Cell(establishment.lastFailed?.iso8601 ?? Words.missing),
        TextTable.Cell(words.count(establishment.openFailures), isOpen ? .doubtful : .plain),
        TextTable.Cell(establishment.daysOpen.map(words.count) ?? Words.missing),
      ]
    }
    self.table(table)
    droppedColumns()
  }

  /// The last days of each span of ages but the oldest.
  private static let ages = [30, 90, 180]
  private static let worstShown = 10
}
