import Testing

@testable import SpotCheckStatistics

struct CholeskyTests {
  private let matrix = Result {
    try Matrix(rows: 3, columns: 3, elements: [4, 2, 0.4, 2, 5, 1, 0.4, 1, 3])
  }

  @Test func solvesAndInverts() throws {
    let matrix = try matrix.get()
    let factor = try Cholesky(matrix)
    let x = try factor.solve([1, 2, 3])
    for (found, right) in zip(try LinearAlgebra.product(matrix, x), [1.0, 2, 3]) {
      #expect(found.isNear(right, within: 1e-14))
    }
    let unit = try LinearAlgebra.product(matrix, factor.inverse)
    for row in 0..<3 {
      for column in 0..<3 { #expect((unit[row, column] - (row == column ? 1 : 0)).magnitude < 1e-14) }
    }
  }

  @Test func whatIsNotPositiveDefiniteNamesTheColumn() throws {
    let singular = try Matrix(rows: 2, columns: 2, elements: [1, 1, 1, 1])
    #expect(throws: LinearAlgebraError.dependentColumn(1)) { try Cholesky(singular) }
    let near = try Matrix(rows: 2, columns: 2, elements: [1, 1, 1, 1 + 1e-14])
    #expect(throws: LinearAlgebraError.dependentColumn(1)) { try Cholesky(near, tolerance: 1e-11) }
    let broken = try Matrix(rows: 1, columns: 1, elements: [.nan])
    #expect(throws: LinearAlgebraError.notFinite) { try Cholesky(broken) }
    let oblong = try Matrix(rows: 1, columns: 2, elements: [1, 0])
    #expect(throws: LinearAlgebraError.shape(expected: 1, found: 2)) { try Cholesky(oblong) }
    #expect(throws: LinearAlgebraError.shape(expected: 3, found: 1)) {
      try Cholesky(try matrix.get()).solve([1])
    }
  }

  @Test func orderZeroHasTheEmptySolution() throws {
    let empty = try Cholesky(try Matrix(rows: 0, columns: 0, elements: []))
    #expect(try empty.solve([]).isEmpty && empty.inverse.elements.isEmpty)
  }

  @Test func pivotsFindIndependentColumns() throws {
    let ones = [1.0, 1, 1, 1]
    let design = try Matrix(columns: [
      ones, [1, 1, 0, 0], [0, 0, 1, 1], [0, 0, 0, 0], [1000, 2000, 3000, 5000],
    ])
    let found = LinearAlgebra.independentColumns(LinearAlgebra.crossProduct(design))
    #expect(found.count == 3 && found.contains(4) && !found.contains(3))
  }
}
