public import SpotCheck

extension AcceptanceReport {
  /// The report for people: the plan, its risks and limits, and a table of its curves.
  ///
  /// - Parameters:
  ///   - language: The language spoken.
  ///   - width: The columns of the terminal; `nil` leaves nothing out.
  ///   - style: Whether colours are used.
  /// - Returns: Lines of text, each ended.
  public func text(language: Language, width: Int?, style: Style) -> String {
    let words = Words(language: language)
    var lines = [words.planTitle(plan), words.samplingModel(model, lotSize: lotSize), ""]
    if let producer { lines.append(words.producerRisk(producer)) }
    if let consumer { lines.append(words.consumerRisk(consumer)) }
    lines += [0.95, 0.5, 0.1].map { chance in
      words.accepted(with: chance, quality(plan.quality(acceptedWith: chance, in: model)))
    }
    let worst = plan.outgoingQualityLimit(in: model, lotSize: lotSize)
    lines.append(words.outgoingQualityLimit(share(worst.limit), at: quality(worst.at)))
    lines.append("")
    let table = table(words).rendered(within: width, style: style)
    lines += table.lines
    return lines.joined(separator: "\n") + "\n"
  }

  private func table(_ words: Words) -> TextTable {
    var columns = [
      words.fractionHead(model), words.acceptanceHead, words.sampleNumberHead, words.outgoingHead,
    ]
    if lotSize != nil { columns.append(words.totalInspectionHead) }
    var table = TextTable(columns: columns.map { TextTable.Column(head: $0, isNumber: true) })
    table.rows = roundQualities(about: 15).map(row).map { row in
      var cells = [
        quality(row.lot), RateText.percent(row.acceptance), words.items(row.averageSampleNumber),
        share(row.averageOutgoingQuality),
      ]
      if let items = row.averageTotalInspection { cells.append(words.items(items)) }
      return cells.map { TextTable.Cell($0) }
    }
    return table
  }

  private func quality(_ lot: LotQuality) -> String { share(lot.fraction) }

  /// A small fraction as a percentage: with as many decimals as the greatest of them leaves two digits of.
  private func share(_ fraction: Double) -> String {
    var decimals = 2
    var end = end
    while end < 0.02, decimals < 8 { (decimals, end) = (decimals + 1, end * 10) }
    return Rounding.percentText(fraction, decimals: decimals)
  }
}
