/// A small-area model: y_i = x_i′β + u_i + e_i, u of variance σ², e of known variance D_i (Fay & Herriot 1979).
///
/// Each area's estimate is γ_i y_i + (1 − γ_i) x_i′β̂ with γ_i = σ̂²/(σ̂² + D_i): areas with little data lean on the
/// regression. Where the data show no variance beyond the D_i, σ̂² is 0 and every estimate is the regression.
public struct FayHerriot: Hashable, Sendable {
  /// How σ² is estimated.
  public enum Method: String, Hashable, Sendable, CaseIterable {
    /// Restricted maximum likelihood.
    case restricted = "REML"
    /// Maximum likelihood.
    case likelihood = "ML"
    /// Fay and Herriot's moment equation Σ (y − x′β̂)²/(σ² + D) = m − p.
    case moment = "FH"
  }

  /// σ̂², at least 0.
  public let variance: Double
  /// How many steps of Fisher scoring led there.
  public let steps: Int
  /// β̂, one a column.
  public let coefficients: [Double]
  /// √ diag (X′V⁻¹X)⁻¹.
  public let standardErrors: [Double]
  /// The estimate of each area.
  public let estimates: [Double]
  /// The mean squared error of each, to second order (Prasad & Rao 1990; Datta & Lahiri 2000; Datta, Rao &
  /// Smith 2005).
  public let squaredErrors: [Double]

  /// Fits the model.
  ///
  /// - Parameters:
  ///   - design: X, areas × columns with more areas than columns; a constant is a column of ones.
  ///   - estimates: y, the direct estimate of each area.
  ///   - variances: D, the sampling variance of each, above 0.
  ///   - method: How σ² is estimated.
  ///   - tolerance: The change of σ², in parts of itself, that ends the search.
  /// - Throws: ``SurveyError``; a model error where columns depend on one another.
  /// - Complexity: O(areas · columns²) a step.
  public init(
    design: Matrix, estimates: [Double], variances: [Double], method: Method = .restricted,
    tolerance: Double = 1e-12
  ) throws(SurveyError) {
    for count in [estimates.count, variances.count] where count != design.rows {
      throw .length(expected: design.rows, found: count)
    }
    if let row = estimates.firstIndex(where: { !$0.isFinite }) { throw .value(row: row) }
    if let row = variances.firstIndex(where: { !($0 > 0 && $0.isFinite) }) { throw .weight(row: row) }
    guard design.rows > design.columns else {
      throw .length(expected: design.columns + 1, found: design.rows)
    }
    self = try surveying { () throws(LinearAlgebraError) in
      let areas = Areas(design: design, estimates: estimates, variances: variances)
      return try FayHerriot(areas, at: try areas.variance(method, tolerance: tolerance), method)
    }
  }

  private init(
    _ areas: Areas, at found: (value: Double, steps: Int), _ method: Method
  ) throws(LinearAlgebraError) {
    let variance = found.value
    let fit = try areas.fit(variance)
    let inverse = fit.factor.inverse
    let precisions = fit.precisions
    let first = precisions.reduce(0, +)
    let second = precisions.reduce(0) { $0 + $1 * $1 }
    let count = Double(precisions.count)
    var spread = 2 / second
    var bias = 0.0
    switch method {
    case .restricted: break
    case .likelihood:
      let squares = try LinearAlgebra.crossProduct(areas.design, weights: precisions.map { $0 * $0 })
      bias = -(try LinearAlgebra.product(inverse, squares)).diagonal.reduce(0, +) / second
    case .moment:
      spread = 2 * count / (first * first)
      bias = 2 * (count * second - first * first) / (first * first * first)
    }
    var estimates: [Double] = []
    var errors: [Double] = []
    for area in precisions.indices {
      let row = Array(areas.design[row: area])
      let own = variance * precisions[area]
      let share = 1 - own
      let leverage = zip(row, try LinearAlgebra.product(inverse, row)).reduce(0) { $0 + $1.0 * $1.1 }
      estimates.append(own * areas.estimates[area] + share * fit.fitted[area])
      errors.append(
        own * areas.variances[area] + share * share * (leverage + 2 * spread * precisions[area] - bias))
    }
    self.variance = variance
    self.steps = found.steps
    self.coefficients = fit.coefficients
    self.standardErrors = inverse.diagonal.map { $0.squareRoot() }
    self.estimates = estimates
    self.squaredErrors = errors
  }
}

/// The data of a Fay–Herriot model, with the search for σ².
private struct Areas {
  let design: Matrix
  let estimates: [Double]
  let variances: [Double]

  struct Fit {
    /// 1/(σ² + D).
    let precisions: [Double]
    let factor: Cholesky
    let coefficients: [Double]
    let fitted: [Double]
  }

  /// Weighted least squares at one σ².
  func fit(_ variance: Double) throws(LinearAlgebraError) -> Fit {
    let precisions = variances.map { 1 / (variance + $0) }
    let factor = try Cholesky(
      try LinearAlgebra.crossProduct(design, weights: precisions), tolerance: 1e-11)
    let weighted = zip(precisions, estimates).map { $0 * $1 }
    let coefficients = try factor.solve(try LinearAlgebra.transposedProduct(design, weighted))
    return Fit(
      precisions: precisions, factor: factor, coefficients: coefficients,
      fitted: try LinearAlgebra.product(design, coefficients))
  }

  /// Fisher scoring from the median D, held at 0 and above; with the steps it took.
  func variance(
    _ method: FayHerriot.Method, tolerance: Double
  ) throws(LinearAlgebraError) -> (value: Double, steps: Int) {
    var variance = variances.sorted()[variances.count / 2]
    for steps in 1...Self.mostSteps {
      let next = max(0, variance + (try step(method, variance)))
      let isSettled = (next - variance).magnitude <= tolerance * variance
      variance = next
      if isSettled { return (variance, steps) }
    }
    return (variance, Self.mostSteps)
  }

  private static let mostSteps = 200

  private func step(_ method: FayHerriot.Method, _ variance: Double) throws(LinearAlgebraError) -> Double {
    let fit = try fit(variance)
    let misses = zip(estimates, fit.fitted).map { $0 - $1 }
    let squares = fit.precisions.map { $0 * $0 }
    let trace = fit.precisions.reduce(0, +)
    let information = squares.reduce(0, +)
    let spread = zip(squares, misses).reduce(0) { $0 + $1.0 * $1.1 * $1.1 }
    switch method {
    case .likelihood:
      return (spread - trace) / information
    case .restricted:
      // P = V⁻¹ − V⁻¹X(X′V⁻¹X)⁻¹X′V⁻¹: tr P and tr P² by p × p matrices alone.
      let inverse = fit.factor.inverse
      let second = try LinearAlgebra.product(
        inverse, try LinearAlgebra.crossProduct(design, weights: squares))
      let cubes = zip(squares, fit.precisions).map { $0 * $1 }
      let third = try LinearAlgebra.product(inverse, try LinearAlgebra.crossProduct(design, weights: cubes))
      let lost = second.diagonal.reduce(0, +)
      let left =
        information - 2 * third.diagonal.reduce(0, +)
        + (try LinearAlgebra.product(second, second)).diagonal.reduce(0, +)
      return (spread - (trace - lost)) / left
    case .moment:
      let found = zip(fit.precisions, misses).reduce(0) { $0 + $1.0 * $1.1 * $1.1 }
      return (found - Double(design.rows - design.columns)) / spread
    }
  }
}
