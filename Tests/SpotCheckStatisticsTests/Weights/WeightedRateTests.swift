import SpotCheckStatistics
import Testing

struct WeightedRateTests {
  @Test func equalUnitsAreJudgedByTheExactBinomial() throws {
    let evidence = try #require(
      WeightedRate.evidence(
        weights: [2, 3], trials: [400, 600], passes: [380, 560], target: 0.96, level: 0.95))
    #expect(evidence.estimator == .exactBinomial)
    #expect(evidence.rate == 0.94)
    #expect(evidence.pShortfall == ExactTest.pShortfall(passes: 940, trials: 1_000, target: 0.96))
    #expect(evidence.pMet == ExactTest.pMet(passes: 940, trials: 1_000, target: 0.96))
    #expect(evidence.lowerBound == BinomialInterval.lowerBound(passes: 940, trials: 1_000, level: 0.95))
    #expect(evidence.upperBound == BinomialInterval.upperBound(passes: 940, trials: 1_000, level: 0.95))
    let interval = try #require(
      BinomialInterval.interval(passes: 940, trials: 1_000, level: 0.95, method: .clopperPearson))
    #expect(evidence.interval.lower.isNear(interval.lower) && evidence.interval.upper.isNear(interval.upper))
  }

  @Test func aMissingStratumLeavesTheOthersAndItsWeight() throws {
    let all = try #require(
      WeightedRate.evidence(
        weights: [70, 20, 10], trials: [0, 30, 300], passes: [0, 29, 285], target: 0.96, level: 0.95))
    let some = try #require(
      WeightedRate.evidence(
        weights: [2, 1], trials: [30, 300], passes: [29, 285], target: 0.96, level: 0.95))
    #expect(all.weightCovered.isNear(0.3))
    #expect(some.weightCovered == 1)
    #expect(all.pShortfall.isNear(some.pShortfall) && all.pMet.isNear(some.pMet))
    #expect(WeightedRate.evidence(weights: [1], trials: [0], passes: [0], target: 0.96, level: 0.95) == nil)
    #expect(WeightedRate.evidence(weights: [0], trials: [9], passes: [9], target: 0.96, level: 0.95) == nil)
    #expect(WeightedRate.evidence(weights: [], trials: [], passes: [], target: 0.96, level: 0.95) == nil)
  }

  @Test func aBoundExcludesTheTargetWhenItsTestRejects() throws {
    var random = SeededGenerator(seed: 7)
    var rejected = 0
    for _ in 0..<300 {
      let trials = (0..<4).map { _ in Int.random(in: 20...2_000, using: &random) }
      let passes = trials.map { random.passes(of: $0, rate: 0.95) }
      let weights = trials.map { _ in Double.random(in: 1...9, using: &random) }
      let evidence = try #require(
        WeightedRate.evidence(weights: weights, trials: trials, passes: passes, target: 0.96, level: 0.95))
      #expect((evidence.pShortfall < 0.05) == (evidence.upperBound < 0.96))
      #expect((evidence.pMet < 0.05) == (evidence.lowerBound > 0.96))
      #expect(
        evidence.interval.lower <= evidence.lowerBound && evidence.upperBound <= evidence.interval.upper)
      if evidence.pShortfall < 0.05 { rejected += 1 }
    }
    #expect((1..<300).contains(rejected))
  }

  @Test func theScaleOfWeightsDoesNotMatter() throws {
    let counts = (trials: [20, 30, 300], passes: [19, 30, 285])
    let one = try #require(
      WeightedRate.estimate(weights: [7, 2, 1], trials: counts.trials, passes: counts.passes))
    let other = try #require(
      WeightedRate.estimate(weights: [700, 200, 100], trials: counts.trials, passes: counts.passes))
    #expect(one.rate.isNear(other.rate) && one.variance.isNear(other.variance))
  }

  @Test func aSingleTrialHasTheGreatestVariance() throws {
    let estimate = try #require(WeightedRate.estimate(weights: [1, 1], trials: [1, 50], passes: [1, 48]))
    #expect(estimate.variance.isNear(0.25 * 0.25 + 0.25 * 0.96 * 0.04 / 49))
    #expect(estimate.degreesOfFreedom == 0)
    #expect(estimate.interval(level: 0.95) == nil)
  }

  @Test func withinATrillionthATargetIsAttained() throws {
    let target = try #require(DecimalFraction("0.96"))
    #expect(WeightedRate.attains(0.96 - 1e-13, target))
    #expect(!WeightedRate.attains(0.96 - 1e-11, target))
  }
}
