/// A share of a quantity counted in full, such as the floor area of green buildings in that of all buildings.
///
/// A census has no sampling error: the share meets its target or misses it, and there is no p-value.
public struct CensusShare: Hashable, Sendable {
  /// The quantity that passes, in the quantity's least unit, in 0…`total`.
  public let passing: Int128
  /// All of it, in the same unit.
  public let total: Int128

  /// Creates a share; `nil` without a quantity, or where the part is not in 0…`total`.
  public init?(passing: Int128, total: Int128) {
    guard total > 0, (0...total).contains(passing) else { return nil }
    self.passing = passing
    self.total = total
  }

  /// passing / total.
  public var share: Double { Double(passing) / Double(total) }

  /// The sign of the share − the target, in whole numbers.
  public func sign(against target: DecimalFraction) -> Int {
    let left = passing.multipliedFullWidth(by: Int128(target.scale))
    let right = total.multipliedFullWidth(by: Int128(target.digits))
    if left.high != right.high { return left.high < right.high ? -1 : 1 }
    return left.low == right.low ? 0 : left.low < right.low ? -1 : 1
  }
}
