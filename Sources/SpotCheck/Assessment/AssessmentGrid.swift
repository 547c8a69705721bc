import SpotCheckIngest
import SpotCheckStatistics

/// The regions and categories an indicator is judged at, and the counts of each.
struct AssessmentGrid {
  private let indicator: Indicator
  private let scope: AssessmentScope
  private let strata: AssessmentStrata?
  private let survey: Survey
  private let targets: AssessmentTargets
  private let populations: AssessmentFigures?
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
    self.populations = indicator.population.map { AssessmentFigures($0, in: survey.regions) }
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
    let baseline = baseline(of: period)
    return regions.flatMap { region in
      scope.categories.indices.compactMap { category -> AssessmentCell? in
        let found = tallies(at: region, category, in: period.indices(yearsBefore: 0))
        guard !found.isEmpty || region == 0 || expected.contains(region) else { return nil }
        return cell(
          at: region, category, in: period, of: found, isInterim: isInterim, baseline: baseline)
      }
    }
  }

  /// The regions that the indicator's files name and neither the data nor the region table has.
  var unknownRegions: [String] {
    (populations?.unknownRegions ?? []) + (strata?.unknownRegions ?? [])
  }

  private func tallies(
    at region: Int32, _ category: Int, in months: ClosedRange<Int>
  ) -> ArraySlice<SurveyTally> {
    let row = tallies[ranges[Row(region: region, category: Int32(category))] ?? 0..<0]
    let months = Int32(clamping: months.lowerBound)...Int32(clamping: months.upperBound)
    return row.drop { $0.position.period < months.lowerBound }.prefix {
      $0.position.period <= months.upperBound
    }
  }

  private func cell(
    at region: Int32, _ category: Int, in period: Period, of tallies: ArraySlice<SurveyTally>,
    isInterim: Bool, baseline: Baseline?
  ) -> AssessmentCell {
    let key = category == 0 ? nil : scope.keys[category - 1]
    let division = strata?.division(category: key, region: region, year: period.year) ?? .one
    var now = Array(tallies)
    var before: [SurveyTally] = []
    if let baseline {
      now.removeAll { !baseline.months.contains(Int($0.position.period)) }
      before = self.tallies(at: region, category, in: period.indices(yearsBefore: 1))
        .filter { baseline.months.contains(Int($0.position.period) + 12) }
    }
    let looks = Looks(now, before: before, division: division)
    var cell = AssessmentCell(
      finding: finding(at: region, category, in: period, isInterim: isInterim), depth: min(category, 1),
      target: targets.target(for: survey.regions.ancestry(of: region), year: period.year),
      looks: isInterim ? looks.looks : looks.looks.suffix(1), weights: looks.weights,
      population: period.unit == .year ? population(at: region, category, year: period.year) : nil,
      minimumCovered: indicator.weights?.minimumCovered, months: period.months)
    cell.places = looks.places
    cell.finding.target = cell.target?.written.value
    cell.finding.targetText = cell.target?.written.description
    cell.finding.baselinePeriod = baseline?.text
    if case .unknown = division { cell.finding.weightCovered = 0 }
    if indicator.comparison == .rising { cell.stratumNames = looks.numbers.map(name) }
    cell.estimator = estimator(of: cell)
    return cell
  }

  private func finding(at region: Int32, _ category: Int, in period: Period, isInterim: Bool) -> Finding {
    let named = survey.regions.regions[Int(region)]
    var finding = Finding(
      indicator: indicator.id, region: named.code, regionLevel: named.level,
      category: scope.categories[category], period: period.text,
      estimator: Estimator.exactBinomial.rawValue, comparison: indicator.comparison.rawValue,
      evidence: .noData)
    finding.regionName = named.name
    finding.programme = scope.programme
    finding.isInterim = isInterim
    finding.responsible = indicator.responsible
    return finding
  }

  /// How the indicator asks for the cell to be judged.
  private func estimator(of cell: AssessmentCell) -> Estimator {
    if indicator.comparison == .rising { return .stratifiedExact }
    if indicator.clusters != nil { return .clusteredBeta }
    if cell.population != nil { return .exactHypergeometric }
    return cell.weights.isEmpty ? .exactBinomial : .weightedGamma
  }

  /// The population, by the category's own name where it has one.
  private func population(at region: Int32, _ category: Int, year: Int) -> Int? {
    let own = indicator.scope["category"] ?? []
    let keys =
      category == 0 ? (own.count == 1 ? [own.first, nil] : [nil]) : [scope.keys[category - 1]]
    return keys.lazy.compactMap { populations?.value(at: .init(region: region, category: $0), year: year) }
      .first?.digits
  }

  private func name(of number: Int32) -> (region: String, category: String) {
    guard let cell = strata?.finest?.cells[Int(number) - 1] else { return ("*", "*") }
    return (survey.regions.regions[Int(cell.region)].code, survey.categories.text(of: cell.category))
  }

  // MARK: The year before

  /// The months that a period is compared in.
  private struct Baseline {
    /// The months of the period that the year before has data of too.
    var months: Set<Int>
    /// The months of the year before, as ``Finding/baselinePeriod`` has them.
    var text: String
  }

  /// The months that both years have data of; `nil` where years are not compared or share none.
  private func baseline(of period: Period) -> Baseline? {
    guard indicator.comparison == .rising else { return nil }
    func months(_ yearsBefore: Int) -> Set<Int> {
      Set(
        tallies(at: 0, 0, in: period.indices(yearsBefore: yearsBefore))
          .map { Int($0.position.period) + 12 * yearsBefore })
    }
    let (now, before) = (months(0), months(1))
    let shared = now.intersection(before)
    guard let first = shared.min(), let last = shared.max() else { return nil }
    func text(_ month: Int) -> String { Period(.month, containing: Month(index: month - 12)).text }
    let text =
      shared == now && shared == before
      ? Period(period.unit, containing: Month(index: first - 12)).text
      : last - first + 1 == shared.count
        ? (first == last ? text(first) : text(first) + "/" + text(last))
        : shared.sorted().map(text).joined(separator: ",")
    return Baseline(months: shared, text: text)
  }
}

extension Period {
  /// The indices of its months so many years before.
  fileprivate func indices(yearsBefore: Int) -> ClosedRange<Int> {
    (first.index - 12 * yearsBefore)...(last.index - 12 * yearsBefore)
  }
}
