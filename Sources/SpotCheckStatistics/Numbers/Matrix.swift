/// A dense matrix of doubles, row-major: row r, column c stands at r · columns + c.
///
/// This order holds for every matrix of the module. LAPACK counts by columns; what it is handed is the
/// transpose, and the door accounts for that.
public struct Matrix: Hashable, Sendable {
  /// The number of rows, 0…2³¹ − 1.
  public let rows: Int
  /// The number of columns, 0…2³¹ − 1.
  public let columns: Int
  /// The elements, row after row.
  public internal(set) var elements: [Double]

  /// Makes a matrix from elements in row-major order.
  ///
  /// - Throws: ``LinearAlgebraError/side(_:)`` or ``LinearAlgebraError/shape(expected:found:)``.
  public init(rows: Int, columns: Int, elements: [Double]) throws(LinearAlgebraError) {
    for side in [rows, columns] where side < 0 || side > Int(Int32.max) { throw .side(side) }
    guard elements.count == rows * columns else {
      throw .shape(expected: rows * columns, found: elements.count)
    }
    self.rows = rows
    self.columns = columns
    self.elements = elements
  }

  /// Makes a matrix from its columns, all of one length; without columns it has no rows either.
  ///
  /// - Throws: ``LinearAlgebraError/shape(expected:found:)`` where lengths differ.
  public init(columns: [[Double]]) throws(LinearAlgebraError) {
    let rows = columns.first?.count ?? 0
    for column in columns where column.count != rows {
      throw .shape(expected: rows, found: column.count)
    }
    var elements: [Double] = []
    elements.reserveCapacity(rows * columns.count)
    for row in 0..<rows { for column in columns { elements.append(column[row]) } }
    try self.init(rows: rows, columns: columns.count, elements: elements)
  }

  /// The element of a row and a column, both within bounds.
  public subscript(row: Int, column: Int) -> Double {
    get {
      precondition(column >= 0 && column < columns, "column \(column) of \(columns)")
      return elements[row * columns + column]
    }
    set {
      precondition(column >= 0 && column < columns, "column \(column) of \(columns)")
      elements[row * columns + column] = newValue
    }
  }

  /// One row.
  public subscript(row row: Int) -> ArraySlice<Double> {
    elements[row * columns..<(row + 1) * columns]
  }

  /// The elements with equal row and column.
  public var diagonal: [Double] {
    (0..<min(rows, columns)).map { self[$0, $0] }
  }

  /// The matrix of some columns, in the order given.
  func selecting(columns chosen: [Int]) -> Matrix {
    var picked: [Double] = []
    picked.reserveCapacity(rows * chosen.count)
    for row in 0..<rows { for column in chosen { picked.append(self[row, column]) } }
    return Matrix(unchecked: picked, rows: rows, columns: chosen.count)
  }

  /// The matrix with each row times a factor.
  func scalingRows(by factors: [Double]) -> Matrix {
    var scaled = self
    for row in 0..<rows {
      for place in row * columns..<(row + 1) * columns { scaled.elements[place] *= factors[row] }
    }
    return scaled
  }

  /// For elements that are known to fill the shape.
  init(unchecked elements: [Double], rows: Int, columns: Int) {
    self.rows = rows
    self.columns = columns
    self.elements = elements
  }
}
