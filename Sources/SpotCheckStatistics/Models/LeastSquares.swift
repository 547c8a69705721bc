import CSpotCheckOpenBLAS

/// A linear model fitted by least squares through QR, never through normal equations.
///
/// Ill-conditioned designs keep their digits: the error grows with the condition of X, not of X′X. Columns are
/// scaled to unit length first. LAPACK's dgels sees the transpose of a row-major matrix and factors that as LQ.
public struct LeastSquares: Hashable, Sendable {
  /// β̂, one a column.
  public let coefficients: [Double]
  /// √(σ̂² diag (X′X)⁻¹); `nil` without degrees of freedom.
  public let standardErrors: [Double]?
  /// Σ (y − Xβ̂)².
  public let residualSumOfSquares: Double
  /// Rows less columns.
  public let degreesOfFreedom: Int
  /// 1 − RSS/Σ(y − ȳ)², for a design with a constant; `nil` where y does not vary.
  public let determination: Double?

  /// σ̂ = √(RSS / degrees of freedom); `nil` without degrees of freedom.
  public var residualDeviation: Double? {
    degreesOfFreedom > 0 ? (residualSumOfSquares / Double(degreesOfFreedom)).squareRoot() : nil
  }

  /// Fits y = Xβ.
  ///
  /// - Parameters:
  ///   - design: X, n × p with n ≥ p ≥ 1; a constant is a column of ones.
  ///   - responses: y, n values.
  /// - Throws: ``LinearAlgebraError/dependentColumn(_:)`` for a design short of rank,
  ///   ``LinearAlgebraError/shape(expected:found:)``, ``LinearAlgebraError/notFinite``.
  /// - Complexity: O(n p²).
  public init(design: Matrix, responses: [Double]) throws(LinearAlgebraError) {
    let (n, p) = (design.rows, design.columns)
    guard responses.count == n else { throw .shape(expected: n, found: responses.count) }
    guard p >= 1, n >= p else { throw .shape(expected: p, found: n) }
    guard (design.elements + responses).allSatisfy(\.isFinite) else { throw .notFinite }
    let lengths = (0..<p).map { column in
      (0..<n).reduce(0) { $0 + design[$1, column] * design[$1, column] }.squareRoot()
    }
    if let zero = lengths.firstIndex(of: 0) { throw .dependentColumn(zero) }
    var factor = design.elements.indices.map { design.elements[$0] / lengths[$0 % p] }
    var solution = responses
    let room = Int32(clamping: p + 64 * n)
    var work = [Double](repeating: 0, count: Int(room))
    _ = unsafe spotcheck_least_squares(Int32(n), Int32(p), &factor, &solution, &work, room)
    let least = Double(n) * 0x1p-52
    if let column = (0..<p).first(where: { !(factor[$0 * p + $0].magnitude > least) }) {
      throw .dependentColumn(column)
    }
    coefficients = (0..<p).map { solution[$0] / lengths[$0] }
    residualSumOfSquares = solution[p...].reduce(0) { $0 + $1 * $1 }
    degreesOfFreedom = n - p
    let mean = responses.reduce(0, +) / Double(n)
    let total = responses.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    determination = total > 0 ? 1 - residualSumOfSquares / total : nil
    let variance = degreesOfFreedom > 0 ? residualSumOfSquares / Double(degreesOfFreedom) : nil
    _ = unsafe spotcheck_cholesky_inverse(Int32(p), &factor)
    standardErrors = variance.map { variance in
      (0..<p).map { (variance * factor[$0 * p + $0]).squareRoot() / lengths[$0] }
    }
  }
}
