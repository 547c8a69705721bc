import SpotCheckStatistics
import Testing

struct ShrinkageTests {
  private static let passes = [31, 58, 9, 16, 150, 23, 207, 95, 53, 21]
  private static let trials = [33, 59, 15, 17, 180, 24, 208, 105, 55, 23]

  @Test func eachRateLiesBetweenItsOwnAndThePriors() throws {
    let result = Shrinkage.shrink(passes: Self.passes, trials: Self.trials, target: 0.95)
    let fit = try #require(result.fit)
    #expect(result.kind == .betaBinomial)
    for (cell, shrunken) in result.cells.enumerated() {
      let shrunken = try #require(shrunken)
      let own = Double(Self.passes[cell]) / Double(Self.trials[cell])
      let mixed = shrunken.lambda * own + (1 - shrunken.lambda) * fit.prior.mean
      #expect(shrunken.shrunkenRate.isNear(mixed))
      let posterior = fit.prior.posterior(passes: Self.passes[cell], trials: Self.trials[cell])
      let below = try #require(shrunken.probabilityBelow)
      #expect(below.isNear(posterior.probability(below: 0.95), within: 1e-12))
    }
  }

  @Test func fewerThanEightCellsLendNothing() {
    let passes = Array(Self.passes.prefix(7)) + [0]
    let trials = Array(Self.trials.prefix(7)) + [0]
    let result = Shrinkage.shrink(passes: passes, trials: trials, target: 0.95)
    #expect(result.kind == .none && result.fit == nil)
    #expect(result.cells == Array(repeating: nil, count: 8))
  }

  @Test func withoutDispersionAllHaveThePooledRate() throws {
    let result = Shrinkage.shrink(
      passes: Array(repeating: 19, count: 8) + [0], trials: Array(repeating: 20, count: 8) + [0], target: 0.96
    )
    #expect(result.kind == .pooled && result.fit == nil)
    let pooled = BetaDistribution(alpha: 152.5, beta: 8.5)
    for shrunken in result.cells.dropLast() {
      let shrunken = try #require(shrunken)
      #expect(shrunken.shrunkenRate == 0.95 && shrunken.lambda == 0)
      #expect(shrunken.probabilityBelow == pooled.probability(below: 0.96))
    }
    #expect(result.cells.last == .some(nil))
  }

  @Test(arguments: [Self.passes, Self.trials]) func belowATargetOfOneThereIsNoProbability(passes: [Int]) {
    let result = Shrinkage.shrink(passes: passes, trials: Self.trials, target: 1)
    #expect(result.cells.allSatisfy { $0 != nil && $0?.probabilityBelow == nil })
  }

  @Test func eachCellMayHaveItsTarget() {
    let targets = Self.trials.indices.map { $0 == 2 ? 0.9 : 0.95 }
    let own = Shrinkage.shrink(passes: Self.passes, trials: Self.trials, targets: targets)
    let one = Shrinkage.shrink(passes: Self.passes, trials: Self.trials, target: 0.95)
    #expect(Self.trials.indices.allSatisfy { (own.cells[$0] == one.cells[$0]) == ($0 != 2) })
  }
}
