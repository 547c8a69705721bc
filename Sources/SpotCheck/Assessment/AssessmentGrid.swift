import SpotCheckIngest
import SpotCheckStatistics

/// The regions and categories an indicator is judged at, and the counts of each.
struct AssessmentGrid {
  private let indicator: Indicator
  private let scope: AssessmentScope
  private let strata: AssessmentStrata?
  private let survey: Survey
  private let targets: AssessmentTargets
  /// The whole, then the regions of the assessed levels, ascending by the bytes of their codes.
  private let regions: [Int32]
  /// The regions of the table that the indicator covers, which are judged without data too.
  private let expected: Set<Int32>
  private let tallies: [SurveyTally]
  private let ranges: [Row: Range<Int>]

  private struct Row: Hashable {
    var region: Int32
    var category: Int32
  }

  init(
    indicator: Indicator, scope: AssessmentScope, strata: AssessmentStrata?, levels: [String]?, survey: Survey
  ) {
    self.indicator = indicator
    self.scope = scope
    self.strata = strata
    self.survey = survey
    self.targets = AssessmentTargets(of: indicator, in: survey.regions)
    let levels = levels ?? survey.regions.levels
    let all = survey.regions.regions
    self.regions =
      [0]
      + all.indices.dropFirst().filter { levels.contains(all[$0].level) }.map { Int32($0) }
      .sorted { all[Int($0)].code.utf8.lexicographicallyPrecedes(all[Int($1)].code.utf8) }
    let covered = indicator.scope["region"]?.compactMap { survey.regions.region(named: $0.text) }
    self.expected = Set(
      self.regions.filter { region in
        survey.regions.isListed[Int(region)]
          && covered.map { !Set($0).isDisjoint(with: survey.regions.ancestry(of: region)) } ?? true
      })
    self.tallies = survey.tallies(of: scope, strata: strata)
    var ranges: [Row: Range<Int>] = [:]
    for (index, tally) in tallies.enumerated() {
      let row = Row(region: tally.position.region, category: tally.position.category)
      ranges[row] = (ranges[row]?.lowerBound ?? index)..<(index + 1)
    }
    self.ranges = ranges
  }

  /// The cells of a period, by region and category: those with data, all of the whole, and all regions of
  /// the table.
  func cells(of period: Period, isInterim: Bool) -> [AssessmentCell] {
    regions.flatMap { region in
      scope.categories.indices.compactMap { category -> AssessmentCell? in
        let found = tallies(at: region, category, in: period)
        guard !found.isEmpty || region == 0 || expected.contains(region) else { return nil }
        return cell(at: region, category, in: period, of: found, isInterim: isInterim)
      }
    }
  }

  private func tallies(at region: Int32, _ category: Int, in period: Period) -> ArraySlice<SurveyTally> {
    let row = tallies[ranges[Row(region: region, category: Int32(category))] ?? 0..<0]
    let months = Int32(clamping: period.first.index)...Int32(clamping: period.last.index)
    return row.drop { $0.position.period < months.lowerBound }.prefix {
      $0.position.period <= months.upperBound
    }
  }

  private func cell(
    at region: Int32, _ category: Int, in period: Period, of tallies: ArraySlice<SurveyTally>, isInterim: Bool
  ) -> AssessmentCell {
    let named = survey.regions.regions[Int(region)]
    var finding = Finding(
      indicator: indicator.id, region: named.code, regionLevel: named.level,
      category: scope.categories[category], period: period.text, estimator: Assessment.exactEstimator,
      comparison: indicator.comparison.rawValue, evidence: .noData)
    let target = targets.target(for: survey.regions.ancestry(of: region), year: period.year)
    finding.regionName = named.name
    finding.programme = scope.programme
    finding.isInterim = isInterim
    finding.target = target?.written.value
    finding.targetText = target?.written.description
    finding.responsible = indicator.responsible

    let key = category == 0 ? nil : scope.keys[category - 1]
    let members = strata?.members(category: key, region: region, in: survey.regions) ?? []
    let looks = Self.looks(tallies, members: members)
    return AssessmentCell(
      finding: finding, depth: min(category, 1), target: target,
      looks: isInterim ? looks : looks.suffix(1), weights: members.compactMap { strata?.weights[$0] },
      minimumCovered: indicator.weights?.minimumCovered, months: period.months)
  }

  /// The counts as they stood at the end of each month with data; those outside the strata are left out.
  private static func looks(_ tallies: ArraySlice<SurveyTally>, members: [Int]) -> [AssessmentCell.Look] {
    var place: [Int32: Int] = [:]
    for (index, member) in members.enumerated() { place[Int32(member + 1)] = index }
    let none = [Int](repeating: 0, count: max(1, members.count))
    var look = AssessmentCell.Look(trials: none, passes: none)
    var looks: [AssessmentCell.Look] = []
    var month: Int32?
    for tally in tallies {
      guard let stratum = members.isEmpty ? 0 : place[tally.position.other] else { continue }
      if let month, month != tally.position.period { looks.append(look) }
      month = tally.position.period
      look.trials[stratum] += tally.trials
      look.passes[stratum] += tally.passes
    }
    if month != nil { looks.append(look) }
    return looks
  }
}
