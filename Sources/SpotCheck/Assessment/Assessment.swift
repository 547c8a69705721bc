public import SpotCheckIngest
import SpotCheckStatistics

/// The verdicts on a survey against a plan.
///
/// Findings depend on the counts, the plan and the day they speak from, and on nothing else: neither on how
/// cells are shown nor on how the dumps were read.
public struct Assessment: Sendable {
  /// The estimator of a plain rate.
  public static let exactEstimator = Estimator.exactBinomial.rawValue
  /// The estimator of a rate weighted by strata.
  public static let weightedEstimator = Estimator.weightedGamma.rawValue

  /// The plan, its values as the survey's columns give them.
  public let plan: Plan
  /// The day the findings speak from; `nil` without dates.
  public let asOf: CalendarDate?
  /// The verdicts: by plan order, period, region and category, the whole first.
  public let findings: [Finding]
  /// What a reader of the findings should know.
  public let warnings: [Warning]
  /// Families of findings whose p-values were adjusted together; nothing is promised across them.
  public let families: Int
  /// How many findings chance alone would make likely shortfalls, were every true rate its target.
  ///
  /// Σ P(X ≤ cᵢ | nᵢ, τᵢ), cᵢ the largest count that qualifies; weighted rates, means and certain findings do not
  /// take part.
  public let likelyByChance: Double
  /// What the findings were made of, in their order.
  let cells: [AssessmentCell]

  /// Judges every indicator of a plan.
  ///
  /// Each indicator is judged in each period that occurs in the data, at the whole, at every region of the
  /// assessed levels that has data and, given a table, at all of them, in its own category and, with depth 1,
  /// in each directly below. Pass rates, bounds and shrunken rates of a finding are rates of passes whatever
  /// the measure; the target is on the scale of the measure.
  ///
  /// - Throws: `programmesPooled` where an indicator covers several programmes and neither names nor pools
  ///   them; `shareOutOfRange` for a target above 1; `populationExceeded` where more units were judged than a
  ///   population has.
  /// - Complexity: O(c log c) in the cube's cells for each indicator, and a few beta integrals per finding.
  public init(
    of survey: Survey, against plan: Plan, options: AssessmentOptions = AssessmentOptions()
  ) throws(SpotCheckError) {
    let plan = survey.schema.map { plan.resolved(for: $0) } ?? plan
    let asOf = options.asOf ?? survey.latestMonthEnd
    self.plan = plan
    self.asOf = asOf
    try Self.checkTargets(of: plan)

    let months = survey.months
    var cells: [AssessmentCell] = []
    var warnings: [Warning] = months.isEmpty ? [.noDates] : Self.periodsOutside(plan, months: months)
    var families = 0
    var likelyByChance = 0.0
    let judgements = Array(concurrently: plan.indicators.count) { number in
      Result { () throws(SpotCheckError) in
        let judgement = try AssessmentJudgement(
          of: plan.indicators[number], of: plan, in: survey, asOf: asOf, estimate: options.estimate)
        return (judgement, judgement.cells.reduce(0) { $0 + $1.likelyByChance })
      }
    }
    for (indicator, result) in zip(plan.indicators, judgements) {
      let (judgement, chance) = try result.get()
      let planned = PlannedUnits(of: indicator, of: plan, in: survey)
      cells += planned?.projected(judgement.cells) ?? judgement.cells
      warnings += judgement.warnings
      warnings += (planned?.unknownRegions ?? []).map {
        .planRegionAbsent(indicator: indicator.id, region: $0)
      }
      families += judgement.families
      likelyByChance += chance
    }
    self.cells = cells
    self.findings = cells.map(\.finding)
    self.warnings = warnings
    self.families = families
    self.likelyByChance = likelyByChance
  }

  private static func checkTargets(of plan: Plan) throws(SpotCheckError) {
    for indicator in plan.indicators where indicator.measure != .mean {
      let targets = [indicator.targets] + indicator.overrides.map(\.targets)
      for target in targets.flatMap(\.values) where target.complement == nil {
        throw SpotCheckError(.shareOutOfRange(suggestion: nil), text: target.description)
      }
    }
  }

  /// The years of the data for which no indicator has a target anywhere, nor a year to be compared with.
  private static func periodsOutside(_ plan: Plan, months: [Month]) -> [Warning] {
    let regions = RegionHierarchy()
    let years = Set(months.map(\.year)).sorted()
    return years.filter { year in
      !plan.indicators.contains { indicator in
        AssessmentTargets(of: indicator, in: regions).target(for: [0], year: year) != nil
          || indicator.overrides.contains { $0.targets[year] != nil }
          || indicator.comparison == .rising && years.contains(year - 1)
      }
    }
    .map { .periodOutsidePlan(period: Period(.year, containing: Month(year: $0, month: 1)).text) }
  }
}
