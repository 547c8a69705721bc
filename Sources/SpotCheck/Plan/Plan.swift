public import SpotCheckIngest
public import SpotCheckStatistics

/// What must be met: indicators with yearly targets, and how they are assessed.
public struct Plan: Sendable, Equatable {
  /// The plan's title by language tag; `""` holds a title without one.
  public var title: [String: String] = [:]
  /// The indicators, in the plan's order.
  public var indicators: [Indicator] = []
  /// How findings are formed.
  public var assessment = AssessmentRule()
  /// SHA-256 of the file's bytes, in hexadecimal; `nil` for a plan made in code.
  public var sha256: String?

  /// Creates an empty plan.
  public init() {}
}

/// One line of a plan.
public struct Indicator: Sendable, Equatable {
  /// The identifier, unique within the plan.
  public var id: String
  /// The title by language tag; `""` holds a title without one.
  public var title: [String: String] = [:]
  /// What the indicator covers: by column name, the values; none covers everything.
  public var scope: [String: [DimensionKey]] = [:]
  /// What is measured.
  public var measure: Measure = .passRate
  /// The target by year.
  public var targets: [Int: DecimalFraction] = [:]
  /// Whether years between two targets are interpolated linearly (`path: linear`).
  public var interpolatesTargets = false
  /// Where each year's target comes from, such as `policy` or `assumption`.
  public var sources: [Int: String] = [:]
  /// How the rate is compared with the target.
  public var comparison: Comparison = .atLeast
  /// The weights of the strata; `nil` for a plain rate.
  public var weights: Weights?
  /// The departments responsible.
  public var responsible: [String] = []
  /// Targets of single regions; the nearest ancestor wins.
  public var overrides: [TargetOverride] = []
  /// Whether several programmes may be pooled.
  public var poolsProgrammes = false
  /// How many units there are in all, by region, category and year; `nil` where that is not known.
  public var population: PlanFigures?
  /// How many units are planned to be sampled, by region, category and year.
  public var planned: PlanFigures?
  /// The column whose values are clusters of units, such as `establishment`; `nil` for units on their own.
  public var clusters: String?

  /// Creates an indicator that covers everything and has no target.
  public init(id: String) {
    self.id = id
  }

  /// What an indicator measures.
  public enum Measure: String, Sendable, CaseIterable {
    /// Conforming units over all units.
    case passRate = "pass_rate"
    /// Nonconforming units over all units.
    case failRate = "fail_rate"
  }

  /// How a rate is compared with its target.
  public enum Comparison: String, Sendable, CaseIterable {
    /// The rate must reach the target.
    case atLeast = "at_least"
    /// The rate must not exceed the target.
    case atMost = "at_most"
    /// The rate must exceed that of the same months of the year before, or stay at 1.
    case rising
    /// Every unit must conform.
    case all
  }

  /// The weights of an indicator's strata.
  public struct Weights: Sendable, Equatable {
    /// The dimension whose keys are the strata.
    public var dimension: String
    /// The weight of each stratum, positive; empty where ``figures`` has them.
    public var values: [DimensionKey: DecimalFraction]
    /// The weights by region and year too, from a file.
    public var figures: PlanFigures?
    /// The share of the weights that strata with data must have before anything is proven.
    public var minimumCovered: DecimalFraction

    /// Creates weights by a file's figures.
    public init(
      dimension: String, figures: PlanFigures,
      minimumCovered: DecimalFraction = DecimalFraction(digits: 90, places: 2)
    ) {
      self.init(dimension: dimension, values: [:], minimumCovered: minimumCovered)
      self.figures = figures
    }

    /// Creates weights.
    public init(
      dimension: String, values: [DimensionKey: DecimalFraction],
      minimumCovered: DecimalFraction = DecimalFraction(digits: 90, places: 2)
    ) {
      self.dimension = dimension
      self.values = values
      self.minimumCovered = minimumCovered
    }
  }

  /// The targets of one region and of all below it.
  public struct TargetOverride: Sendable, Equatable {
    /// The region's code or name.
    public var region: String
    /// The target by year; years not named keep the nearest ancestor's.
    public var targets: [Int: DecimalFraction]

    /// Creates an override.
    public init(region: String, targets: [Int: DecimalFraction]) {
      self.region = region
      self.targets = targets
    }
  }
}

/// How findings are formed from a plan.
public struct AssessmentRule: Sendable, Equatable {
  /// The region levels assessed; `nil` for all that are present.
  public var levels: [String]?
  /// Category levels below the indicator's own that are assessed too: 0 or 1.
  public var depth = 1
  /// The level α of every test, in `0..<1`.
  public var alpha = 0.05
  /// How p-values are adjusted within a family.
  public var multiplicity: Multiplicity = .benjaminiHochberg
  /// The periods assessed.
  public var periods: [PeriodUnit] = [.year]
  /// Days after a month's end in which results of failing samples may still arrive.
  public var matureAfter = 60

  /// Creates the default rule: all levels, depth 1, α = 0.05, Benjamini–Hochberg, years.
  public init() {}

  /// How p-values are adjusted within a family.
  public enum Multiplicity: String, Sendable, CaseIterable {
    /// Benjamini & Hochberg 1995: the false discovery rate.
    case benjaminiHochberg = "bh"
    /// Holm 1979: the familywise error rate.
    case holm
    /// Benjamini & Bogomolov 2014: regions are selected, then categories within the selected.
    case twoLevel = "two-level"
  }
}

/// The length of a period.
public enum PeriodUnit: String, Sendable, CaseIterable {
  /// A calendar month, written `2024-01`.
  case month
  /// A quarter, written `2024-Q1`.
  case quarter
  /// A calendar year, written `2024`.
  case year
}
