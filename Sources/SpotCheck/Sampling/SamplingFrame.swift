public import SpotCheckIngest
public import SpotCheckStatistics

/// What there is to inspect: units and costs per region and category.
public struct SamplingFrame: Sendable, Equatable {
  /// The rows, in the file's order; no region and category stands twice.
  public var rows: [Row]
  /// The file, for errors; `nil` for a frame made in code.
  public var file: String?
  /// Establishments left out, since they are inspected in any case.
  public var leftOut = 0

  /// Creates a frame.
  public init(_ rows: [Row], file: String? = nil) {
    self.rows = rows
    self.file = file
  }

  /// The units of a region and category.
  public struct Row: Sendable, Equatable {
    /// The region's code or name; `*` for the whole.
    public var region: String
    /// The category's path; `*` for all.
    public var category: DimensionKey
    /// How many units there are, 0…``FinitePopulationTest/largestPopulation``.
    public var size: Int
    /// What the inspection of one costs, above 0; 1 where nothing is said.
    public var unitCost = 1.0
    /// The fewest to be inspected; `nil` where nothing is said.
    public var minimum: Int?
    /// The most that can be inspected; `nil` for all.
    public var maximum: Int?
    /// The pass rate to plan with; `nil` for the measured one.
    public var rate: Double?
    /// The pass rate to reach; `nil` for that of the report.
    public var target: DecimalFraction?
    /// Its line in the file; 0 for a row made in code.
    public var line = 0

    /// Creates a row of unit cost 1 without bounds.
    public init(region: String, category: DimensionKey, size: Int) {
      self.region = region
      self.category = category
      self.size = size
    }
  }
}
