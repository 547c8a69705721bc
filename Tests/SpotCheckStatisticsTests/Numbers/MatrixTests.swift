import SpotCheckStatistics
import Testing

struct MatrixTests {
  @Test func rowsAreContiguous() throws {
    let matrix = try Matrix(rows: 2, columns: 3, elements: [1, 2, 3, 4, 5, 6])
    #expect(matrix[0, 2] == 3 && matrix[1, 0] == 4)
    #expect(Array(matrix[row: 1]) == [4, 5, 6])
    #expect(matrix.diagonal == [1, 5])
    #expect(try Matrix(columns: [[1, 4], [2, 5], [3, 6]]) == matrix)
  }

  @Test func shapesAreChecked() {
    #expect(throws: LinearAlgebraError.shape(expected: 6, found: 5)) {
      try Matrix(rows: 2, columns: 3, elements: [1, 2, 3, 4, 5])
    }
    #expect(throws: LinearAlgebraError.side(-1)) { try Matrix(rows: -1, columns: 3, elements: []) }
    #expect(throws: LinearAlgebraError.side(1 << 31)) { try Matrix(rows: 1 << 31, columns: 1, elements: []) }
    #expect(throws: LinearAlgebraError.shape(expected: 2, found: 1)) { try Matrix(columns: [[1, 2], [3]]) }
  }

  @Test func anEmptyMatrixIsAMatrix() throws {
    #expect(try Matrix(columns: []).diagonal.isEmpty)
    #expect(try Matrix(rows: 0, columns: 4, elements: []).columns == 4)
  }
}
