import Glibc
import Testing

@testable import SpotCheckStatistics

struct BinomialDistributionTests {
  @Test(arguments: [1, 2, 15, 16, 40]) func probabilitiesAreTheTermsOfTheBinomialSum(trials: Int) {
    let distribution = BinomialDistribution(trials: trials, p: 0.96, q: 0.04)
    var coefficient = 1.0
    var sum = 0.0
    for k in 0...trials {
      let term = coefficient * pow(0.96, Double(k)) * pow(0.04, Double(trials - k))
      sum += term
      #expect(exp(distribution.logProbability(of: k)).isNear(term, within: 1e-12))
      #expect(exp(distribution.logAtMost(k)).isNear(sum, within: 1e-12))
      coefficient *= Double(trials - k) / Double(k + 1)
    }
    #expect(sum.isNear(1, within: 1e-12))
  }

  @Test func tailsFollowOnWhereProbabilitiesUnderflow() {
    let distribution = BinomialDistribution(trials: 100_000, p: 0.5, q: 0.5)
    for k in stride(from: 0, through: 40_000, by: 5_000) {
      let ratio = exp(distribution.logProbability(of: k) - distribution.logAtMost(k))
      let below = exp(distribution.logAtMost(k - 1) - distribution.logAtMost(k))
      #expect(k == 0 ? ratio.isNear(1) : (ratio + below).isNear(1))
    }
    #expect(distribution.logAtMost(0).isNear(-100_000 * log(2.0)))
    #expect(distribution.logAtLeast(100_000).isNear(-100_000 * log(2.0)))
  }
}
