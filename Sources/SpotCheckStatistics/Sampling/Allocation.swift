/// How units are shared among strata.
public enum Allocation {
  /// What the share of a stratum is proportional to, as long as it meets no bound.
  public enum Rule: String, Hashable, Sendable, CaseIterable {
    /// N_h: every unit has the same chance.
    case proportional
    /// N_h S_h: the least variance for a number of units (Tschuprow 1923; Neyman 1934).
    case neyman
    /// N_h S_h/√c_h: the least variance for a sum of costs (Cochran 1977, 5.5).
    case optimal

    func direction(of stratum: AllocationStratum) -> Double {
      switch self {
      case .proportional: stratum.size
      case .neyman: stratum.size * stratum.deviation
      case .optimal: stratum.size * stratum.deviation / stratum.unitCost.squareRoot()
      }
    }
  }

  /// Shares a number of units: x_h = clip(s a_h, m_h, M_h) with Σ x_h = n.
  ///
  /// a_h is what the rule says; with ``Rule/neyman`` no other x within the bounds has less variance
  /// (Wesołowski, Wieczorkowski & Wójciak, *J. Survey Statistics and Methodology* 10, 2022; with both bounds:
  /// Wójciak, RNABOX 2023). What strata without variance must take is shared equally among them.
  ///
  /// - Returns: x, not rounded; ``LargestRemainder/rounded(_:)`` keeps its total.
  /// - Throws: `badStratum`, `belowMinimum` or `aboveMaximum`.
  /// - Complexity: O(H log H) for H strata.
  public static func shares(
    of total: Double, among strata: [AllocationStratum], by rule: Rule = .neyman
  ) throws(AllocationError) -> [Double] {
    try spend(total, strata, prices: strata.map { _ in 1 }, rule)
  }

  /// Spends a budget: x_h = clip(s a_h, m_h, M_h) with Σ c_h x_h = B.
  ///
  /// As ``shares(of:among:by:)``; here ``Rule/optimal`` has the least variance.
  public static func shares(
    costing budget: Double, among strata: [AllocationStratum], by rule: Rule = .optimal
  ) throws(AllocationError) -> [Double] {
    try spend(budget, strata, prices: strata.map(\.unitCost), rule)
  }

  /// Reaches a variance of the estimated total at the least cost.
  ///
  /// Minimises Σ c_h x_h under Σ N_h² S_h²/x_h − Σ N_h S_h² ≤ V and the bounds; x_h = clip(s a_h, m_h, M_h)
  /// with ``Rule/optimal``. Strata without variance get their minima.
  ///
  /// - Returns: x, not rounded; rounded up it keeps the variance.
  /// - Throws: `badStratum`, or `varianceOutOfReach` where the maxima, or a census, leave more.
  /// - Complexity: O(H log H) for H strata.
  public static func shares(
    reaching variance: Double, among strata: [AllocationStratum]
  ) throws(AllocationError) -> [Double] {
    try check(strata)
    let box = ScaledBox(strata, directions: strata.map(Rule.optimal.direction))
    func varianceLeft(_ scale: Double) -> Double {
      Self.variance(of: box.units(at: scale), among: strata)
    }
    guard varianceLeft(0) > variance else { return box.units(at: 0) }
    let least = varianceLeft(.infinity)
    guard least < variance else {
      guard least <= variance * (1 + 1e-12), least.isFinite else { throw .varianceOutOfReach(least) }
      return box.units(at: .infinity)
    }
    let piece = box.piece { varianceLeft($0) <= variance }
    var allowed = variance
    var spread = 0.0
    for (index, stratum) in strata.enumerated() {
      if let bound = box.bound(of: index, in: piece) {
        allowed += stratum.fixedVariance
        let weight = stratum.size * stratum.deviation
        if weight > 0 { allowed -= weight * weight / bound }
      } else {
        allowed += stratum.fixedVariance
        spread += stratum.size * stratum.deviation * stratum.unitCost.squareRoot()
      }
    }
    return box.units(at: spread / allowed, in: piece)
  }

  /// The variance of the estimated total, Σ N_h² S_h²(1/x_h − 1/N_h); infinite where a stratum that varies gets nothing.
  ///
  /// Divided by (Σ N_h)² it is the variance of the estimated rate.
  public static func variance(of units: [Double], among strata: [AllocationStratum]) -> Double {
    precondition(units.count == strata.count, "arrays of unequal length")
    return zip(units, strata).reduce(0) { $0 + $1.1.variance(units: $1.0) }
  }

  static func check(_ strata: [AllocationStratum]) throws(AllocationError) {
    if let bad = strata.firstIndex(where: { !$0.isSound }) { throw .badStratum(bad) }
  }

  private static func spend(
    _ amount: Double, _ strata: [AllocationStratum], prices: [Double], _ rule: Rule
  ) throws(AllocationError) -> [Double] {
    try check(strata)
    let least = zip(prices, strata).reduce(0) { $0 + $1.0 * $1.1.minimum }
    let most = zip(prices, strata).reduce(0) { $0 + $1.0 * $1.1.most }
    guard amount >= least * (1 - 1e-12) else { throw .belowMinimum(least) }
    guard amount <= most * (1 + 1e-12) else { throw .aboveMaximum(most) }
    let directions = strata.map(rule.direction)
    let box = ScaledBox(strata, directions: directions)
    let idle = directions.indices.filter { directions[$0] == 0 }
    let rest = amount - box.cost(at: .infinity, prices)
    guard rest > 0, !idle.isEmpty else { return box.units(costing: amount, prices) }
    var units = box.units(at: .infinity)
    let share = idle.reduce(rest) { $0 + prices[$1] * units[$1] }
    let equal = ScaledBox(idle.map { strata[$0] }, directions: idle.map { _ in 1 })
    for (index, more) in zip(idle, equal.units(costing: share, idle.map { prices[$0] })) {
      units[index] = more
    }
    return units
  }
}
