/// What the fit of a logistic regression asks of its design X (cells × columns).
protocol LogisticDesign: Sendable {
  var cells: Int { get }
  var columns: Int { get }
  /// The largest magnitude in each column.
  var extents: [Double] { get }
  /// Xβ.
  func predictor(_ coefficients: [Double]) throws(LinearAlgebraError) -> [Double]
  /// X′r.
  func score(_ residuals: [Double]) throws(LinearAlgebraError) -> [Double]
  /// X′WX.
  func information(_ weights: [Double]) throws(LinearAlgebraError) -> Matrix
}

extension Matrix: LogisticDesign {
  var cells: Int { rows }

  var extents: [Double] {
    (0..<columns).map { column in (0..<rows).reduce(0) { max($0, self[$1, column].magnitude) } }
  }

  func predictor(_ coefficients: [Double]) throws(LinearAlgebraError) -> [Double] {
    try LinearAlgebra.product(self, coefficients)
  }

  func score(_ residuals: [Double]) throws(LinearAlgebraError) -> [Double] {
    try LinearAlgebra.transposedProduct(self, residuals)
  }

  func information(_ weights: [Double]) throws(LinearAlgebraError) -> Matrix {
    try LinearAlgebra.crossProduct(self, weights: weights)
  }
}
