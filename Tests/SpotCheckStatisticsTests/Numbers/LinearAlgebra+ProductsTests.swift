import SpotCheckStatistics
import Testing

struct LinearAlgebraProductsTests {
  private static func random(_ rows: Int, _ columns: Int, seed: UInt64) throws -> Matrix {
    var generator = SeededGenerator(seed: seed)
    let elements = (0..<rows * columns).map { _ in Double.random(in: -1...1, using: &generator) }
    return try Matrix(rows: rows, columns: columns, elements: elements)
  }

  @Test(arguments: [(1, 1, 1), (5, 3, 4), (2, 9, 3), (17, 4, 1)])
  func productsAreThoseOfPlainLoops(m: Int, k: Int, n: Int) throws {
    let (a, b) = (try Self.random(m, k, seed: 1), try Self.random(k, n, seed: 2))
    let product = try LinearAlgebra.product(a, b)
    let column = (0..<k).map { b[$0, 0] }
    let image = try LinearAlgebra.product(a, column)
    for row in 0..<m {
      for place in 0..<n {
        let plain = (0..<k).reduce(0) { $0 + a[row, $1] * b[$1, place] }
        #expect((product[row, place] - plain).magnitude < 1e-14)
      }
      #expect((image[row] - product[row, 0]).magnitude < 1e-14)
    }
    let weights = (0..<m).map { Double($0) / 3 }
    let cross = try LinearAlgebra.crossProduct(a, weights: weights)
    let back = try LinearAlgebra.transposedProduct(a, weights)
    for first in 0..<k {
      for second in 0..<k {
        let plain = (0..<m).reduce(0) { $0 + weights[$1] * a[$1, first] * a[$1, second] }
        #expect((cross[first, second] - plain).magnitude < 1e-13)
      }
      #expect((back[first] - (0..<m).reduce(0) { $0 + a[$1, first] * weights[$1] }).magnitude < 1e-13)
    }
  }

  @Test func shapesAreChecked() throws {
    let a = try Self.random(2, 3, seed: 3)
    #expect(throws: LinearAlgebraError.shape(expected: 3, found: 2)) { try LinearAlgebra.product(a, [1, 2]) }
    #expect(throws: LinearAlgebraError.shape(expected: 3, found: 2)) { try LinearAlgebra.product(a, a) }
    #expect(throws: LinearAlgebraError.shape(expected: 2, found: 3)) {
      try LinearAlgebra.transposedProduct(a, [1, 2, 3])
    }
    #expect(throws: LinearAlgebraError.shape(expected: 2, found: 1)) {
      try LinearAlgebra.crossProduct(a, weights: [1])
    }
  }

  @Test func emptyOperandsGiveNoughts() throws {
    let flat = try Matrix(rows: 2, columns: 0, elements: [])
    #expect(try LinearAlgebra.product(flat, []) == [0, 0])
    #expect(LinearAlgebra.crossProduct(flat).elements.isEmpty)
    let none = try Matrix(rows: 0, columns: 2, elements: [])
    #expect(LinearAlgebra.crossProduct(none).elements == [0, 0, 0, 0])
    #expect(try LinearAlgebra.product(flat, none).elements == [0, 0, 0, 0])
  }
}
