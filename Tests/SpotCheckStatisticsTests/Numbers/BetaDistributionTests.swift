import SpotCheckStatistics
import Testing

struct BetaDistributionTests {
  @Test func itsMomentsGiveItBack() throws {
    let one = BetaDistribution(alpha: 2.34, beta: 14.1)
    let other = try #require(BetaDistribution(mean: one.mean, variance: one.variance))
    #expect(other.alpha.isNear(2.34) && other.beta.isNear(14.1))
  }

  @Test func momentsOfNoBetaDistributionGiveNone() {
    #expect(BetaDistribution(mean: 0.5, variance: 0.25) == nil)
    #expect(BetaDistribution(mean: 0.5, variance: 0) == nil)
    #expect(BetaDistribution(mean: 1, variance: 0.1) == nil)
    #expect(BetaDistribution(mean: .nan, variance: 0.1) == nil)
  }

  @Test(arguments: [0.001, 0.5, 0.9]) func quantilesLieWhereTheProbabilityIs(p: Double) {
    let posterior = BetaDistribution.jeffreys.posterior(passes: 18, trials: 20)
    #expect(posterior.alpha == 18.5 && posterior.beta == 2.5)
    #expect(posterior.probability(below: posterior.quantile(p)).isNear(p))
    #expect((1 - posterior.probability(below: posterior.upperQuantile(p))).isNear(p))
  }
}
