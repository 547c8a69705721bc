public import SpotCheckIngest
public import SpotCheckStatistics

/// Where an open year may end: the rate so far, and the fan of rates from there.
///
/// The samples still planned are beta-binomial given those so far; see ``YearEndProjection`` and, for weighted
/// rates, ``WeightedProjection``. Need, chance and the rate required stand in the finding.
public struct YearEndFan: Sendable, Equatable {
  /// The finding's indicator, region and category.
  public var subject: OutlookSubject
  /// The year.
  public var period: String
  /// Units planned for the year.
  public var planned: Int
  /// Units still to come.
  public var remaining: Int
  /// The target as a pass rate.
  public var target: Double?
  /// The rate if all units to come fail, or pass.
  public var possible: RateInterval
  /// The rate of the year at each of ``probabilities``.
  public var quantiles: [Double]
  /// The counts of the year as they stood at the end of each month.
  public var path: [Step]

  /// The probabilities with which the year's rate is at or below each quantile.
  public static let probabilities = AssessmentCell.YearEnd.probabilities

  /// A month's end.
  public struct Step: Sendable, Equatable {
    /// The month.
    public var month: Month
    /// Units judged so far.
    public var trials: Int
    /// Units that conformed so far.
    public var passes: Int
    /// `passes / trials`.
    public var passRate: Double { Double(passes) / Double(trials) }
  }
}

extension OutlookGround {
  /// A fan for every finding with a projection.
  var projections: [YearEndFan] {
    cells.compactMap { cell in
      guard let end = cell.yearEnd, let period = period(of: cell) else { return nil }
      var path: [YearEndFan.Step] = []
      for counts in months(of: cell) where (period.first...period.last).contains(counts.month) {
        guard counts.trials > 0 else { continue }
        path.append(
          YearEndFan.Step(
            month: counts.month, trials: (path.last?.trials ?? 0) + counts.trials,
            passes: (path.last?.passes ?? 0) + counts.passes))
      }
      return YearEndFan(
        subject: OutlookSubject(cell.finding), period: cell.finding.period, planned: end.planned,
        remaining: end.remaining, target: cell.targetPassRate, possible: end.possible,
        quantiles: end.quantiles, path: path)
    }
  }
}
