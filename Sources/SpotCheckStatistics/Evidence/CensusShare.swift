/// A share of a quantity counted in full, such as the floor area of green buildings in that of all buildings.
///
/// A census has no sampling error: the share meets its target or misses it, and there is no p-value.
public struct CensusShare: Hashable, Sendable {
  /// The quantity that passes, in the quantity's least unit, in 0…`total`.
  public let passing: Int
  /// All of it, in the same unit.
  public let total: Int

  /// Creates a share; `nil` without a quantity, or where the part is not in 0…`total`.
  public init?(passing: Int, total: Int) {
    guard total > 0, (0...total).contains(passing) else { return nil }
    self.passing = passing
    self.total = total
  }

  /// passing / total.
  public var share: Double { Double(passing) / Double(total) }

  /// Whether the share is at least the target, in whole numbers.
  public func attains(_ target: DecimalFraction) -> Bool {
    target.sign(ofRate: passing, over: total) >= 0
  }

  /// The passing quantity missing to the target, a proportion: max(0, ⌈τ · total⌉ − passing).
  public func missing(to target: DecimalFraction) -> Int {
    max(0, target.ceiling(of: total) - passing)
  }
}
