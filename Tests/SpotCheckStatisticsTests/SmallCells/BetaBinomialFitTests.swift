import SpotCheckStatistics
import Testing

struct BetaBinomialFitTests {
  private struct Cells: CustomTestStringConvertible {
    let passes: [Int]
    let trials: [Int]
    var testDescription: String { "\(passes) of \(trials)" }

    static let some = Cells(
      passes: [31, 58, 9, 16, 150, 23, 207, 95, 53, 21], trials: [33, 59, 15, 17, 180, 24, 208, 105, 55, 23])

    /// All passing or all failing: as much dispersion as there can be.
    static let split = Cells(
      passes: [0, 10, 0, 10, 10, 10, 0, 10], trials: [10, 10, 10, 10, 10, 10, 10, 10])

    /// Cells of all sizes, with rates from hardly to widely different.
    static let drawn: [Cells] = {
      var random = SeededGenerator(seed: 19)
      return (0..<40).map { number in
        let trials = (0..<12).map { _ in Int.random(in: 1...(1 << (number % 10 + 1)), using: &random) }
        let spread = Double(number % 8) / 40
        return Cells(
          passes: trials.map { trials in
            random.passes(of: trials, rate: Double.random(in: 0.8 - spread...0.8 + spread, using: &random))
          }, trials: trials)
      }
    }()

    /// The log-likelihood from its definition.
    func logLikelihood(_ alpha: Double, _ beta: Double) -> Double {
      zip(passes, trials).reduce(0.0) { sum, cell in
        let (k, n) = (Double(cell.0), Double(cell.1))
        return sum + SpecialFunctions.logGamma(n + 1) - SpecialFunctions.logGamma(k + 1)
          - SpecialFunctions.logGamma(n - k + 1)
          + SpecialFunctions.logBeta(alpha + k, beta + n - k) - SpecialFunctions.logBeta(alpha, beta)
      }
    }
  }

  @Test(arguments: [Cells.some] + Cells.drawn) private func noOtherPriorNearByIsMoreLikely(cells: Cells) {
    guard let fit = BetaBinomialFit(passes: cells.passes, trials: cells.trials) else { return }
    let reached = cells.logLikelihood(fit.alpha, fit.beta)
    #expect((fit.logLikelihood - reached).magnitude < 1e-7)
    for step in [0.99, 1.01] {
      #expect(cells.logLikelihood(fit.alpha * step, fit.beta) < reached)
      #expect(cells.logLikelihood(fit.alpha, fit.beta * step) < reached)
      #expect(cells.logLikelihood(fit.alpha * step, fit.beta * step) < reached + 1e-8)
    }
  }

  /// The most likely prior has no width at all; rounding far out must not make it a fit.
  @Test func cellsAlikeHaveNoFit() {
    let passes = [46, 29, 45, 16, 47, 38, 13, 33, 10, 26, 25, 40]
    let trials = [55, 36, 58, 25, 54, 47, 16, 42, 15, 30, 36, 53]
    #expect(BetaBinomialFit(passes: passes, trials: trials) == nil)
  }

  @Test func mostOfTheDrawnCellsHaveAFit() {
    #expect(Cells.drawn.count { BetaBinomialFit(passes: $0.passes, trials: $0.trials) != nil } > 15)
  }

  @Test func cellsSplitInTwoHaveTheGreatestDispersion() throws {
    let fit = try #require(BetaBinomialFit(passes: Cells.split.passes, trials: Cells.split.trials))
    #expect(fit.dispersion > 0.99 && fit.logLikelihood.isFinite)
    #expect(fit.prior.mean.isNear(0.625, within: 0.01))
  }

  @Test func cellsWithoutTrialsChangeNothing() throws {
    let fit = try #require(BetaBinomialFit(passes: Cells.some.passes, trials: Cells.some.trials))
    let more = try #require(
      BetaBinomialFit(passes: Cells.some.passes + [0, 0], trials: Cells.some.trials + [0, 0]))
    #expect(fit == more)
  }

  @Test func failuresInPlaceOfPassesSwapTheShapes() throws {
    let fit = try #require(BetaBinomialFit(passes: Cells.some.passes, trials: Cells.some.trials))
    let failures = zip(Cells.some.trials, Cells.some.passes).map { $0 - $1 }
    let mirrored = try #require(BetaBinomialFit(passes: failures, trials: Cells.some.trials))
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

  @Test func underAHyperpriorThePriorIsWiderAndAlwaysThere() throws {
    let fit = try #require(BetaBinomialFit(passes: Cells.some.passes, trials: Cells.some.trials))
    let mode = try #require(
      BetaBinomialFit.posteriorMode(passes: Cells.some.passes, trials: Cells.some.trials))
    #expect(mode.alpha + mode.beta < fit.alpha + fit.beta)
    #expect(mode.mean.isNear(fit.prior.mean, within: 0.02))
    #expect(BetaBinomialFit.posteriorMode(passes: [9, 9, 9, 0], trials: [10, 10, 10, 0]) != nil)
    #expect(BetaBinomialFit.posteriorMode(passes: Cells.split.passes, trials: Cells.split.trials) == nil)
    #expect(BetaBinomialFit.posteriorMode(passes: [], trials: []) == nil)
  }
}
