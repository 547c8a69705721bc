import SpotCheckIngest

/// The counts of one indicator by region, category and month, with its judged cells: what an outlook is made of.
struct OutlookGround: Sendable {
  let indicator: Indicator
  let rule: AssessmentRule
  let survey: Survey
  /// The indicator's own category, then those directly below it.
  let categories: [String]
  /// The judged cells of the indicator, in the order of findings.
  let cells: [AssessmentCell]
  let provisionalFrom: Month?
  /// The confidence of intervals.
  let confidence: Double
  /// For each region those directly below it, as of the latest month.
  let children: [[Int32]]
  /// The months that the survey has data of, ascending.
  let surveyMonths: [Month]
  /// One cell for each region and category judged in any period, the whole first, then ascending by regions.
  private(set) var places: [AssessmentCell] = []
  private let targets: AssessmentTargets
  private let periods: [String: Period]
  private let months: [Row: [MonthCounts]]
  private let slotOfCategory: [DimensionKey: Int]

  /// A region and the number of a category.
  private struct Row: Hashable {
    var region: Int32
    var slot: Int
  }

  /// Sums the indicator's counts; `nil` for what has no counts of passes, and where it cannot be assessed.
  init?(
    of indicator: Indicator, of plan: Plan, in survey: Survey, cells: [AssessmentCell],
    provisionalFrom: Month?, confidence: Double
  ) {
    guard indicator.measure.isRate, let scope = try? AssessmentScope(of: indicator, of: plan, in: survey)
    else { return nil }
    self.indicator = indicator
    self.rule = plan.assessment
    self.survey = survey
    self.categories = scope.categories
    self.provisionalFrom = provisionalFrom
    self.confidence = confidence
    self.cells = cells
    self.targets = AssessmentTargets(of: indicator, in: survey.regions)
    self.children = survey.regions.children
    let surveyMonths = survey.months
    self.surveyMonths = surveyMonths
    self.periods = Dictionary(
      rule.periods.flatMap { unit in surveyMonths.map { Period(unit, containing: $0) } }
        .map { ($0.text, $0) }, uniquingKeysWith: { first, _ in first })
    self.slotOfCategory = Dictionary(
      scope.categories.enumerated().map { (DimensionKey(levels: [$1]), $0) },
      uniquingKeysWith: { first, _ in first })
    var months: [Row: [MonthCounts]] = [:]
    for tally in survey.tallies(of: scope, strata: nil) {
      let row = Row(region: tally.position.region, slot: Int(tally.position.category))
      months[row, default: []].append(
        MonthCounts(
          month: Month(index: Int(tally.position.period)), trials: tally.trials, passes: tally.passes))
    }
    self.months = months
    self.places = ordered(cells)
  }

  /// The months with data of a region and category, ascending.
  func months(region: Int32, slot: Int) -> [MonthCounts] {
    months[Row(region: region, slot: slot)] ?? []
  }

  /// The months with data of a cell's region and category, whatever its period.
  func months(of cell: AssessmentCell) -> [MonthCounts] {
    months(region: region(of: cell), slot: slot(of: cell))
  }

  /// The number of a cell's region.
  func region(of cell: AssessmentCell) -> Int32 {
    cell.finding.regionLevel == RegionHierarchy.wholeLevel
      ? 0 : survey.regions.region(named: cell.finding.region) ?? 0
  }

  /// The number of a cell's category.
  func slot(of cell: AssessmentCell) -> Int {
    slotOfCategory[DimensionKey(levels: [cell.finding.category])] ?? 0
  }

  /// The period of a cell.
  func period(of cell: AssessmentCell) -> Period? { periods[cell.finding.period] }

  /// The target of a cell's region by year, as a pass rate.
  func targetsByYear(of cell: AssessmentCell) -> [Int: Double] {
    let ancestry = survey.regions.ancestry(of: region(of: cell))
    return Set(surveyMonths.map(\.year)).reduce(into: [:]) { found, year in
      found[year] = targets.target(for: ancestry, year: year)?.asPassRate
    }
  }

  /// Whether results of a month are still to arrive.
  func isProvisional(_ month: Month) -> Bool {
    provisionalFrom.map { $0 <= month } ?? false
  }

  private func ordered(_ cells: [AssessmentCell]) -> [AssessmentCell] {
    var seen: Set<Row> = []
    let found = cells.filter { seen.insert(Row(region: region(of: $0), slot: slot(of: $0))).inserted }
    let keys = found.map(order)
    return found.indices.sorted { (keys[$0], $0) < (keys[$1], $1) }.map { found[$0] }
  }

  /// The cells of the indicator's own category by period and level, each in order of regions, the whole left out.
  var peers: [[AssessmentCell]] {
    var groups: [[AssessmentCell]] = []
    var groupOfKey: [Peerage: Int] = [:]
    for cell in cells where cell.depth == 0 && cell.trials > 0 {
      guard cell.finding.regionLevel != RegionHierarchy.wholeLevel else { continue }
      let key = Peerage(
        period: cell.finding.period, level: DimensionKey(levels: [cell.finding.regionLevel]))
      let group = groupOfKey[key] ?? groups.count
      if group == groups.count {
        groupOfKey[key] = group
        groups.append([])
      }
      groups[group].append(cell)
    }
    return groups
  }

  private struct Peerage: Hashable {
    var period: String
    var level: DimensionKey
  }

  /// The whole before the regions, and those ascending by the bytes of their codes.
  private func order(of cell: AssessmentCell) -> DimensionKey {
    DimensionKey(
      levels: cell.finding.regionLevel == RegionHierarchy.wholeLevel ? [""] : [cell.finding.region])
  }
}

extension RegionHierarchy {
  /// For each region those directly below it, as of the latest month, in the order of their numbers.
  fileprivate var children: [[Int32]] {
    var children = regions.map { _ in [Int32]() }
    for region in regions.indices.dropFirst() {
      let above = regionAtPlace[Int(places.parents[Int(latestPlace[region])])]
      children[Int(above)].append(Int32(region))
    }
    return children
  }
}

/// The counts of one month.
struct MonthCounts: Equatable, Sendable {
  var month: Month
  var trials: Int
  var passes: Int
}

extension Array where Element == MonthCounts {
  /// The sums over the months that `isCounted` holds for, by their index.
  func sum(where isCounted: (Int) -> Bool) -> (trials: Int, passes: Int) {
    reduce(into: (trials: 0, passes: 0)) { sum, counts in
      guard isCounted(counts.month.index) else { return }
      sum.trials += counts.trials
      sum.passes += counts.passes
    }
  }
}
