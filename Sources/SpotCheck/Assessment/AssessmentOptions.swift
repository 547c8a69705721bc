public import SpotCheckIngest
public import SpotCheckStatistics

/// How rates are estimated for the eye; no verdict depends on it.
public struct EstimateOptions: Sendable, Equatable {
  /// The confidence of two-sided intervals, strictly between 0 and 1.
  public var confidence = 0.95
  /// How two-sided intervals are made; rates that are weighted, clustered or of a known population have those of
  /// their own estimator.
  public var interval = IntervalMethod.wilson

  /// Creates the defaults: Wilson at 0.95.
  public init() {}
}

/// How a survey is assessed beyond what the plan says.
public struct AssessmentOptions: Sendable, Equatable {
  /// The day the findings speak from; `nil` for the last day of the month of the latest accepted date.
  ///
  /// A period that ends after this day is interim. No record is left out for being later.
  public var asOf: CalendarDate?
  /// How rates are estimated.
  public var estimate = EstimateOptions()

  /// Creates the defaults.
  public init() {}
}
