public import SpotCheckIngest

/// What of a set of dumps is read, and how.
public struct SurveyOptions: Sendable {
  /// The dimensions of a cell: `region`, `category`, `programme`, `period`, or columns of the layout.
  public var dimensions = ["region", "category", "period"]
  /// What a trial is; `nil` leaves it to the layout.
  public var unit: Schema.Unit?
  /// Which record of a unit stands; `nil` leaves it to the layout.
  public var duplicates: Schema.DuplicatePolicy?
  /// How reading is done, which changes no figure.
  public var ingest = IngestOptions()

  /// Creates the defaults: region, category and period, all else as the layout says.
  public init() {}
}
