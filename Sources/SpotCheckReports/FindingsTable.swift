import SpotCheck

extension Page {
  /// Writes the findings: per indicator and period a table of regions, the whole first, then the categories
  /// below that fall short.
  mutating func findings(of report: Report, plan: Plan?, likelyByChance: Double?) {
    let level = 1 - (plan?.assessment ?? AssessmentRule()).alpha
    heading(words.findings)
    line(words.tally(FindingGroup.evidenceCounts(of: report.findings, except: [])))
    let likely = report.findings.count { $0.evidence == .likelyShortfall }
    if let likelyByChance, likely > 0 { line(words.byChance(likelyByChance, of: likely)) }
    for group in FindingGroup.groups(of: report.findings) {
      let indicator = plan?.indicators.first { $0.id == group.indicator }
      heading(heading(of: group, indicator: indicator, asOf: report.provenance.asOf))
      if !group.responsible.isEmpty { line(words.responsible(group.responsible)) }
      let heads = Heads(measure: indicator?.measure ?? .passRate, level: level)
      table(of: group.own, heads, isByCategory: false)
      if !group.below.isEmpty { line(words.categoriesBelow, .heading) }
      table(of: group.below, heads, isByCategory: true)
    }
    droppedColumns()
    if report.findings.contains(where: { $0.evidence.isProven && $0.boundLevel != level }) {
      line(words.adjustedBounds, .faint)
    }
  }

  /// What the heads of a table depend on.
  private struct Heads {
    /// What is measured.
    var measure: Indicator.Measure
    /// The level of bounds outside families.
    var level: Double
  }

  private func heading(of group: FindingGroup, indicator: Indicator?, asOf: CalendarDate?) -> String {
    var parts = [indicator?.title(in: words.language) ?? group.indicator, words.period(group.period)]
    if let programme = group.programme { parts.append(programme) }
    if group.isInterim { parts.append(words.interim(asOf)) }
    let year = Int(group.period.prefix(4))
    if let source = year.flatMap({ indicator?.sources[$0] }) { parts.append(words.targetSource(source)) }
    return words.parts(parts)
  }

  /// A verdict, short where there is little room, so that it is never cut.
  private func verdict(_ evidence: Evidence) -> String {
    let isNarrow = width.map { $0 < Self.roomForVerdicts } ?? false
    return isNarrow ? evidence.shortWords(in: words.language) : evidence.words(in: words.language)
  }

  /// The columns of a terminal from which on verdicts are written out.
  private static let roomForVerdicts = 100

  private mutating func table(of findings: [Finding], _ heads: Heads, isByCategory: Bool) {
    guard !findings.isEmpty else { return }
    let shown = FindingGroup.shown(findings, limit: rowLimit, onlyShortfalls: isByCategory)
    if !shown.isEmpty {
      let hasProgrammes = Set(findings.map(\.programme)).count > 1
      var table = TextTable(
        columns: columns(heads, isByCategory: isByCategory, hasProgrammes: hasProgrammes))
      table.rows = shown.map {
        row($0, measure: heads.measure, isByCategory: isByCategory, hasProgrammes: hasProgrammes)
      }
      self.table(table)
    }
    let rest = FindingGroup.evidenceCounts(of: findings, except: shown)
    if shown.count < findings.count {
      line(words.folded(findings.count - shown.count, counts: rest), .faint)
    }
  }

  private func columns(
    _ heads: Heads, isByCategory: Bool, hasProgrammes: Bool
  ) -> [TextTable.Column] {
    var columns = [TextTable.Column(head: words.region, minimum: 8, kept: .ends)]
    if isByCategory {
      let minimum = width.map { $0 < 80 ? 10 : 16 }
      columns.append(TextTable.Column(head: words.category, minimum: minimum, kept: .ends))
    }
    if hasProgrammes { columns.append(TextTable.Column(head: words.programme, minimum: 8)) }
    return columns + [
      TextTable.Column(head: words.trials, isNumber: true),
      TextTable.Column(head: words.passes, isNumber: true, dropRank: 1),
      TextTable.Column(head: words.failures, isNumber: true, dropRank: 4),
      TextTable.Column(head: words.rate(of: heads.measure), isNumber: true),
      TextTable.Column(head: words.bound(of: heads.measure, level: heads.level), isNumber: true, dropRank: 5),
      TextTable.Column(head: words.target(of: heads.measure), isNumber: true, dropRank: 6),
      TextTable.Column(head: words.attained, dropRank: 2),
      TextTable.Column(head: words.shortfall(of: heads.measure), isNumber: true, dropRank: 3),
      TextTable.Column(head: words.evidence),
      TextTable.Column(head: words.responsible, minimum: 8, dropRank: 0),
    ]
  }

  private func row(
    _ finding: Finding, measure: Indicator.Measure, isByCategory: Bool, hasProgrammes: Bool
  ) -> [TextTable.Cell] {
    let role = finding.evidence.role
    let rate = RateText(finding, measure: measure)
    var row = [TextTable.Cell(words.region(finding.region, name: finding.regionName))]
    if isByCategory { row.append(TextTable.Cell(finding.category)) }
    if hasProgrammes { row.append(TextTable.Cell(finding.programme ?? Words.missing)) }
    return row + [
      TextTable.Cell(words.count(finding.trials)),
      TextTable.Cell(words.count(finding.passes)),
      TextTable.Cell(words.count(finding.trials - finding.passes)),
      TextTable.Cell(rate.rate),
      TextTable.Cell(rate.bound),
      TextTable.Cell(rate.target),
      TextTable.Cell(words.attained(finding.isAttained), role),
      TextTable.Cell(rate.shortfall),
      TextTable.Cell(verdict(finding.evidence), role),
      TextTable.Cell(words.list(finding.responsible)),
    ]
  }
}

extension Words {
  /// A region for people: its name where known, the whole in words.
  func region(_ region: String, name: String?) -> String {
    region == "*" ? whole : RegionShortName.of(name ?? region)
  }
}

extension Evidence {
  /// The colour of a verdict.
  var role: Style.Role {
    switch self {
    case .certainShortfall, .provenShortfall: .shortfall
    case .likelyShortfall: .doubtful
    case .provenMet, .certainMet: .met
    case .inconclusiveBelow, .inconclusiveMet, .tooFew: .plain
    case .noTarget, .noData: .faint
    }
  }

  /// Whether the verdict rests on an adjusted p-value.
  var isProven: Bool { self == .provenShortfall || self == .provenMet }

  /// Whether the verdict calls for action.
  var isShortfall: Bool {
    self == .certainShortfall || self == .provenShortfall || self == .likelyShortfall
  }
}
