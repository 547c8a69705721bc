/// The counts and rate of one combination of dimension keys, or of a rollup over some of them.
public struct RateCell: Sendable, Equatable {
  /// The keys in the order of ``Report/dimensions``; `*` stands for all.
  public var keys: [String]
  /// The region's name where a table knows it.
  public var regionName: String?
  /// Units judged.
  public var trials: Int
  /// Units that conformed.
  public var passes: Int
  /// `passes / trials`.
  public var passRate: Double?
  /// The lower end of the two-sided interval.
  public var lower: Double?
  /// The upper end of the two-sided interval.
  public var upper: Double?

  /// Creates a cell without a rate.
  public init(keys: [String], regionName: String?, trials: Int, passes: Int) {
    self.keys = keys
    self.regionName = regionName
    self.trials = trials
    self.passes = passes
  }
}
