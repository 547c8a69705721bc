import SpotCheckIngest
import SpotCheckStatistics
import Testing

@testable import SpotCheck

struct SamplingAllocationTests {
  private static func rate(
    _ region: String, _ category: String, _ passes: Int, of trials: Int, shrunken: Double? = nil
  ) -> MeasuredRates.Rate {
    MeasuredRates.Rate(
      region: region, regionName: "name of " + region, category: DimensionKey(levels: [category]),
      trials: trials, passes: passes, shrunkenRate: shrunken, target: DecimalFraction("0.96"))
  }

  private static let measured = MeasuredRates(
    period: "2024", level: "prefecture",
    rates: [
      rate("A", "x", 90, of: 100, shrunken: 0.92), rate("B", "x", 50, of: 50, shrunken: 0.98),
      rate("A", "y", 19, of: 20), rate("B", "y", 0, of: 0), rate("A", "z", 40, of: 40, shrunken: 1),
    ])

  @Test("without a frame sizes are the units judged, and a rate of 1 is never planned with")
  func reportAlone() {
    let strata = SamplingStrata(measured: Self.measured)
    #expect(strata.strata.map(\.size) == [100, 50, 20, 1, 40])
    let rates = [0.92, 0.98, 19.5 / 21, 19.5 / 21, 40.5 / 41]
    #expect(strata.strata.map(\.rate) == rates)
    #expect(strata.strata.map(\.rateSource) == [.shrunken, .shrunken, .counts, .category, .category])
    #expect(!strata.isFrameKnown && strata.strata.allSatisfy { $0.maximum == nil })
  }

  @Test("with a frame its rows are the strata, by code or by name, and the rest is said")
  func frame() throws {
    let frame = try SamplingFrameTests.frame(
      "region,category,size,unit_cost,minimum,rate\nA,x,500,2,,\nname of B,x,300,1,7,\nC,x,1,,,\nC,w,80,,,\nC,v,9,,,0.5"
    )
    let strata = try SamplingStrata(frame: frame, measured: Self.measured)
    let rates = [0.92, 0.98, 140.5 / 151, 199.5 / 211, 0.5]
    #expect(strata.strata.map(\.rate) == rates)
    #expect(strata.strata.map(\.rateSource) == [.shrunken, .shrunken, .category, .everything, .given])
    #expect(strata.strata.map(\.minimum) == [2, 7, 1, 2, 2])
    #expect(strata.strata.map(\.maximum) == [500, 300, 1, 80, 9])
    #expect(strata.strata.map { $0.target != nil } == [true, true, true, false, false])
    #expect(strata.outsideFrame == 3)
    let error = #expect(throws: SpotCheckError.self) { try SamplingStrata(frame: frame) }
    #expect(error?.kind == .badFrame(.noRate) && error?.line == 2)
  }

  @Test("units are those of the statistics, and what they buy adds up")
  func total() throws {
    let strata = SamplingStrata(measured: Self.measured)
    let allocation = try SamplingAllocation(strata: strata, goal: .total(120))
    let allocated = strata.strata.map {
      AllocationStratum(
        size: Double($0.size), deviation: ($0.rate * (1 - $0.rate)).squareRoot(), minimum: 2, isFinite: false)
    }
    let purchase = allocation.purchase
    let units = try Allocation.units(of: 120, among: allocated)
    #expect(purchase.rows.map(\.units) == units)
    #expect(purchase.units == 120 && purchase.cost == 120 && allocation.rule == .neyman)
    let variance = Allocation.variance(of: purchase.rows.map { Double($0.units) }, among: allocated)
    #expect(purchase.standardError == variance.squareRoot() / 211)
    #expect(purchase.shortfalls == 3)
    let powers = purchase.rows.map(\.power)
    #expect(powers.map { $0 != nil } == [true, false, true, true, false])
    let proofs = powers.compactMap(\.self).reduce(0, +)
    #expect(purchase.expectedProofs == proofs)
    #expect(allocation.cuts.map(\.share) == [0.1, 0.2])
    #expect(allocation.cuts.map { $0.purchase?.units } == [108, 96])
    let margins = [purchase.margin] + allocation.cuts.map { $0.purchase?.margin }
    #expect(margins.compactMap(\.self) == margins.compactMap(\.self).sorted() && !margins.contains(nil))
  }

  @Test("a margin is reached at no more cost than it takes, and a budget is kept")
  func margin() throws {
    let frame = try SamplingFrameTests.frame(
      "region,category,size,unit_cost\nA,x,5000,20\nB,x,3000,10\nA,y,800,40\nA,z,900,5")
    let strata = try SamplingStrata(frame: frame, measured: Self.measured)
    let allocation = try SamplingAllocation(strata: strata, goal: .margin(0.01))
    let margin = try #require(allocation.purchase.margin)
    #expect(margin <= 0.01 && margin > 0.0099)
    let cheaper = allocation.purchase.cost * 0.99
    let budget = try SamplingAllocation(strata: strata, goal: .budget(cheaper))
    #expect(budget.purchase.cost <= cheaper)
    #expect(try #require(budget.purchase.margin) > 0.01)
    let variance = try SamplingAllocation(strata: strata, goal: .variance(margin * margin / 3.8414588))
    #expect(try #require(variance.purchase.margin) <= margin * 1.0000001)
  }

  @Test("a census has neither margin nor doubt")
  func census() throws {
    let frame = try SamplingFrameTests.frame(
      "region,category,size,rate,target\nA,x,50,0.9,0.96\nB,x,40,0.99,0.96")
    let allocation = try SamplingAllocation(strata: try SamplingStrata(frame: frame), goal: .total(90))
    #expect(allocation.purchase.margin == 0 && allocation.purchase.rows.map(\.margin) == [0, 0])
    #expect(allocation.purchase.rows.map(\.power) == [1, nil])
    #expect(allocation.purchase.expectedProofs == 1)
  }

  @Test("what cannot be is refused with what to write, and a cut below the minima buys nothing")
  func refused() throws {
    let strata = SamplingStrata(measured: Self.measured, minimum: 20)
    func message(_ strata: SamplingStrata, _ goal: SamplingGoal) -> String? {
      let error = #expect(throws: SpotCheckError.self) { try SamplingAllocation(strata: strata, goal: goal) }
      return error?.message(in: .english)
    }
    #expect(message(strata, .total(99))?.contains("--total 100 or more") == true)
    #expect(message(strata, .budget(99.5))?.contains("--budget 100 or more") == true)
    let allocation = try SamplingAllocation(strata: strata, goal: .total(100), cuts: [0.01])
    #expect(allocation.cuts[0].purchase == nil && allocation.cuts[0].left == 99)
    let small = try SamplingStrata(
      frame: SamplingFrameTests.frame("region,category,size,maximum,rate\nA,x,50,10,0.9\nB,x,10,,0.9"))
    #expect(message(small, .total(21))?.contains("--total 20 or less") == true)
    #expect(message(small, .margin(0.001))?.contains("--margin 0.") == true)
    #expect(message(small, .variance(1e-9))?.contains("greater --variance") == true)
    let crossed = SamplingStrata(measured: MeasuredRates(period: "", level: "", rates: []))
    #expect(message(crossed, .total(1))?.contains("no more than 0") == true)
  }

  @Test("small samples prove nothing with one failure, as findings do not")
  func oneFailure() throws {
    let frame = try SamplingFrameTests.frame("region,category,size,rate,target\nA,x,9000,0.9,0.99")
    let stratum = try #require(SamplingStrata(frame: frame).strata.first)
    #expect(stratum.power(units: 1, alpha: 0.05) == 0)
    let two = try #require(stratum.power(units: 2, alpha: 0.05))
    #expect((two - 0.01).magnitude < 1e-4)
  }
}
