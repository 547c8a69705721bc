import Testing

@testable import SpotCheckStatistics

struct AllocationTests {
  /// Strata as they may come: some without variance, some bounded from below, above, or to one value.
  static func strata(_ count: Int, seed: UInt64) -> [AllocationStratum] {
    var generator = SeededGenerator(seed: seed)
    return (0..<count).map { _ in
      let size = Double(Int.random(in: 1...5000, using: &generator))
      let rate = Double.random(in: 0.8...1, using: &generator)
      let least = min(size, Double(Int.random(in: 0...30, using: &generator)))
      let most =
        Bool.random(using: &generator) ? size : least + Double(Int.random(in: 0...40, using: &generator))
      return AllocationStratum(
        size: size,
        deviation: Int.random(in: 0..<20, using: &generator) == 0
          ? 0 : AllocationStratum.deviation(rate: rate, population: Int(size)),
        unitCost: Double(Int.random(in: 50...900, using: &generator)), minimum: least, maximum: most)
    }
  }

  /// Checks the conditions of Karush, Kuhn and Tucker: one multiplier λ, with the marginal gain A²/(x² p) at most λ
  /// where more could be given, and at least λ where something could be taken; so equal to it inside the bounds.
  static func checkOptimum(_ units: [Double], _ strata: [AllocationStratum], prices: [Double]) {
    func marginal(_ index: Int) -> Double {
      let spread = strata[index].size * strata[index].deviation
      return spread == 0 ? 0 : spread * spread / (units[index] * units[index] * prices[index])
    }
    let varying = strata.indices.filter { strata[$0].size * strata[$0].deviation > 0 }
    let growing = varying.filter { units[$0] < strata[$0].most }.map(marginal)
    let shrinking = varying.filter { units[$0] > strata[$0].minimum }.map(marginal)
    if let most = growing.max(), let least = shrinking.min() { #expect(most <= least * (1 + 1e-9)) }
    for (stratum, units) in zip(strata, units) {
      #expect(units >= stratum.minimum && units <= stratum.most)
    }
  }

  @Test("a number of units is shared at the optimum", arguments: 1...20 as ClosedRange<UInt64>)
  func total(seed: UInt64) throws {
    let strata = Self.strata(40, seed: seed)
    let least = strata.reduce(0) { $0 + $1.minimum }
    let most = strata.reduce(0) { $0 + $1.most }
    for part in [0, 0.01, 0.1, 0.3, 0.7, 1] {
      let total = least + part * (most - least)
      let units = try Allocation.shares(of: total, among: strata)
      #expect(units.reduce(0, +).isNear(total))
      Self.checkOptimum(units, strata, prices: strata.map { _ in 1 })
    }
  }

  @Test("3,000 strata with bounds and costs are at the optimum")
  func many() throws {
    let strata = Self.strata(3000, seed: 7)
    let budget = 1.2 * strata.reduce(0) { $0 + $1.unitCost * $1.minimum }
    let units = try Allocation.shares(costing: budget, among: strata)
    #expect(zip(units, strata).reduce(0) { $0 + $1.0 * $1.1.unitCost }.isNear(budget))
    Self.checkOptimum(units, strata, prices: strata.map(\.unitCost))
  }

  @Test(
    "no exchange of a unit between two strata has less variance", arguments: 21...25 as ClosedRange<UInt64>)
  func exchange(seed: UInt64) throws {
    let strata = Self.strata(12, seed: seed)
    let least = strata.reduce(0) { $0 + $1.minimum }
    let total = Int(least + (strata.reduce(0) { $0 + $1.most } - least) / 4)
    let units = try Allocation.units(of: total, among: strata).map(Double.init)
    #expect(units.reduce(0, +) == Double(total))
    let shares = try Allocation.shares(of: Double(total), among: strata)
    let best = Allocation.variance(of: shares, among: strata)
    #expect(Allocation.variance(of: units, among: strata) >= best * (1 - 1e-12))
    for from in strata.indices where shares[from] - 1 >= strata[from].minimum {
      for to in strata.indices where to != from && shares[to] + 1 <= strata[to].most {
        var other = shares
        other[from] -= 1
        other[to] += 1
        #expect(Allocation.variance(of: other, among: strata) >= best * (1 - 1e-12))
      }
    }
  }

  @Test("the least cost for a variance is the budget that buys it", arguments: 31...40 as ClosedRange<UInt64>)
  func leastCost(seed: UInt64) throws {
    let strata = Self.strata(40, seed: seed)
    let least = strata.reduce(0) { $0 + $1.unitCost * max($1.minimum, 1) }
    let bought = try Allocation.shares(costing: 1.5 * least, among: strata)
    let variance = Allocation.variance(of: bought, among: strata)
    let units = try Allocation.shares(reaching: variance, among: strata)
    #expect(Allocation.variance(of: units, among: strata).isNear(variance))
    for (index, stratum) in strata.enumerated() where stratum.deviation > 0 {
      #expect(units[index].isNear(bought[index], within: 1e-8))
    }
    let whole = try Allocation.units(reaching: variance, among: strata).map(Double.init)
    #expect(Allocation.variance(of: whole, among: strata) <= variance * (1 + 1e-12))
  }

  @Test(
    "a budget in whole units is not exceeded, and what is left buys none",
    arguments: 41...50 as ClosedRange<UInt64>)
  func budget(seed: UInt64) throws {
    let strata = Self.strata(40, seed: seed)
    let budget = 1.3 * strata.reduce(0) { $0 + $1.unitCost * $1.minimum } + 10_000
    let units = try Allocation.units(costing: budget, among: strata)
    let cost = zip(units, strata).reduce(0) { $0 + Double($1.0) * $1.1.unitCost }
    let cheapest = zip(units, strata).filter { Double($0) + 1 <= $1.most && $1.deviation > 0 }
      .map(\.1.unitCost).min()
    #expect(cost <= budget && budget - cost < (cheapest ?? .infinity))
    for (stratum, units) in zip(strata, units) {
      #expect(Double(units) >= stratum.minimum && Double(units) <= stratum.most)
    }
  }

  @Test("proportional allocation gives every unit the same chance")
  func proportional() throws {
    let strata = [300.0, 600, 100].map { AllocationStratum(size: $0, deviation: 0.1, unitCost: $0) }
    #expect(try Allocation.units(of: 50, among: strata, by: .proportional) == [15, 30, 5])
    let units = try Allocation.shares(costing: 46_000, among: strata, by: .proportional)
    #expect(zip(units, [30.0, 60, 10]).allSatisfy { $0.isNear($1) })
  }

  @Test("what does not vary gets its minimum, until all others are at their maxima")
  func idle() throws {
    let varying = AllocationStratum(size: 100, deviation: 0.2, minimum: 2)
    let plain = AllocationStratum(size: 50, deviation: 0, minimum: 3)
    let strata = [varying, plain, plain]
    #expect(try Allocation.units(of: 60, among: strata) == [54, 3, 3])
    #expect(try Allocation.units(of: 150, among: strata) == [100, 25, 25])
    #expect(try Allocation.units(of: 10, among: [plain, plain]) == [5, 5])
  }

  @Test("what cannot be is refused with how much it would take")
  func refused() {
    let stratum = AllocationStratum(size: 10, deviation: 0.5, minimum: 4)
    #expect(throws: AllocationError.belowMinimum(8)) {
      try Allocation.units(of: 7, among: [stratum, stratum])
    }
    #expect(throws: AllocationError.aboveMaximum(20)) {
      try Allocation.units(of: 21, among: [stratum, stratum])
    }
    #expect(throws: AllocationError.badStratum(1)) {
      try Allocation.units(of: 5, among: [stratum, AllocationStratum(size: 3, deviation: 1, minimum: 4)])
    }
    let capped = AllocationStratum(size: 10, deviation: 0.5, maximum: 5)
    #expect(throws: AllocationError.varianceOutOfReach(2.5)) {
      try Allocation.shares(reaching: 2, among: [capped])
    }
    #expect(throws: AllocationError.badStratum(0)) {
      try Allocation.units(of: 1, among: [AllocationStratum(size: .nan, deviation: 1)])
    }
    #expect(throws: AllocationError.aboveMaximum(0)) { try Allocation.units(of: 1, among: []) }
  }

  @Test("a census leaves no variance, and no unit all of it")
  func variance() {
    let stratum = AllocationStratum(size: 10, deviation: 0.5)
    #expect(stratum.variance(units: 10) == 0)
    #expect(stratum.variance(units: 0) == .infinity)
    #expect(AllocationStratum(size: 10, deviation: 0).variance(units: 0) == 0)
    #expect(AllocationStratum(size: 10, deviation: 0.5, isFinite: false).variance(units: 10) == 2.5)
  }
}
