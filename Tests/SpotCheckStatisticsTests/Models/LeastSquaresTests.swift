import SpotCheckStatistics
import Testing

struct LeastSquaresTests {
  private let ones = [1.0, 1, 1, 1, 1]

  @Test func aLineIsFitted() throws {
    let x = [1.0, 2, 3, 4, 5]
    let y = [2.1, 3.9, 6.2, 7.8, 10.1]
    let fit = try LeastSquares(design: try Matrix(columns: [ones, x]), responses: y)
    let slope = zip(x, y).reduce(0) { $0 + ($1.0 - 3) * ($1.1 - 6.02) } / 10
    #expect(fit.coefficients[1].isNear(slope, within: 1e-13))
    #expect(fit.coefficients[0].isNear(6.02 - 3 * slope, within: 1e-12))
    let left = zip(x, y).reduce(0) {
      let miss = $1.1 - fit.coefficients[0] - fit.coefficients[1] * $1.0
      return $0 + miss * miss
    }
    #expect(fit.residualSumOfSquares.isNear(left))
    #expect(fit.degreesOfFreedom == 3)
    #expect(try #require(fit.standardErrors)[1].isNear((left / 3 / 10).squareRoot()))
  }

  @Test func aConstantResponseHasNoDetermination() throws {
    let fit = try LeastSquares(design: try Matrix(columns: [ones]), responses: [3, 3, 3, 3, 3])
    #expect(fit.determination == nil && fit.coefficients[0].isNear(3))
    #expect(try #require(fit.standardErrors)[0] < 1e-14)
  }

  @Test func asManyColumnsAsRowsLeaveNoFreedom() throws {
    let fit = try LeastSquares(design: try Matrix(columns: [[1, 1], [0, 2]]), responses: [3, 7])
    #expect(fit.coefficients[0].isNear(3) && fit.coefficients[1].isNear(2))
    #expect(fit.standardErrors == nil && fit.residualDeviation == nil)
  }

  @Test func dependentColumnsAreNamed() throws {
    let x = [1.0, 2, 3, 4, 5]
    let twice = try Matrix(columns: [ones, x, x.map { 2 * $0 - 7 }])
    #expect(throws: LinearAlgebraError.dependentColumn(2)) { try LeastSquares(design: twice, responses: x) }
    let zero = try Matrix(columns: [ones, ones.map { _ in 0 }])
    #expect(throws: LinearAlgebraError.dependentColumn(1)) { try LeastSquares(design: zero, responses: x) }
    let wide = try Matrix(rows: 1, columns: 2, elements: [1, 2])
    #expect(throws: LinearAlgebraError.shape(expected: 2, found: 1)) {
      try LeastSquares(design: wide, responses: [1])
    }
  }
}
