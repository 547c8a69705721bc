public import SpotCheckStatistics

/// How a rate moved against the same months of the year before.
public struct Rise: Sendable, Equatable {
  /// The counts of both years in all cells; the findings are attained or not by these.
  public var counts: RatePair
  /// The interval of the crude difference, now less before (Newcombe 1998), at the report's confidence.
  public var interval: DifferenceInterval?
  /// The change in the cells that both years have; `nil` where there are none.
  public var sameScope: SameScopeChange?
  /// Cells that only the year before has, which are not used for evidence.
  public var onlyBefore: [Cell]
  /// Cells that only this year has, which are not used for evidence.
  public var onlyNow: [Cell]

  /// A cell of one year.
  public struct Cell: Sendable, Equatable {
    /// The region's code or name.
    public var region: String
    /// The category's path.
    public var category: String
    /// Units judged.
    public var trials: Int
  }

  /// Whether the crude rate and the rate with the mix held moved in opposite directions.
  ///
  /// `nil` where one of them cannot be told.
  public var isMixEffect: Bool? {
    guard counts.isComparable, let held = sameScope?.heldDifference else { return nil }
    return counts.direction > 0 && held < 0 || counts.direction < 0 && held > 0
  }
}
