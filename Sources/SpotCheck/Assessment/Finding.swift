/// The verdict for one indicator, region, category and period.
///
/// Rates are proportions in `0...1`. A value is `nil` where it does not exist: no trials, no estimate.
public struct Finding: Sendable, Equatable {
  /// The indicator's identifier in the plan.
  public var indicator: String
  /// The region's code or name; `*` for the whole.
  public var region: String
  /// The region's name where a table knows it.
  public var regionName: String?
  /// `all`, `province`, `prefecture`, `county`, or `region` for regions without a hierarchy.
  public var regionLevel: String
  /// The category's path, levels joined with `/`; `*` for all.
  public var category: String
  /// The programme, where programmes are kept apart.
  public var programme: String?
  /// The period: `2024` or `2024-Q1`.
  public var period: String
  /// Whether the period is still open at the report's date.
  public var isInterim = false
  /// How the rate and its evidence were computed: the raw value of an ``Estimator``.
  public var estimator: String
  /// Units judged.
  public var trials = 0
  /// Units that conformed.
  public var passes = 0
  /// The pass rate, weighted where the indicator has weights.
  public var passRate: Double?
  /// The lower end of the two-sided interval.
  public var lower: Double?
  /// The upper end of the two-sided interval.
  public var upper: Double?
  /// The one-sided bound in the claim's direction; `nil` for a rising indicator.
  public var bound: Double?
  /// The level of `bound`.
  public var boundLevel: Double?
  /// The target rate of the period; for a rising indicator the rate of the year before.
  public var target: Double?
  /// The target as the plan writes it, without loss; `nil` for a rising indicator.
  public var targetText: String?
  /// `at_least`, `at_most`, `rising` or `all`.
  public var comparison: String
  /// The period compared with, for rising indicators: `2023`, or the months that both years have, as
  /// `2023-01/2023-06` or `2023-01,2023-03`.
  public var baselinePeriod: String?
  /// Whether the rate as counted meets the target.
  public var isAttained: Bool?
  /// `max(0, target − rate)`, or `max(0, rate − target)` for `at_most`.
  public var shortfall: Double?
  /// Conforming units missing to the target, at least 0.
  public var passesShort: Int?
  /// Nonconforming units beyond those the target allows; negative when fewer.
  public var excessFailures: Double?
  /// P(no more passes than seen) were the true rate the target: small proves a shortfall.
  public var pShortfall: Double?
  /// P(no fewer passes than seen) were the true rate the target: small proves it is met.
  public var pMet: Double?
  /// `pShortfall` (`pShortfallAnytime` when interim) adjusted within its family.
  public var qShortfall: Double?
  /// `pMet` (`pMetAnytime` when interim) adjusted within its family.
  public var qMet: Double?
  /// A p-value of a shortfall that holds however often one looks; interim periods only.
  public var pShortfallAnytime: Double?
  /// A p-value of meeting the target that holds however often one looks; interim periods only.
  public var pMetAnytime: Double?
  /// The rate shrunken towards its peers; of `exact_binomial` findings only.
  public var shrunkenRate: Double?
  /// How it was shrunken: `beta_binomial`, `pooled`.
  public var shrinkage: String?
  /// The cell's own weight in the shrunken rate.
  public var lambda: Double?
  /// The posterior probability that the true rate is below the target.
  public var probabilityBelow: Double?
  /// The design effect, where units lie in clusters.
  public var designEffect: Double?
  /// The share of the weights whose strata have data.
  public var weightCovered: Double?
  /// Whether the crude rate and the rate with the mix held moved in opposite directions, for rising indicators.
  public var mixEffect: Bool?
  /// The comparison with the year before, for rising indicators.
  public var rise: Rise?
  /// How sure the verdict is.
  public var evidence: Evidence
  /// The projection's status: `secured`, `open`, `unreachable`.
  public var status: String?
  /// Passes still needed among the units planned.
  public var need: Int?
  /// The rate the units still planned must reach.
  public var requiredFutureRate: Double?
  /// The chance that the year's target will be met.
  public var chanceMet: Double?
  /// The departments responsible.
  public var responsible: [String] = []

  /// Creates a finding without figures.
  public init(
    indicator: String, region: String, regionLevel: String, category: String, period: String,
    estimator: String, comparison: String, evidence: Evidence
  ) {
    self.indicator = indicator
    self.region = region
    self.regionLevel = regionLevel
    self.category = category
    self.period = period
    self.estimator = estimator
    self.comparison = comparison
    self.evidence = evidence
  }
}
