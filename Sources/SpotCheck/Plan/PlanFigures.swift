public import SpotCheckIngest
public import SpotCheckStatistics

/// Figures by region, category and year that a plan takes from a file, such as populations or output values.
public struct PlanFigures: Sendable, Equatable {
  /// The rows, in the file's order.
  public var rows: [Row]
  /// The file, for errors; `nil` for figures made in code.
  public var file: String?

  /// Creates figures.
  public init(_ rows: [Row], file: String? = nil) {
    self.rows = rows
    self.file = file
  }

  /// One figure.
  public struct Row: Sendable, Equatable {
    /// The region's code or name; `nil` for the whole.
    public var region: String?
    /// The category; `nil` for all that the indicator covers.
    public var category: DimensionKey?
    /// The year; `nil` for every year that has no figure of its own.
    public var year: Int?
    /// The figure.
    public var value: DecimalFraction

    /// Creates a row.
    public init(region: String?, category: DimensionKey?, year: Int?, value: DecimalFraction) {
      self.region = region
      self.category = category
      self.year = year
      self.value = value
    }
  }
}
