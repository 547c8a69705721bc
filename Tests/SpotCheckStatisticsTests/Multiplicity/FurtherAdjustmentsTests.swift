import SpotCheckStatistics
import Testing

struct FurtherAdjustmentsTests {
  private static let procedures: [@Sendable ([Double]) -> [Double]] = [
    MultipleTesting.bonferroni, MultipleTesting.benjaminiYekutieli, MultipleTesting.hochberg,
    MultipleTesting.sidak, MultipleTesting.sidakStepDown, { MultipleTesting.storey($0).q },
  ]

  @Test(arguments: procedures.indices) func adjustedValuesKeepTheirOrder(procedure: Int) {
    var random = SeededGenerator(seed: 11)
    let p = [0, 1] + (0..<40).map { _ in Double.random(in: 0...1, using: &random) }
    let adjusted = Self.procedures[procedure](p)
    #expect(adjusted.allSatisfy { (0...1).contains($0) })
    let order = p.indices.sorted { p[$0] < p[$1] }
    for (one, next) in zip(order, order.dropFirst()) { #expect(adjusted[one] <= adjusted[next]) }
    #expect(Self.procedures[procedure]([]).isEmpty)
  }

  @Test func oneTestIsNotAdjusted() {
    for procedure in Self.procedures.dropLast() { #expect(procedure([0.03])[0].isNear(0.03)) }
  }

  @Test func theAdaptiveProcedureEndsWhenNothingChanges() {
    let none = MultipleTesting.benjaminiKriegerYekutieli([0.4, 0.9], level: 0.05, stages: 9)
    #expect(none.isRejected == [false, false])
    #expect(none.levels.count == 1)
    let all = MultipleTesting.benjaminiKriegerYekutieli([0.001, 0.002], level: 0.05, stages: 9)
    #expect(all.isRejected == [true, true])
    #expect(MultipleTesting.benjaminiKriegerYekutieli([], level: 0.05).isRejected.isEmpty)
  }
}
