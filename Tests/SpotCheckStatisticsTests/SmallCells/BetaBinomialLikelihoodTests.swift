import Glibc
import Testing

@testable import SpotCheckStatistics

struct BetaBinomialLikelihoodTests {
  private static let passes = [31, 58, 9, 16, 150, 23, 207, 95, 53, 21, 0]
  private static let trials = [33, 59, 15, 17, 180, 24, 208, 105, 55, 23, 0]

  @Test func itIsTheProductOfItsCells() {
    let likelihood = BetaBinomialLikelihood(passes: Self.passes, trials: Self.trials)
    let prior = BetaDistribution(alpha: 11, beta: 0.7)
    let chances = zip(Self.passes, Self.trials).map { k, n in
      let cell = BetaBinomialDistribution(trials: n, rate: prior)
      return cell.probability(atLeast: k) - cell.probability(atLeast: k + 1)
    }
    #expect(likelihood.logarithm(prior).isNear(chances.reduce(0) { $0 + log($1) }))
  }

  @Test func oneRateIsTheLimitOfNarrowPriors() {
    let likelihood = BetaBinomialLikelihood(passes: Self.passes, trials: Self.trials)
    let rate = Double(Self.passes.reduce(0, +)) / Double(Self.trials.reduce(0, +))
    let narrow = BetaDistribution(alpha: rate * 1e8, beta: (1 - rate) * 1e8)
    #expect((likelihood.logarithm(narrow) - likelihood.logarithmOfOneRate).magnitude < 1e-3)
  }

  @Test(arguments: [false, true]) func theTopIsReachedFromAfar(hasHyperprior: Bool) {
    let likelihood = BetaBinomialLikelihood(
      passes: Self.passes, trials: Self.trials, hasHyperprior: hasHyperprior)
    let tops = [(1, 1), (40, 2), (0.1, 3)].map {
      likelihood.climb(from: BetaDistribution(alpha: $0, beta: $1))
    }
    for top in tops {
      #expect(top.alpha.isNear(tops[0].alpha, within: 1e-7) && top.beta.isNear(tops[0].beta, within: 1e-7))
      for step in [0.99, 1.01] {
        let beside = [
          BetaDistribution(alpha: top.alpha * step, beta: top.beta),
          BetaDistribution(alpha: top.alpha, beta: top.beta * step),
        ]
        #expect(beside.allSatisfy { likelihood.logarithm($0) < likelihood.logarithm(top) })
      }
    }
  }
}
