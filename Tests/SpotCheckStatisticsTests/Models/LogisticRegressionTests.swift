import Foundation
import SpotCheckStatistics
import Testing

struct LogisticRegressionTests {
  private func intercept(_ cells: Int) throws -> FactorDesign { try FactorDesign(cells: cells, terms: []) }

  @Test func theInterceptAloneIsTheLogitOfThePooledRate() throws {
    let fit = try LogisticRegression.fit(design: try intercept(3), passes: [3, 8, 0], trials: [10, 10, 0])
    #expect(fit.outcome == .converged)
    #expect(fit.coefficients[0].isNear(log(11.0 / 9), within: 1e-12))
    #expect(fit.standardErrors[0].isNear((20 / (11.0 * 9)).squareRoot()))
    #expect(fit.deviance.isNear(fit.nullDeviance, within: 1e-12))
    #expect(fit.degreesOfFreedom == 1)
  }

  @Test func factorsAndTheirDenseMatrixFitAlike() throws {
    var random = SeededGenerator(seed: 4)
    let cells = 200
    let levels = (0..<2).map { _ in (0..<cells).map { _ in Int.random(in: 0..<4, using: &random) } }
    let trials = (0..<cells).map { _ in Int.random(in: 0...50, using: &random) }
    let passes = trials.map { random.passes(of: $0, rate: 0.9) }
    let design = try FactorDesign(cells: cells, terms: levels.map { .factor(levels: $0, count: 4) })
    let dense = try Matrix(rows: cells, columns: 7, elements: (0..<cells).flatMap(design.row))
    let one = try LogisticRegression.fit(design: design, passes: passes, trials: trials)
    let other = try LogisticRegression.fit(design: dense, passes: passes, trials: trials)
    #expect(one.outcome == .converged && other.outcome == .converged)
    #expect(zip(one.coefficients, other.coefficients).allSatisfy { ($0 - $1).magnitude < 1e-10 })
    #expect(zip(one.standardErrors, other.standardErrors).allSatisfy { $0.isNear($1) })
    let scores = zip(zip(passes, trials), one.rates).map { Double($0.0) - Double($0.1) * $1 }
    #expect(scores.reduce(0, +).magnitude < 1e-6, "fitted and observed passes have one total")
  }

  @Test func aLevelThatNeverFailsHasNoFiniteMaximum() throws {
    let design = try FactorDesign(cells: 4, terms: [.factor(levels: [0, 0, 1, 1], count: 2)])
    let fit = try LogisticRegression.fit(design: design, passes: [8, 9, 10, 20], trials: [10, 10, 10, 20])
    #expect(fit.outcome == .separated)
    #expect(fit.coefficients[0].isNear(log(17.0 / 3), within: 1e-6))
    #expect(fit.coefficients[1] == .infinity && fit.standardErrors[1] == .infinity)
    let deviance = 2 * (8 * log(0.8 / 0.85) + 2 * log(0.2 / 0.15) + 9 * log(0.9 / 0.85) + log(0.1 / 0.15))
    #expect(fit.rates[2].isNear(1) && fit.deviance.isNear(deviance, within: 1e-6))
    #expect(try fit.predictor(at: [1, 1]) == nil)
    let reference = try #require(try fit.predictor(at: [1, 0]))
    #expect(reference.standardError.isNear((20 / (17.0 * 3)).squareRoot(), within: 1e-6))
  }

  @Test(arguments: [([0, 0], -Double.infinity), ([5, 9], .infinity)])
  func allFailingAndAllPassingRunOff(passes: [Int], end: Double) throws {
    let fit = try LogisticRegression.fit(design: try intercept(2), passes: passes, trials: [5, 9])
    #expect(fit.outcome == .separated && fit.coefficients == [end])
    #expect(fit.deviance < 1e-9 && fit.nullDeviance == 0)
  }

  @Test(arguments: [1e-4, 1, 1e6])
  func aCovariateThatSplitsPassesFromFailuresSeparates(unit: Double) throws {
    let design = try FactorDesign(cells: 4, terms: [.covariate([1, 2, 3, 4].map { $0 * unit })])
    let fit = try LogisticRegression.fit(design: design, passes: [0, 0, 7, 7], trials: [7, 7, 7, 7])
    #expect(fit.outcome == .separated && fit.coefficients[1] == .infinity)
  }

  @Test func asManyColumnsAsCellsFitExactly() throws {
    let design = try FactorDesign(cells: 2, terms: [.factor(levels: [0, 1], count: 2)])
    let fit = try LogisticRegression.fit(design: design, passes: [3, 4], trials: [6, 5])
    #expect(fit.deviance < 1e-9 && fit.degreesOfFreedom == 0)
    #expect(fit.dispersion == nil && fit.quasiStandardErrors == nil)
  }

  @Test func whatCannotBeFittedIsAnError() throws {
    let two = try intercept(2)
    #expect(throws: ModelError.noTrials) {
      try LogisticRegression.fit(design: two, passes: [0, 0], trials: [0, 0])
    }
    #expect(throws: ModelError.counts(cell: 1)) {
      try LogisticRegression.fit(design: two, passes: [1, 3], trials: [1, 2])
    }
    #expect(throws: ModelError.algebra(.shape(expected: 2, found: 1))) {
      try LogisticRegression.fit(design: two, passes: [1], trials: [1])
    }
    let unseen = try FactorDesign(cells: 2, terms: [.factor(levels: [0, 1], count: 2)])
    #expect(throws: ModelError.algebra(.dependentColumn(1))) {
      try LogisticRegression.fit(design: unseen, passes: [1, 0], trials: [2, 0])
    }
    let twice = try FactorDesign(cells: 3, terms: [.covariate([1, 2, 3]), .covariate([2, 4, 6])])
    #expect(throws: ModelError.algebra(.dependentColumn(2))) {
      try LogisticRegression.fit(design: twice, passes: [1, 1, 1], trials: [2, 2, 2])
    }
  }
}
