public import SpotCheckIngest

/// What surrounds the findings: where a shortfall comes from, what changed, and where the year is heading.
///
/// Description, not verdict: nothing here changes a finding. All of it follows from the counts, the plan and the
/// day the findings speak from. Rates are pass rates in `0...1` whatever the measure, targets and limits are on
/// that scale too, and differences of rates are proportions: 0.02 is two percentage points.
public struct Outlook: Sendable, Equatable {
  /// The months from this one on are provisional: results of failing samples are still to arrive.
  ///
  /// `nil` where no day the findings speak from is known.
  public var provisionalFrom: Month?
  /// Which children the shortfall of each finding below its target comes from.
  public var contributions: [Contribution] = []
  /// Rates beside those of the same months of the year before, and of the period before.
  public var comparisons: [PeriodComparison] = []
  /// Each region's months, with limits and warnings.
  public var series: [MonthlySeries] = []
  /// The regions of a level around the target, by their size.
  public var funnels: [RegionFunnel] = []
  /// Where rates rise or fall from month to month.
  public var trends: [MonthlyTrend] = []
  /// The ranks regions of a level may truly have.
  public var rankings: [RegionRanking] = []
  /// Where each open year with planned samples may end.
  public var projections: [YearEndFan] = []

  /// Creates an outlook on nothing.
  public init() {}

  /// Looks around the findings of an assessment.
  ///
  /// - Parameters:
  ///   - survey: The counts that were assessed.
  ///   - assessment: The verdicts on them.
  ///   - estimate: The confidence of intervals.
  /// - Complexity: O(c log c) in the cube's cells for each indicator, a few beta integrals for each region and period,
  ///   and for the m regions of a ranking ``RegionRanking/draws(for:)`` draws of O(m log m).
  public init(of survey: Survey, _ assessment: Assessment, estimate: EstimateOptions = EstimateOptions()) {
    let rule = assessment.plan.assessment
    provisionalFrom = assessment.asOf.map { $0.firstProvisionalMonth(maturingAfter: rule.matureAfter) }
    let cells = Dictionary(grouping: assessment.cells) { DimensionKey(levels: [$0.finding.indicator]) }
    let indicators = assessment.plan.indicators
    let grounds = Array(concurrently: indicators.count) { [provisionalFrom] number in
      OutlookGround(
        of: indicators[number], of: assessment.plan, in: survey,
        cells: cells[DimensionKey(levels: [indicators[number].id])] ?? [], provisionalFrom: provisionalFrom,
        confidence: estimate.confidence)
    }.compactMap { $0 }
    let parts = Array(concurrently: Self.topics.count * grounds.count) { number in
      var part = Outlook()
      Self.topics[number / grounds.count](grounds[number % grounds.count], &part)
      return part
    }
    for part in parts { append(part) }
  }

  /// What is looked at, each by itself, the longest work first.
  private static let topics: [@Sendable (OutlookGround, inout Outlook) -> Void] = [
    { $1.rankings = $0.rankings },
    { $1.trends = $0.trends },
    { $1.comparisons = $0.comparisons },
    { $1.series = $0.series },
    { $1.funnels = $0.funnels },
    { $1.contributions = $0.contributions },
    { $1.projections = $0.projections },
  ]

  private mutating func append(_ next: Outlook) {
    contributions += next.contributions
    comparisons += next.comparisons
    series += next.series
    funnels += next.funnels
    trends += next.trends
    rankings += next.rankings
    projections += next.projections
  }
}

/// Which indicator, region and category something is said of.
public struct OutlookSubject: Sendable, Equatable {
  /// The indicator's identifier in the plan.
  public var indicator: String
  /// The region's code or name; `*` for the whole.
  public var region: String
  /// The region's name where a table knows it.
  public var regionName: String?
  /// The region's level; `all` for the whole.
  public var regionLevel: String
  /// The category's path; `*` for all.
  public var category: String

  /// Creates a subject.
  public init(
    indicator: String, region: String, regionName: String?, regionLevel: String, category: String
  ) {
    self.indicator = indicator
    self.region = region
    self.regionName = regionName
    self.regionLevel = regionLevel
    self.category = category
  }

  init(_ finding: Finding) {
    self.init(
      indicator: finding.indicator, region: finding.region, regionName: finding.regionName,
      regionLevel: finding.regionLevel, category: finding.category)
  }
}

extension CalendarDate {
  /// The earliest month whose last day is less than `days` days before this day.
  func firstProvisionalMonth(maturingAfter days: Int) -> Month {
    let settled = CalendarDate(dayNumber: max(0, dayNumber - days))
    let month = settled.month
    guard let last = Period(.month, containing: month).lastDay, last <= settled else { return month }
    return Month(index: month.index + 1)
  }
}
