/// The special causes that health services read from an XmR chart, and what its limits say of a target.
///
/// NHS England, *Making Data Count*.
public enum SpecialCause {
  /// The points that end seven in a row on one side of the mean.
  ///
  /// - Parameter sides: 1 above the mean, −1 below, 0 on it.
  /// - Returns: Points from 0.
  public static func sevenOnOneSide(_ sides: [Double]) -> [Int] {
    RunRule.oneSided(7, sides)
  }

  /// For each point 1 where it ends seven that rise, −1 where it ends seven that fall, else 0.
  public static func sevenPointTrend(_ values: [Double]) -> [Int] {
    var directions = values.map { _ in 0 }
    for point in RunRule.trending(7, values) {
      directions[point] = values[point] > values[point - 1] ? 1 : -1
    }
    return directions
  }

  /// The points of windows of three in which two or more are close to a limit and all are on one side.
  ///
  /// - Parameters:
  ///   - isClose: Whether a point lies beyond two thirds of the way to a limit.
  ///   - sides: 1 above the mean, −1 below, 0 on it; of one length with `isClose`.
  /// - Returns: Points from 0.
  public static func twoInThree(isClose: [Bool], sides: [Double]) -> [Int] {
    precondition(isClose.count == sides.count, "arrays of unequal length")
    var isPart = isClose.map { _ in false }
    for end in isClose.indices.dropFirst(2) {
      let window = end - 2...end
      let isOneSided = sides[window].allSatisfy { $0 > 0 } || sides[window].allSatisfy { $0 < 0 }
      guard isOneSided, isClose[window].count(where: { $0 }) >= 2 else { continue }
      for point in window { isPart[point] = true }
    }
    return isPart.indices.filter { isPart[$0] }
  }
}

/// Whether a process left as it is will meet a target.
public enum Assurance: String, Hashable, Sendable, CaseIterable {
  /// The limits lie wholly on the good side of the target.
  case consistentPass = "consistent_pass"
  /// The limits lie wholly on the bad side of the target.
  case consistentFail = "consistent_fail"
  /// The target lies within the limits: met or missed by chance.
  case inconsistent

  /// What the process limits say of a target.
  ///
  /// - Parameters:
  ///   - lowerLimit: The lower process limit.
  ///   - upperLimit: The upper process limit.
  ///   - target: The target.
  ///   - isHigherBetter: Whether values at or above the target are good.
  public init(lowerLimit: Double, upperLimit: Double, target: Double, isHigherBetter: Bool) {
    if target > upperLimit {
      self = isHigherBetter ? .consistentFail : .consistentPass
    } else if target < lowerLimit {
      self = isHigherBetter ? .consistentPass : .consistentFail
    } else {
      self = .inconsistent
    }
  }
}
