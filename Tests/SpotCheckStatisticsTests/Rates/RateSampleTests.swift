import Glibc
import Testing

@testable import SpotCheckStatistics

struct RateSampleTests {
  private static let beyondJudgement = IntervalMethod.allCases.filter {
    !IntervalMethod.judgement.contains($0)
  }

  @Test(arguments: beyondJudgement) func limitsAreInOrderAndWithin0And1(method: IntervalMethod) throws {
    for trials in [1, 2, 3, 7, 40, 1_000_000] {
      for passes in Set([0, 1, trials / 2, trials - 1, trials]) {
        for level in [0.5, 0.95, 0.9999] {
          let limits = try #require(
            BinomialInterval.interval(passes: passes, trials: trials, level: level, method: method))
          #expect(0 <= limits.lower && limits.lower <= limits.upper && limits.upper <= 1)
        }
      }
    }
  }

  @Test func theLikelihoodRatioAtItsLimitsIsTheQuantile() {
    let sample = RateSample(passes: 7, trials: 50)
    let limits = sample.likelihoodRatio(tail: 0.025)
    for limit in [limits.lower, limits.upper] {
      let lost = 7 * log(0.14 / limit) + 43 * log(0.86 / (1 - limit))
      #expect((2 * lost).isNear(SpecialFunctions.chiSquareQuantile(0.95, freedom: 1), within: 1e-12))
    }
    let profile = sample.profile(tail: 0.025)
    #expect((profile.lower - limits.lower).magnitude < 1e-3)
    #expect((profile.upper - limits.upper).magnitude < 1e-3)
  }

  @Test func halfTheOutcomeSeenIsInEachTailOfMidP() {
    let limits = RateSample(passes: 2, trials: 9).midP(tail: 0.05)
    let lower = ExactTest.pMet(passes: 2, trials: 9, target: limits.lower)
    let beyond = ExactTest.pMet(passes: 3, trials: 9, target: limits.lower)
    #expect(((lower + beyond) / 2).isNear(0.05, within: 1e-12))
    #expect(ExactTest.midPShortfall(passes: 2, trials: 9, target: limits.upper).isNear(0.05, within: 1e-12))
  }

  @Test func theHighestDensityIsShorterThanEqualTails() throws {
    for passes in [1, 3, 10, 19] {
      let shortest = RateSample(passes: passes, trials: 20).solvedForTheRarer {
        $0.highestDensity(tail: 0.025)
      }
      let tails = try #require(
        BinomialInterval.interval(passes: passes, trials: 20, level: 0.95, method: .jeffreys))
      #expect(shortest.upper - shortest.lower <= tails.upper - tails.lower + 1e-12)
      let posterior = BetaDistribution.jeffreys.posterior(passes: passes, trials: 20)
      let held = posterior.probability(below: shortest.upper) - posterior.probability(below: shortest.lower)
      #expect(held.isNear(0.95, within: 1e-9))
    }
  }
}
