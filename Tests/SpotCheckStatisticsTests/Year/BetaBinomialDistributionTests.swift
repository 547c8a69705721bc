import SpotCheckStatistics
import Testing

@Suite("Beta-binomial distribution")
struct BetaBinomialDistributionTests {
  private let skewed = BetaBinomialDistribution(trials: 50, rate: BetaDistribution(alpha: 9.5, beta: 0.5))

  @Test("SciPy's betabinom(50, 9.5, 0.5)")
  func scipy() {
    #expect((skewed.probability(atLeast: 48) - 0.672010778571772).magnitude < 1e-13)
    #expect(skewed.mean == 47.5)
    #expect((skewed.variance - 12.954545454545466).magnitude < 1e-12)
    #expect([0.05, 0.5, 0.95].map(skewed.quantile) == [40, 49, 50])
  }

  @Test("a distribution with two humps is summed whole")
  func arcsine() {
    let arcsine = BetaBinomialDistribution(trials: 7, rate: .jeffreys)
    #expect((arcsine.probability(atLeast: 7) - 0.20947265625).magnitude < 1e-15)
    #expect((arcsine.probability(atLeast: 1) - (1 - 0.20947265625)).magnitude < 1e-15)
    #expect(arcsine.quantile(0) == 0)
    #expect(arcsine.quantile(1) == 7)
  }

  @Test("no trials to come leave one outcome")
  func none() {
    let none = BetaBinomialDistribution(trials: 0, rate: .jeffreys)
    #expect(none.mean == 0 && none.variance == 0)
    #expect(none.probability(atLeast: 0) == 1)
    #expect(none.probability(atLeast: 1) == 0)
    #expect(none.quantile(0.5) == 0)
  }

  @Test("with ever more trials to come only the rate is uncertain", arguments: [1 << 33, 1 << 53])
  func many(trials: Int) {
    let rate = BetaDistribution(alpha: 960.5, beta: 40.5)
    let many = BetaBinomialDistribution(trials: trials, rate: rate)
    let count = Int(0.965 * Double(trials))
    #expect((many.probability(atLeast: count) - (1 - rate.probability(below: 0.965))).magnitude < 1e-5)
    #expect((Double(many.quantile(0.1)) / Double(trials) - rate.quantile(0.1)).magnitude < 1e-6)
  }

  @Test("probability and quantile are one another's inverse", arguments: [0.001, 0.3, 0.5, 0.9, 0.999])
  func inverse(p: Double) {
    let million = BetaBinomialDistribution(
      trials: 1_000_000, rate: BetaDistribution(alpha: 960.5, beta: 40.5))
    let count = million.quantile(p)
    #expect(1 - million.probability(atLeast: count + 1) >= p - 1e-12)
    #expect(1 - million.probability(atLeast: count) < p)
  }
}
