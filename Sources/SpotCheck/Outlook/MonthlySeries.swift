public import SpotCheckIngest
public import SpotCheckStatistics

/// A region's rates month by month, with limits from the process and warnings.
///
/// - *Limits*: Laney's p′ chart (2002) of the baseline months.
/// - *Warning*: a Bernoulli CUSUM that notices doubled odds of failure, evaluated at month ends, since months are
///   the finest grain the counts have; in order and at a rate that is known
///   and steady, false alarms are 120 months apart or more (Lorden 1971); where rates wander they come sooner.
/// - *Provisional* months have neither: results of their failing samples are still to arrive.
///
/// Units are counted as they are; an indicator's weights take no part.
public struct MonthlySeries: Sendable, Equatable {
  /// The fewest baseline months from which limits and warnings are drawn.
  public static let leastMonths = 6
  /// The mean number of months between false alarms, at least.
  public static let falseAlarmEvery = 120.0

  /// The indicator, region and category; always the indicator's own category.
  public var subject: OutlookSubject
  /// The months the limits rest upon; `nil` where they are too few.
  ///
  /// Those before the last year of the data where they suffice, so that the last year is judged by others; else
  /// all months not provisional.
  public var baseline: ClosedRange<Month>?
  /// The pooled rate of the baseline; `nil` where it has no variation, as all units passed.
  public var center: Double?
  /// How much wider than binomial the limits are, σ_z.
  public var sigmaZ: Double?
  /// The dispersion between baseline months; what exceeds 1 slows the warning.
  public var dispersion: Double?
  /// The failure rate in order, and the one that is noticed; `nil` without a baseline.
  public var failureRates: RateInterval?
  /// What the CUSUM must reach for an alarm.
  public var threshold: Double?
  /// The months with data, ascending.
  public var points: [Point]

  /// One month.
  public struct Point: Sendable, Equatable {
    /// The month.
    public var month: Month
    /// Units judged.
    public var trials: Int
    /// Units that conformed.
    public var passes: Int
    /// Whether results are still to arrive.
    public var isProvisional: Bool
    /// The Wilson limits of the rate.
    public var interval: RateInterval?
    /// The target of the month's year.
    public var target: Double?
    /// The p′ limits.
    public var limits: RateInterval?
    /// The CUSUM at the month’s end; `nil` in provisional months.
    public var cusum: Double?

    /// `passes / trials`.
    public var passRate: Double { Double(passes) / Double(trials) }
    /// Whether the rate lies outside its p′ limits.
    public var isOutside: Bool { limits.map { passRate < $0.lower || passRate > $0.upper } ?? false }
  }

  /// Whether the CUSUM gives an alarm at a point.
  public func isAlarm(_ point: Point) -> Bool {
    guard let cusum = point.cusum, let threshold else { return false }
    return cusum >= threshold
  }
}

extension OutlookGround {
  /// The series of the whole and of every region assessed.
  var series: [MonthlySeries] {
    places.filter { $0.depth == 0 }.compactMap { place in
      let counts = months(of: place).filter { $0.trials > 0 }
      return counts.isEmpty ? nil : series(of: place, counts)
    }
  }

  private func series(of place: AssessmentCell, _ counts: [MonthCounts]) -> MonthlySeries {
    let targets = targetsByYear(of: place)
    var series = MonthlySeries(
      subject: OutlookSubject(place.finding),
      points: counts.map { counts in
        MonthlySeries.Point(
          month: counts.month, trials: counts.trials, passes: counts.passes,
          isProvisional: isProvisional(counts.month),
          interval: BinomialInterval.interval(
            passes: counts.passes, trials: counts.trials, level: confidence, method: .wilson),
          target: targets[counts.month.year])
      })
    series.warn()
    return series
  }
}

extension MonthlySeries {
  /// Fills in baseline, limits and warnings.
  fileprivate mutating func warn() {
    let settled = points.filter { !$0.isProvisional }
    guard let last = points.last?.month else { return }
    let past = settled.filter { $0.month.year < last.year }
    let base = past.count >= Self.leastMonths ? past : settled
    guard base.count >= Self.leastMonths, let first = base.first?.month, let end = base.last?.month else {
      return
    }
    baseline = first...end
    let (passes, trials) = (base.map(\.passes), base.map(\.trials))
    let chart = PChart(passes: passes, trials: trials)
    center = chart?.center
    sigmaZ = chart?.sigmaZ
    dispersion = GroupDispersion.pearson(passes: passes, trials: trials)

    let units = trials.reduce(0, +)
    let inOrder = BetaDistribution.jeffreys.posterior(passes: units - passes.reduce(0, +), trials: units).mean
    let cusum = BernoulliCUSUM(
      doublingOddsOf: inOrder, falseAlarmEvery: Self.falseAlarmEvery, dispersion: dispersion ?? 1)
    failureRates = RateInterval(lower: inOrder, upper: 2 * inOrder / (1 + inOrder))
    threshold = cusum.threshold
    let sums = cusum.sums(failures: settled.map { $0.trials - $0.passes }, trials: settled.map(\.trials))
    let sumOfMonth = Dictionary(zip(settled.map(\.month), sums), uniquingKeysWith: { first, _ in first })
    for index in points.indices where !points[index].isProvisional {
      points[index].limits = chart?.limits(trials: points[index].trials)
      points[index].cusum = sumOfMonth[points[index].month]
    }
  }
}
