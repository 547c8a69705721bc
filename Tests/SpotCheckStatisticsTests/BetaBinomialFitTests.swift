import SpotCheckStatistics
import Testing

struct BetaBinomialFitTests {
  private static let passes = [31, 58, 9, 16, 150, 23, 207, 95, 53, 21]
  private static let trials = [33, 59, 15, 17, 180, 24, 208, 105, 55, 23]

  /// The log-likelihood from its definition, a product of single trials.
  private func logLikelihood(_ alpha: Double, _ beta: Double) -> Double {
    zip(Self.passes, Self.trials).reduce(0.0) { sum, cell in
      let (passes, trials) = (Double(cell.0), Double(cell.1))
      let coefficient = -SpecialFunctions.logBeta(passes + 1, trials - passes + 1)
      return sum + coefficient - SpecialFunctions.logGamma(trials + 2) + SpecialFunctions.logGamma(trials + 1)
        + SpecialFunctions.logBeta(alpha + passes, beta + trials - passes)
        - SpecialFunctions.logBeta(alpha, beta)
    }
  }

  @Test func noOtherPriorNearByIsMoreLikely() throws {
    let fit = try #require(BetaBinomialFit(passes: Self.passes, trials: Self.trials))
    #expect(fit.logLikelihood.isNear(logLikelihood(fit.alpha, fit.beta)))
    for step in [0.999, 1.001] {
      #expect(logLikelihood(fit.alpha * step, fit.beta) < fit.logLikelihood)
      #expect(logLikelihood(fit.alpha, fit.beta * step) < fit.logLikelihood)
      #expect(logLikelihood(fit.alpha * step, fit.beta * step) < fit.logLikelihood)
    }
  }

  @Test func cellsWithoutTrialsChangeNothing() throws {
    let fit = try #require(BetaBinomialFit(passes: Self.passes, trials: Self.trials))
    let more = try #require(BetaBinomialFit(passes: Self.passes + [0, 0], trials: Self.trials + [0, 0]))
    #expect(fit == more)
  }

  @Test func failuresInPlaceOfPassesSwapTheShapes() throws {
    let fit = try #require(BetaBinomialFit(passes: Self.passes, trials: Self.trials))
    let failures = zip(Self.trials, Self.passes).map { $0 - $1 }
    let mirrored = try #require(BetaBinomialFit(passes: failures, trials: Self.trials))
    #expect(mirrored.alpha.isNear(fit.beta, within: 1e-6) && mirrored.beta.isNear(fit.alpha, within: 1e-6))
  }

  @Test(arguments: [
    ([9, 9, 9, 9, 9, 9, 9, 9], [10, 10, 10, 10, 10, 10, 10, 10]),
    ([10, 10, 10, 10, 10, 10, 10, 10], [10, 10, 10, 10, 10, 10, 10, 10]),
    ([0, 0, 0, 0, 0, 0, 0, 0], [10, 10, 10, 10, 10, 10, 10, 10]),
    ([1, 0, 1, 1, 0, 1, 1, 1], [1, 1, 1, 1, 1, 1, 1, 1]),
    ([], []), ([5], [10]),
  ])
  func withoutDispersionThereIsNoFit(passes: [Int], trials: [Int]) {
    #expect(BetaBinomialFit(passes: passes, trials: trials) == nil)
  }

  @Test func itFindsTheSpreadItWasDrawnFrom() throws {
    var random = SeededGenerator(seed: 5)
    var passes: [Int] = []
    let trials = Array(repeating: 400, count: 600)
    for size in trials {
      // Beta(19, 1) by inversion: θ = u^(1/19).
      let prior = BetaDistribution(alpha: 19, beta: 1)
      passes.append(
        random.passes(of: size, rate: prior.quantile(Double.random(in: 0.0001...0.9999, using: &random))))
    }
    let fit = try #require(BetaBinomialFit(passes: passes, trials: trials))
    #expect(fit.prior.mean.isNear(0.95, within: 0.01))
    #expect(fit.dispersion.isNear(1.0 / 21, within: 0.2))
  }
}
