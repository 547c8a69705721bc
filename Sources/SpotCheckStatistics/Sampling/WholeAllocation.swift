extension Allocation {
  /// Shares a whole number of units, by largest remainders from the shares that are not whole.
  ///
  /// Bounds are whole numbers; maxima of strata that can take no more are kept, and so is the total.
  ///
  /// - Throws: As ``shares(of:among:by:)``.
  public static func units(
    of total: Int, among strata: [AllocationStratum], by rule: Rule = .neyman
  ) throws(AllocationError) -> [Int] {
    LargestRemainder.rounded(try shares(of: Double(total), among: strata, by: rule))
  }

  /// Spends a budget on whole units, never more of it than there is.
  ///
  /// From the shares rounded down, units are added where the next one takes most variance off for its cost,
  /// N² S²/(x (x + 1) c), one to a stratum in a round, until what is left buys none (marginal analysis: Fox 1966;
  /// Wright 2012). Strata without variance get what their minima or the shares say.
  ///
  /// - Throws: As ``shares(costing:among:by:)``.
  /// - Complexity: O(H log H) for a round, of which there are few.
  public static func units(
    costing budget: Double, among strata: [AllocationStratum], by rule: Rule = .optimal
  ) throws(AllocationError) -> [Int] {
    var units = try shares(costing: budget, among: strata, by: rule).map { ($0 * (1 + 1e-12)).rounded(.down) }
    var rest = budget - zip(units, strata).reduce(0) { $0 + $1.0 * $1.1.unitCost }
    var isSpending = true
    while isSpending {
      isSpending = false
      for index in wanting(units, strata) where strata[index].unitCost <= rest {
        units[index] += 1
        rest -= strata[index].unitCost
        isSpending = true
      }
    }
    return units.map { Int(exactly: $0) ?? .max }
  }

  /// Reaches a variance with whole units: the shares rounded up, as far as the maxima allow.
  ///
  /// - Throws: As ``shares(reaching:among:)``.
  public static func units(
    reaching variance: Double, among strata: [AllocationStratum]
  ) throws(AllocationError) -> [Int] {
    try shares(reaching: variance, among: strata).map { wholeUnits($0) }
  }

  /// The strata that vary and can take another unit, the most useful first.
  private static func wanting(_ units: [Double], _ strata: [AllocationStratum]) -> [Int] {
    func gain(_ index: Int) -> Double {
      let weight = strata[index].size * strata[index].deviation
      return weight * weight / (units[index] * (units[index] + 1) * strata[index].unitCost)
    }
    return strata.indices.filter { strata[$0].size * strata[$0].deviation > 0 }
      .filter { units[$0] + 1 <= strata[$0].most }
      .map { (index: $0, gain: gain($0)) }
      .sorted { ($1.gain, $0.index) < ($0.gain, $1.index) }
      .map(\.index)
  }
}
