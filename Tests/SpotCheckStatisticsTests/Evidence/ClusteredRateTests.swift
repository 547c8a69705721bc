import SpotCheckStatistics
import Testing

@Suite struct ClusteredRateTests {
  @Test func theDesignEffectIsThatOfTheFormula() throws {
    let rate = try #require(ClusteredRate(passes: [10, 2, 9, 0], trials: [10, 10, 10, 0]))
    #expect(rate.trials == 30 && rate.passes == 21 && rate.clusters == 3 && rate.failingClusters == 2)
    let variance = 1.5 * (9.0 + 25 + 4) / 900
    #expect(abs((rate.variance ?? 0) - variance) < 1e-15)
    #expect(abs(rate.designEffect - variance * 29 / 0.21) < 1e-12)
    #expect(abs(rate.effectiveTrials * rate.designEffect - 30) < 1e-12)
  }

  @Test func clustersThatVaryNoMoreThanChanceChangeNothing() throws {
    let rate = try #require(
      ClusteredRate(passes: [9, 9, 9, 9, 9], trials: [10, 10, 10, 10, 10]))
    #expect(rate.designEffect == 1)
    for target in [0.8, 0.96, 1] {
      let short = ExactTest.pShortfall(passes: 45, trials: 50, target: target)
      let met = ExactTest.pMet(passes: 45, trials: 50, target: target)
      #expect(abs(rate.pShortfall(target: target) - short) < 1e-12)
      #expect(abs(rate.pMet(target: target) - met) < 1e-12)
    }
    let exact = BinomialInterval.interval(passes: 45, trials: 50, level: 0.95, method: .clopperPearson)
    #expect(abs(rate.interval(level: 0.95).lower - (exact?.lower ?? 0)) < 1e-12)
    #expect(abs(rate.interval(level: 0.95).upper - (exact?.upper ?? 0)) < 1e-12)
  }

  @Test(
    "a single cluster is one unit",
    arguments: [([100], [100]), ([0], [40]), ([60], [100])])
  func oneCluster(passes: [Int], trials: [Int]) throws {
    let rate = try #require(ClusteredRate(passes: passes, trials: trials))
    #expect(rate.effectiveTrials == 1)
    #expect(rate.variance == nil)
    #expect(rate.pMet(target: 0.96) >= 0.95 && rate.pShortfall(target: 0.96) > 0.03)
  }

  @Test func unitsAllAlikeShowNoSpread() throws {
    let rate = try #require(ClusteredRate(passes: [50, 30, 20], trials: [50, 30, 20]))
    #expect(rate.designEffect == 1)
    #expect(abs(rate.pMet(target: 0.96) - ExactTest.pMet(passes: 100, trials: 100, target: 0.96)) < 1e-12)
    #expect(rate.pShortfall(target: 0.96) == 1)
    #expect(rate.upperBound(risk: 0.05) == 1)
    let failed = try #require(ClusteredRate(passes: [0, 0], trials: [5, 6]))
    #expect(failed.lowerBound(risk: 0.05) == 0)
    #expect(failed.pMet(target: 0.96) == 1)
    #expect(
      abs(failed.pShortfall(target: 0.96) - ExactTest.pShortfall(passes: 0, trials: 11, target: 0.96)) < 1e-20
    )
    #expect(ClusteredRate(passes: [], trials: []) == nil)
    #expect(ClusteredRate(passes: [0], trials: [0]) == nil)
  }
}
