public import SpotCheckIngest
public import SpotCheckStatistics

/// The rates a report found, per region and category of one level and period.
///
/// Regions of one level do not overlap; of the categories those are kept that no other lies in, so that none
/// overlap either. Where several indicators or programmes judge one region and category, the first stands.
public struct MeasuredRates: Sendable, Equatable {
  /// The period of the findings.
  public var period: String
  /// The level of their regions.
  public var level: String
  /// The rates, in the report's order.
  public var rates: [Rate]
  /// Findings of a region and category that another finding stands for.
  public var repeated: Int

  /// What was found in a region and category.
  public struct Rate: Sendable, Equatable {
    /// The region's code or name.
    public var region: String
    /// The region's name, where it is known.
    public var regionName: String?
    /// The category's path.
    public var category: DimensionKey
    /// Units judged.
    public var trials: Int
    /// Units that conformed.
    public var passes: Int
    /// The rate shrunken towards those of its kind, where there is one.
    public var shrunkenRate: Double?
    /// The pass rate to reach, where there is one.
    public var target: DecimalFraction?

    /// Creates a rate.
    public init(
      region: String, regionName: String? = nil, category: DimensionKey, trials: Int, passes: Int,
      shrunkenRate: Double? = nil, target: DecimalFraction? = nil
    ) {
      self.region = region
      self.regionName = regionName
      self.category = category
      self.trials = trials
      self.passes = passes
      self.shrunkenRate = shrunkenRate
      self.target = target
    }
  }

  /// Creates rates; the first of a region and category stands.
  public init(period: String, level: String, rates: [Rate]) {
    self.period = period
    self.level = level
    var seen: Set<[DimensionKey]> = []
    let leaves = Self.leaves(of: rates.map(\.category))
    let finest = rates.filter { leaves.contains($0.category) }
    self.rates = finest.filter { seen.insert([DimensionKey(levels: [$0.region]), $0.category]).inserted }
    repeated = finest.count - self.rates.count
  }

  /// The categories that no other of them lies in.
  private static func leaves(of categories: [DimensionKey]) -> Set<DimensionKey> {
    let all = Set(categories)
    var parents: Set<DimensionKey> = all.count > 1 ? [.everything] : []
    for category in all where category != .everything {
      for depth in 1..<max(1, category.levels.count) {
        parents.insert(DimensionKey(levels: Array(category.levels.prefix(depth))))
      }
    }
    return all.subtracting(parents)
  }
}

extension DimensionKey {
  /// What stands for all categories, or all regions.
  static let everything = DimensionKey(levels: ["*"])
}
