/// The exact sums of a quantity over the units of a cell.
///
/// Quantities are decimals of up to four places, at most 9·10¹⁰ in size, and held times 10⁴. Sums are exact for
/// up to 2·10⁸ quantities of that size, and for more of smaller ones.
public struct QuantityTally: Sendable, Equatable {
  /// Units that have the quantity.
  public var count = 0
  /// The sum, times 10⁴.
  public var sum: Int128 = 0
  /// The sum over conforming units, times 10⁴.
  public var conformingSum: Int128 = 0
  /// The sum of squares, times 10⁸.
  public var sumOfSquares: Int128 = 0

  /// Creates the tally of no units.
  public init() {}

  /// Adds a unit whose quantity times 10⁴ is `scaled`.
  @inline(__always)
  mutating func add(_ scaled: Int64, isConforming: Bool) {
    guard scaled != QuantityColumn.Value.none else { return }
    let value = Int128(scaled)
    count &+= 1
    sum &+= value
    if isConforming { conformingSum &+= value }
    sumOfSquares &+= value &* value
  }

  /// Adds the units of another tally.
  public static func += (tally: inout QuantityTally, other: QuantityTally) {
    tally.count &+= other.count
    tally.sum &+= other.sum
    tally.conformingSum &+= other.conformingSum
    tally.sumOfSquares &+= other.sumOfSquares
  }
}
