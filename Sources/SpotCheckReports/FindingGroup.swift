import SpotCheck

/// The findings of one indicator and period.
struct FindingGroup {
  /// The indicator's identifier.
  var indicator: String
  /// The period.
  var period: String
  /// Findings of the indicator's own category.
  var own: [Finding] = []
  /// Findings of the categories below it.
  var below: [Finding] = []

  /// Whether the period is still open.
  var isInterim: Bool { own.contains { $0.isInterim } }

  /// The programme, where there is one only.
  var programme: String? {
    let programmes = Set((own + below).map(\.programme))
    return programmes.count == 1 ? programmes.first ?? nil : nil
  }

  /// The departments responsible.
  var responsible: [String] { own.first?.responsible ?? [] }

  /// The groups in the order of the findings; the first finding of a group has the indicator's own category.
  static func groups(of findings: [Finding]) -> [FindingGroup] {
    var groups: [FindingGroup] = []
    for finding in findings {
      if groups.last?.indicator != finding.indicator || groups.last?.period != finding.period {
        groups.append(FindingGroup(indicator: finding.indicator, period: finding.period))
      }
      let last = groups.count - 1
      if let first = groups[last].own.first, first.category != finding.category {
        groups[last].below.append(finding)
      } else {
        groups[last].own.append(finding)
      }
    }
    return groups
  }

  /// The findings that a table of at most `limit` rows shows: all where they fit, else the whole, the
  /// provinces and prefectures and every shortfall, else the whole and the first shortfalls.
  static func shown(_ findings: [Finding], limit: Int?, onlyShortfalls: Bool) -> [Finding] {
    guard let limit else { return findings }
    if !onlyShortfalls {
      guard findings.count > limit else { return findings }
      let major = findings.filter { $0.isMajor || $0.evidence.isShortfall }
      guard major.count > limit else { return major }
    }
    let short = findings.filter { $0.evidence.isShortfall || ($0.region == "*" && !onlyShortfalls) }
    return Array(short.prefix(limit))
  }

  /// How many findings not shown bear each evidence, the gravest first.
  static func evidenceCounts(of findings: [Finding], except shown: [Finding]) -> [(Evidence, Int)] {
    Evidence.allCases.compactMap { evidence in
      let hidden =
        findings.count { $0.evidence == evidence } - shown.count { $0.evidence == evidence }
      return hidden > 0 ? (evidence, hidden) : nil
    }
  }
}

extension Finding {
  /// Whether the region stands high enough to be shown in any table.
  fileprivate var isMajor: Bool {
    region == "*" || regionLevel == "province" || regionLevel == "prefecture"
  }
}
