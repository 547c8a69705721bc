import SpotCheckIngest
import SpotCheckStatistics

/// The judgement of one indicator: its cells, from counts to classes of evidence.
struct AssessmentJudgement {
  /// The cells by period, region and category, the whole first.
  private(set) var cells: [AssessmentCell] = []
  /// What a reader of them should know.
  private(set) var warnings: [Warning]
  /// Families of cells whose p-values were adjusted together.
  private(set) var families = 0

  private let alpha: Double

  /// Judges the indicator at every period, region and category.
  init(
    of indicator: Indicator, of plan: Plan, in survey: Survey, asOf: CalendarDate?, estimate: EstimateOptions
  ) throws(SpotCheckError) {
    let rule = plan.assessment
    let scope = try AssessmentScope(of: indicator, of: plan, in: survey)
    let strata = AssessmentStrata(of: indicator, in: survey)
    alpha = rule.alpha
    warnings = scope.warnings + Self.overrideWarnings(indicator, survey.regions)
    if let sum = strata?.sumText { warnings.append(.weightsNotNormalised(indicator: indicator.id, sum: sum)) }

    let grid = AssessmentGrid(
      indicator: indicator, scope: scope, strata: strata, levels: rule.levels, survey: survey)
    warnings += grid.unknownRegions.map { .planRegionAbsent(indicator: indicator.id, region: $0) }
    let lowestLevel = survey.regions.levels.last { rule.levels?.contains($0) ?? true }
    for period in Self.periods(of: survey.months, units: rule.periods) {
      let isInterim = period.lastDay.map { last in asOf.map { $0 < last } ?? false } ?? false
      let first = cells.count
      cells += grid.cells(of: period, isInterim: isInterim)
      for index in first..<cells.count { cells[index].estimate(estimate) }
      try checkPopulations(of: first..<cells.count)
      judge(first..<cells.count, rule: rule, lowestLevel: lowestLevel)
    }
    warnings += cells.compactMap(Self.strataWarning)
  }

  private static func periods(of months: [Month], units: [PeriodUnit]) -> [Period] {
    Set(units.flatMap { unit in months.map { Period(unit, containing: $0) } }).sorted()
  }

  /// Judges the cells of one period, which no other period bears upon.
  private mutating func judge(_ range: Range<Int>, rule: AssessmentRule, lowestLevel: String?) {
    let byWeights = Dictionary(
      grouping: range.filter { !cells[$0].weights.isEmpty }, by: { cells[$0].weights })
    for (weights, members) in byWeights { weigh(members, by: weights) }
    for index in range {
      cells[index].compare()
      cells[index].test()
    }
    testPlainRates(in: range)
    let byCategory = Dictionary(
      grouping: range.filter { cells[$0].finding.regionLevel == lowestLevel },
      by: { cells[$0].finding.category })
    for members in byCategory.values { shrink(members) }
    let byFamily = Dictionary(grouping: range) {
      FamilyKey(level: cells[$0].finding.regionLevel, depth: cells[$0].depth)
    }
    for members in byFamily.values { adjust(members, rule: rule) }
    for index in range {
      cells[index].bound(alpha: alpha)
      cells[index].finding.evidence = cells[index].evidence(alpha: alpha)
    }
  }

  private struct FamilyKey: Hashable {
    var level: String
    var depth: Int
  }

  /// Fills in the rates of cells with the same weights, a row of a matrix each.
  private mutating func weigh(_ members: [Int], by weights: [Double]) {
    let none = [Int](repeating: 0, count: weights.count)
    let matrix = RateMatrix(
      passes: members.flatMap { cells[$0].looks.last?.passes ?? none },
      trials: members.flatMap { cells[$0].looks.last?.trials ?? none }, rows: members.count,
      columns: weights.count)
    let rows = matrix.weighted(by: weights)
    for (row, index) in members.enumerated() where cells[index].trials > 0 {
      cells[index].finding.weightCovered = rows.weightCovered[row]
      if cells[index].estimator == .weightedGamma { cells[index].finding.passRate = rows.rates[row] }
    }
  }

  /// Fills in the exact p-values of all plain rates at once.
  private mutating func testPlainRates(in range: Range<Int>) {
    let plain = range.filter { cells[$0].isJudged && cells[$0].estimator == .exactBinomial }
    let trials = plain.map { cells[$0].trials }
    let targets = plain.map { cells[$0].target?.rate.value ?? 1 }
    let p = ExactTest.evaluate(passes: plain.map { cells[$0].judged }, trials: trials, targets: targets)
    let least = ExactTest.evaluate(passes: trials, trials: trials, targets: targets)
    for (place, index) in plain.enumerated() {
      cells[index].finding.pShortfall = p.shortfall[place]
      cells[index].finding.pMet = p.met[place]
      cells[index].leastMet = least.met[place]
    }
  }

  /// Shrinks the plain rates of one category over the regions of the lowest assessed level.
  private mutating func shrink(_ members: [Int]) {
    let plain = members.filter { cells[$0].trials > 0 && cells[$0].estimator == .exactBinomial }
    let result = Shrinkage.shrink(
      passes: plain.map { cells[$0].judged }, trials: plain.map { cells[$0].trials },
      targets: plain.map { cells[$0].target?.rate.value ?? 1 })
    guard result.kind != .none else { return }
    for (index, shrunken) in zip(plain, result.cells) {
      cells[index].finding.shrinkage = result.kind.rawValue
      cells[index].finding.shrunkenRate = shrunken.map { cells[index].passRate($0.shrunkenRate) }
      cells[index].finding.lambda = shrunken?.lambda
      cells[index].finding.probabilityBelow = shrunken?.probabilityBelow
    }
  }

  /// Adjusts the p-values of one region level and category depth, each direction by itself.
  private mutating func adjust(_ members: [Int], rule: AssessmentRule) {
    let short = members.filter { cells[$0].isJudged && cells[$0].certainty == nil }
    let met = short.filter { cells[$0].leastMet <= alpha }
    let shortFamily = Family(
      short.map { cells[$0].finding.pShortfallAnytime ?? cells[$0].finding.pShortfall ?? 1 },
      regions: short.map { cells[$0].finding.region }, rule: rule)
    let metFamily = Family(
      met.map { cells[$0].finding.pMetAnytime ?? cells[$0].finding.pMet ?? 1 },
      regions: met.map { cells[$0].finding.region }, rule: rule)
    for (place, index) in short.enumerated() {
      cells[index].finding.qShortfall = shortFamily.adjusted[place]
      cells[index].thresholds.shortfall = shortFamily.thresholds[place]
    }
    for (place, index) in met.enumerated() {
      cells[index].finding.qMet = metFamily.adjusted[place]
      cells[index].thresholds.met = metFamily.thresholds[place]
    }
    families += (short.isEmpty ? 0 : 1) + (met.isEmpty ? 0 : 1)
  }

  /// Refuses cells with more units than their population.
  private func checkPopulations(of range: Range<Int>) throws(SpotCheckError) {
    for cell in cells[range] {
      guard let population = cell.population, cell.trials > population else { continue }
      throw SpotCheckError(
        .populationExceeded(
          indicator: cell.finding.indicator, region: cell.finding.region, period: cell.finding.period,
          units: cell.trials, population: population), text: cell.finding.category)
    }
  }

  private static func overrideWarnings(_ indicator: Indicator, _ regions: RegionHierarchy) -> [Warning] {
    indicator.overrides.filter { regions.region(named: $0.region) == nil }
      .map { .planRegionAbsent(indicator: indicator.id, region: $0.region) }
  }

  private static func strataWarning(_ cell: AssessmentCell) -> Warning? {
    guard cell.depth == 0, let covered = cell.finding.weightCovered, covered < 1 else { return nil }
    return .strataMissing(
      indicator: cell.finding.indicator, covered: covered, region: cell.finding.region,
      period: cell.finding.period)
  }
}
