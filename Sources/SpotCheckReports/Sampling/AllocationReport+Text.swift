public import SpotCheck

extension AllocationReport {
  /// The text for people, each line ended by a line feed.
  ///
  /// - Parameters:
  ///   - language: The language of the reader.
  ///   - width: The columns of the terminal; `nil` cuts nothing.
  ///   - rowLimit: Strata before the rest is folded; `nil` folds nothing.
  ///   - style: Whether text is coloured.
  /// - Returns: The text.
  public func text(
    language: Language, width: Int?, rowLimit: Int? = nil, style: Style = Style(isColored: false)
  ) -> String {
    var page = Page(words: Words(language: language), width: width, rowLimit: rowLimit, style: style)
    page.allocation(allocation, rows: rows)
    return page.text
  }
}

extension Page {
  fileprivate mutating func allocation(
    _ allocation: SamplingAllocation, rows: [(stratum: SamplingStratum, row: SamplingPurchase.Row)]
  ) {
    let purchase = allocation.purchase
    let hasCosts = rows.contains { $0.stratum.unitCost != 1 }
    heading(words.allocation(of: purchase.units, among: rows.count, by: allocation.rule))
    let shown = rows.prefix(rowLimit ?? rows.count)
    table(strata(shown, isFrameKnown: allocation.strata.isFrameKnown, hasCosts: hasCosts))
    if shown.count < rows.count { line(words.foldedStrata(rows.count - shown.count), .faint) }
    droppedColumns()

    heading(words.inSum)
    line(words.precision(of: purchase, confidence: allocation.confidence))
    if hasCosts { line(words.cost(purchase.cost)) }
    if purchase.shortfalls > 0 { line(words.proofs(of: purchase, alpha: allocation.alpha)) }

    if !allocation.cuts.isEmpty {
      heading(words.withLess)
      table(cuts(of: allocation, hasCosts: hasCosts))
    }

    heading(words.restsUpon)
    for note in words.notes(of: allocation.strata) { line(note, bullet: "· ") }
  }

  private func strata(
    _ rows: some Sequence<(stratum: SamplingStratum, row: SamplingPurchase.Row)>, isFrameKnown: Bool,
    hasCosts: Bool
  ) -> TextTable {
    var table = TextTable(columns: [
      .init(head: words.region, minimum: 6, kept: .beginning),
      .init(head: words.category, minimum: 10, kept: .end),
      .init(head: isFrameKnown ? words.unitsThere : words.unitsJudged, isNumber: true, dropRank: 1),
      .init(head: words.plannedRate, isNumber: true),
      .init(head: words.target(of: .passRate), isNumber: true, dropRank: 3),
      .init(head: ["S"], isNumber: true, dropRank: 0),
      .init(head: ["n"], isNumber: true),
    ])
    if hasCosts { table.columns.append(.init(head: words.money, isNumber: true, dropRank: 2)) }
    table.columns += [
      .init(head: words.margin, isNumber: true), .init(head: words.power, isNumber: true),
    ]
    table.rows = rows.map { stratum, row in
      let region = stratum.region == "*" ? words.whole : stratum.regionText
      let category = stratum.category.text == "*" ? words.whole : stratum.category.text
      var cells: [TextTable.Cell] = [
        .init(region), .init(category), .init(words.count(stratum.size)),
        .init(RateText.percent(stratum.rate), stratum.fallsShort ? .shortfall : .plain),
        .init(stratum.target.map { RateText.percent($0) } ?? Words.missing),
        .init(words.decimal(stratum.deviation, places: 3)), .init(words.count(row.units), .heading),
      ]
      if hasCosts { cells.append(.init(words.money(row.cost))) }
      return cells + [.init(RateText.percent(row.margin)), .init(RateText.percent(row.power))]
    }
    return table
  }

  private func cuts(of allocation: SamplingAllocation, hasCosts: Bool) -> TextTable {
    var table = TextTable(columns: [
      .init(head: words.cut), .init(head: ["n"], isNumber: true),
      .init(head: words.money, isNumber: true), .init(head: words.margin, isNumber: true),
      .init(head: words.expectedProofs, isNumber: true),
    ])
    let all: [(share: Double, purchase: SamplingPurchase?)] =
      [(0, allocation.purchase)] + allocation.cuts.map { ($0.share, $0.purchase) }
    table.rows = all.map { share, purchase in
      let label = share == 0 ? words.asPlanned : "−" + words.shortPercent(share) + " %"
      guard let purchase else {
        return [.init(label)] + (0..<3).map { _ in .init(Words.missing) } + [.init(words.belowMinima)]
      }
      return [
        .init(label), .init(words.count(purchase.units)), .init(words.money(purchase.cost)),
        .init(RateText.percent(purchase.margin)), .init(words.proofs(purchase)),
      ]
    }
    if !hasCosts {
      table.columns.remove(at: 2)
      for index in table.rows.indices { table.rows[index].remove(at: 2) }
    }
    return table
  }
}
