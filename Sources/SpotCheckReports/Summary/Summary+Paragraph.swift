import SpotCheck

extension Summary {
  /// Sentences an office can paste: what the figures rest on, then each indicator in its latest period.
  ///
  /// - Parameters:
  ///   - language: The language of the reader.
  ///   - limit: The indicators told of before the rest is counted.
  /// - Returns: One text a line, plain, true to the figures of the tables.
  func sentences(in language: Language, limit: Int = 12) -> [String] {
    let words = Words(language: language)
    let told = indicators.prefix(limit)
    var sentences = [words.ground(report)]
    for id in told { sentences += self.sentences(of: id, words) }
    if told.count < indicators.count { sentences.append(words.more(indicators.count - told.count)) }
    return sentences
  }

  /// The sentences as one text, a line feed between two of them.
  func paragraph(in language: Language) -> String { sentences(in: language).joined(separator: "\n") }

  private func sentences(of id: String, _ words: Words) -> [String] {
    guard let period = latestPeriod(of: id) else { return [] }
    let rows = attainment.filter { $0.finding.indicator == id && $0.finding.period == period }
    return rows.filter { $0.finding.region == "*" }.map { whole in
      var parts = [words.standing(of: whole, title: title(of: id, in: words.language))]
      let change = report.outlook.comparisons.first {
        $0.kind == .samePeriodLastYear && $0.period == period && $0.subject.indicator == id
          && $0.subject.region == "*"
      }
      parts += [change.map(words.change), words.heading(of: whole)].compactMap { $0 }
      parts += levels(of: rows.filter { $0.hasProgramme(of: whole) }, words)
      if whole.finding.isInterim { parts.append(words.interim(report.provenance.asOf)) }
      let source = Int(period.prefix(4)).flatMap { indicator(id)?.sources[$0] }
      if let source { parts.append(words.targetSource(source)) }
      return parts.joined(separator: words.say("; ", "；")) + words.say(".", "。")
    }
  }

  /// How many regions of each level attain the target, and which call for action.
  private func levels(of rows: [AttainmentRow], _ words: Words) -> [String] {
    let judged = rows.map(\.finding).filter { $0.region != "*" && $0.isAttained != nil }
    var levels: [String] = []
    for finding in judged where !levels.contains(finding.regionLevel) { levels.append(finding.regionLevel) }
    return levels.flatMap { level -> [String] in
      let peers = judged.filter { $0.regionLevel == level }
      let attained = words.attained(
        peers.count { $0.isAttained == true }, of: peers.count, level: level)
      return [attained]
        + Evidence.allCases.filter(\.isShortfall).compactMap { evidence in
          let names = peers.filter { $0.evidence == evidence }
            .map { words.region($0.region, name: $0.regionName) }
          return names.isEmpty ? nil : words.regions(names, evidence: evidence)
        }
    }
  }
}
