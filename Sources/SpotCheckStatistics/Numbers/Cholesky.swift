import CSpotCheckOpenBLAS

/// The Cholesky factor of a symmetric positive definite matrix, by dpotrf.
public struct Cholesky: Sendable {
  /// The number of rows, and of columns.
  public let order: Int
  private let factor: [Double]

  /// Factors a matrix, of which the upper triangle is read.
  ///
  /// - Parameters:
  ///   - matrix: n × n.
  ///   - tolerance: What share of a diagonal element must remain once the columns before it are
  ///     accounted for; less counts as dependence.
  /// - Throws: ``LinearAlgebraError/dependentColumn(_:)`` where it is not positive definite,
  ///   ``LinearAlgebraError/notFinite``, ``LinearAlgebraError/shape(expected:found:)``.
  public init(_ matrix: Matrix, tolerance: Double = 0) throws(LinearAlgebraError) {
    let n = matrix.rows
    guard matrix.columns == n else { throw .shape(expected: n, found: matrix.columns) }
    guard matrix.elements.allSatisfy(\.isFinite) else { throw .notFinite }
    order = n
    var factor = matrix.elements
    let info = unsafe n > 0 ? spotcheck_cholesky(Int32(n), &factor) : 0
    guard info == 0 else { throw .dependentColumn(Int(info) - 1) }
    for column in 0..<n {
      let pivot = factor[column * n + column]
      guard pivot * pivot > tolerance * matrix[column, column] else { throw .dependentColumn(column) }
    }
    self.factor = factor
  }

  /// The x with A·x = b, by dpotrs.
  ///
  /// - Throws: ``LinearAlgebraError/shape(expected:found:)``.
  public func solve(_ b: [Double]) throws(LinearAlgebraError) -> [Double] {
    guard b.count == order else { throw .shape(expected: order, found: b.count) }
    var x = b
    if order > 0 { _ = unsafe spotcheck_cholesky_solve(Int32(order), factor, &x) }
    return x
  }

  /// A⁻¹, by dpotri.
  public var inverse: Matrix {
    var inverse = factor
    if order > 0 { _ = unsafe spotcheck_cholesky_inverse(Int32(order), &inverse) }
    return LinearAlgebra.mirrored(inverse, order)
  }
}

extension LinearAlgebra {
  /// The columns of A that a pivoted Cholesky factor of A′A (dpstrf) finds independent, in order.
  ///
  /// - Parameters:
  ///   - crossProduct: A′A, n × n; columns are first scaled to unit length.
  ///   - tolerance: The squared share of a column that the others must leave unexplained.
  /// - Returns: Indices of columns; a column of zeros is never among them.
  static func independentColumns(_ crossProduct: Matrix, tolerance: Double = 1e-11) -> [Int] {
    let lengths = crossProduct.diagonal.map { $0.squareRoot() }
    let nonzero = lengths.indices.filter { lengths[$0] > 0 }
    guard !nonzero.isEmpty else { return [] }
    var scaled = nonzero.flatMap { row in
      nonzero.map { crossProduct[row, $0] / (lengths[row] * lengths[$0]) }
    }
    var pivots = [Int32](repeating: 0, count: nonzero.count)
    var rank: Int32 = 0
    var work = [Double](repeating: 0, count: 2 * nonzero.count)
    _ = unsafe spotcheck_pivoted_cholesky(
      Int32(nonzero.count), &scaled, tolerance, &pivots, &rank, &work)
    return pivots.prefix(Int(rank)).map { nonzero[Int($0) - 1] }.sorted()
  }
}
