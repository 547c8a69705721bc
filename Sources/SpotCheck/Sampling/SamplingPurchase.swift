import Glibc
import SpotCheckStatistics

/// Units per stratum, and the precision and power they buy.
public struct SamplingPurchase: Sendable, Equatable {
  /// What a stratum gets.
  public struct Row: Sendable, Equatable {
    /// Units to be inspected.
    public var units: Int
    /// What they cost.
    public var cost: Double
    /// Half the width of the interval to be expected; `nil` without units.
    public var margin: Double?
    /// The chance of proving the shortfall, were the rate as planned with; `nil` where there is none.
    public var power: Double?
  }

  /// What every stratum gets, in their order.
  public var rows: [Row]
  /// Units in sum.
  public var units: Int
  /// What they cost.
  public var cost: Double
  /// The rate of all strata together, as planned with.
  public var rate: Double
  /// The standard error of its estimate; `nil` where a stratum that varies gets nothing.
  public var standardError: Double?
  /// Half the width of its interval; `nil` with the error.
  public var margin: Double?
  /// Strata whose rate planned with falls short of the target.
  public var shortfalls: Int
  /// How many of these are to be expected proven, the sum of their chances.
  public var expectedProofs: Double
}

/// Shares units among strata by one rule, and reckons what they buy.
struct SamplingShares {
  let strata: [SamplingStratum]
  let rule: Allocation.Rule
  let confidence: Double
  let alpha: Double

  /// - Throws: `cannotAllocate`.
  func purchase(for goal: SamplingGoal) throws(SpotCheckError) -> SamplingPurchase {
    do {
      return purchase(of: try units(for: goal))
    } catch {
      throw SpotCheckError(.cannotAllocate(problem(error, goal)))
    }
  }

  private var z: Double { SpecialFunctions.normalQuantile((1 + confidence) / 2) }
  private var size: Double { strata.reduce(0) { $0 + Double($1.size) } }

  private func units(for goal: SamplingGoal) throws(AllocationError) -> [Int] {
    let allocated = strata.map(\.allocated)
    switch goal {
    case .total(let total): return try Allocation.units(of: total, among: allocated, by: rule)
    case .budget(let money): return try Allocation.units(costing: money, among: allocated, by: rule)
    case .margin(let margin):
      let error = margin / z * size
      return try Allocation.units(reaching: error * error, among: allocated)
    case .variance(let variance):
      return try Allocation.units(reaching: variance * size * size, among: allocated)
    }
  }

  private func problem(
    _ error: AllocationError, _ goal: SamplingGoal
  ) -> SpotCheckError.AllocationProblem {
    let isMoney = if case .budget = goal { true } else { false }
    switch error {
    case .badStratum(let index):
      return .boundsCross(region: strata[index].region, category: strata[index].category.text)
    case .belowMinimum(let least): return .belowMinimum(least, isMoney: isMoney)
    case .aboveMaximum(let most): return .aboveMaximum(most, isMoney: isMoney)
    case .varianceOutOfReach(let variance):
      guard case .margin = goal else { return .varianceOutOfReach(variance / (size * size)) }
      return .marginOutOfReach(z * variance.squareRoot() / size)
    }
  }

  private func purchase(of units: [Int]) -> SamplingPurchase {
    let rows = zip(strata, units).map { stratum, units in
      SamplingPurchase.Row(
        units: units, cost: Double(units) * stratum.unitCost,
        margin: stratum.margin(units: units, confidence: confidence),
        power: stratum.power(units: units, alpha: alpha))
    }
    let variance = Allocation.variance(of: units.map(Double.init), among: strata.map(\.allocated))
    let error = size > 0 && variance.isFinite ? variance.squareRoot() / size : nil
    return SamplingPurchase(
      rows: rows, units: units.reduce(0, +), cost: rows.reduce(0) { $0 + $1.cost },
      rate: strata.reduce(0) { $0 + Double($1.size) * $1.rate } / max(1, size), standardError: error,
      margin: error.map { z * $0 }, shortfalls: rows.count { $0.power != nil },
      expectedProofs: rows.reduce(0) { $0 + ($1.power ?? 0) })
  }
}
