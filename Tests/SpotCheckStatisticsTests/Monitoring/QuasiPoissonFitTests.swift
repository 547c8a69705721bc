import Glibc
import Testing

@testable import SpotCheckStatistics

struct QuasiPoissonFitTests {
  @Test func oneColumnIsTheMean() throws {
    let counts: [Double] = [3, 5, 7, 9]
    let design = try Matrix(columns: [[1, 1, 1, 1]])
    let fit = try #require(
      QuasiPoissonFit(design: design, counts: counts, offsets: [0, 0, 0, 0], prior: [1, 1, 1, 1]))
    #expect(exp(fit.coefficients[0]).isNear(6, within: 1e-9))
    let squares = 20.0
    #expect(fit.dispersion(weights: fit.weights).isNear(squares / 6 / 3, within: 1e-5))
    for leverage in fit.leverages { #expect(leverage.isNear(0.25, within: 1e-6)) }
  }

  @Test func scoresVanishAtTheFit() throws {
    let counts: [Double] = [4, 0, 7, 12, 9, 20]
    let times: [Double] = [-2, -1, 0, 1, 2, 3]
    let offsets = [100.0, 90, 110, 120, 80, 130].map { log($0) }
    let prior: [Double] = [1, 1, 0.5, 1, 2, 1]
    let design = try Matrix(columns: [times.map { _ in 1 }, times])
    let fit = try #require(
      QuasiPoissonFit(design: design, counts: counts, offsets: offsets, prior: prior))
    for column in [times.map { _ in 1.0 }, times] {
      var score = 0.0
      for row in counts.indices { score += prior[row] * column[row] * (counts[row] - fit.means[row]) }
      #expect(score.magnitude < 1e-3)
    }
  }

  @Test func whatCannotBeFittedIsNil() throws {
    let square = try Matrix(columns: [[1, 1], [0, 1]])
    #expect(QuasiPoissonFit(design: square, counts: [1, 2], offsets: [0, 0], prior: [1, 1]) == nil)
    let dependent = try Matrix(columns: [[1, 1, 1], [2, 2, 2]])
    #expect(
      QuasiPoissonFit(design: dependent, counts: [1, 2, 3], offsets: [0, 0, 0], prior: [1, 1, 1]) == nil)
  }
}
