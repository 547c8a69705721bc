import CSpotCheckOpenBLAS

extension LinearAlgebra {
  /// A·x by dgemv.
  ///
  /// - Parameters:
  ///   - a: m × n.
  ///   - x: n values.
  /// - Returns: m values.
  /// - Throws: ``LinearAlgebraError/shape(expected:found:)``.
  public static func product(_ a: Matrix, _ x: [Double]) throws(LinearAlgebraError) -> [Double] {
    guard x.count == a.columns else { throw .shape(expected: a.columns, found: x.count) }
    return multiply(a, .asStored, x, height: a.rows)
  }

  /// A′·x by dgemv, without forming A′.
  ///
  /// - Parameters:
  ///   - a: m × n.
  ///   - x: m values.
  /// - Returns: n values.
  /// - Throws: ``LinearAlgebraError/shape(expected:found:)``.
  public static func transposedProduct(_ a: Matrix, _ x: [Double]) throws(LinearAlgebraError) -> [Double] {
    guard x.count == a.rows else { throw .shape(expected: a.rows, found: x.count) }
    return multiply(a, .transposed, x, height: a.columns)
  }

  /// A·B by dgemm.
  ///
  /// - Parameters:
  ///   - a: m × k.
  ///   - b: k × n.
  /// - Returns: m × n.
  /// - Throws: ``LinearAlgebraError/shape(expected:found:)``.
  public static func product(_ a: Matrix, _ b: Matrix) throws(LinearAlgebraError) -> Matrix {
    guard b.rows == a.columns else { throw .shape(expected: a.columns, found: b.rows) }
    var result = [Double](repeating: 0, count: a.rows * b.columns)
    if !result.isEmpty, a.columns > 0 {
      unsafe cblas_dgemm(
        CblasRowMajor, CblasNoTrans, CblasNoTrans, Int32(a.rows), Int32(b.columns), Int32(a.columns), 1,
        a.elements, Int32(a.columns), b.elements, Int32(b.columns), 0, &result, Int32(b.columns))
    }
    return Matrix(unchecked: result, rows: a.rows, columns: b.columns)
  }

  /// A′·A by dsyrk, both triangles filled.
  ///
  /// - Parameter a: m × n.
  /// - Returns: n × n.
  public static func crossProduct(_ a: Matrix) -> Matrix {
    let n = a.columns
    var result = [Double](repeating: 0, count: n * n)
    if n > 0, a.rows > 0 {
      unsafe cblas_dsyrk(
        CblasRowMajor, CblasUpper, CblasTrans, Int32(n), Int32(a.rows), 1, a.elements, Int32(n), 0, &result,
        Int32(n))
    }
    return mirrored(result, n)
  }

  /// A′·W·A for a diagonal W: ``crossProduct(_:)`` of the rows times √w.
  ///
  /// - Parameters:
  ///   - a: m × n.
  ///   - weights: m values, at least 0.
  /// - Returns: n × n.
  /// - Throws: ``LinearAlgebraError/shape(expected:found:)``.
  public static func crossProduct(_ a: Matrix, weights: [Double]) throws(LinearAlgebraError) -> Matrix {
    guard weights.count == a.rows else { throw .shape(expected: a.rows, found: weights.count) }
    return crossProduct(a.scalingRows(by: weights.map { $0.squareRoot() }))
  }

  /// The symmetric matrix whose upper triangle is given.
  static func mirrored(_ upper: [Double], _ n: Int) -> Matrix {
    var full = upper
    for row in 0..<n { for column in 0..<row { full[row * n + column] = full[column * n + row] } }
    return Matrix(unchecked: full, rows: n, columns: n)
  }

  /// Which way a matrix is taken in a product.
  enum Orientation {
    case asStored
    case transposed
  }

  /// A·x or A′·x, of shapes already checked.
  static func multiply(
    _ a: Matrix, _ orientation: Orientation, _ x: [Double], height: Int
  ) -> [Double] {
    var result = [Double](repeating: 0, count: height)
    if height > 0, !x.isEmpty {
      unsafe cblas_dgemv(
        CblasRowMajor, orientation == .asStored ? CblasNoTrans : CblasTrans, Int32(a.rows), Int32(a.columns),
        1, a.elements, Int32(a.columns), x, 1, 0, &result, 1)
    }
    return result
  }
}
