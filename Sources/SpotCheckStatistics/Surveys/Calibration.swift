/// A calibration that a design's weights went through, for the variance of what is estimated afterwards.
struct Calibration: Sendable {
  /// X, rows × constraints that do not depend on one another.
  let auxiliaries: Matrix
  /// Which constraints these are.
  let independent: [Int]
  /// d, the weights before.
  let weights: [Double]
  /// The Cholesky factor of X′DX.
  let factor: Cholesky
  /// The diagonal of X′DX.
  let scales: [Double]

  init(_ constraints: Matrix, weights: [Double]) throws(LinearAlgebraError) {
    let cross = try LinearAlgebra.crossProduct(constraints, weights: weights)
    self.independent = LinearAlgebra.independentColumns(cross)
    self.auxiliaries = constraints.selecting(columns: independent)
    self.weights = weights
    self.factor = try Cholesky(try LinearAlgebra.crossProduct(auxiliaries, weights: weights))
    self.scales = independent.map { cross[$0, $0] }
  }

  /// w·(u − X(X′DX)⁻¹X′Du), u = z/w, for each column of z.
  func residuals(of influences: Matrix, _ finalWeights: [Double]) throws(LinearAlgebraError) -> Matrix {
    var left = influences
    for column in 0..<influences.columns {
      let values = finalWeights.indices.map {
        finalWeights[$0] == 0 ? 0 : influences[$0, column] / finalWeights[$0]
      }
      let weighted = zip(weights, values).map { $0 * $1 }
      let slopes = try factor.solve(try LinearAlgebra.transposedProduct(auxiliaries, weighted))
      let fitted = try LinearAlgebra.product(auxiliaries, slopes)
      for row in values.indices { left[row, column] = finalWeights[row] * (values[row] - fitted[row]) }
    }
    return left
  }

  /// g = F(Xλ) as near to Σ d·g·x = T as Newton's method comes; steps that lead away are halved.
  func factors(
    toward totals: [Double], by distance: CalibrationDistance
  ) throws(LinearAlgebraError) -> [Double] {
    var multipliers = [Double](repeating: 0, count: factor.order)
    var factors = [Double](repeating: 1, count: weights.count)
    var slopes = factors.map { _ in distance.factor(0).slope }
    var misses = try misses(factors, totals)
    for _ in 0..<Self.mostSteps where misses.contains(where: { $0 != 0 }) {
      let curvature = try LinearAlgebra.crossProduct(
        auxiliaries, weights: zip(weights, slopes).map { $0 * $1 })
      guard let step = try? Cholesky(curvature).solve(misses) else { break }
      var scale = 1.0
      var nearer = false
      while !nearer, scale > Self.leastStep {
        let tried = zip(multipliers, step).map { $0 + scale * $1 }
        let reached = try LinearAlgebra.product(auxiliaries, tried).map(distance.factor)
        let next = try self.misses(reached.map(\.value), totals)
        nearer = length(next) < length(misses)
        if nearer {
          (multipliers, misses) = (tried, next)
          (factors, slopes) = (reached.map(\.value), reached.map(\.slope))
        }
        scale /= 2
      }
      if !nearer { break }
    }
    return factors
  }

  private static let mostSteps = 100
  private static let leastStep = 1e-6

  /// T − X′Dg.
  private func misses(_ factors: [Double], _ totals: [Double]) throws(LinearAlgebraError) -> [Double] {
    let reached = try LinearAlgebra.transposedProduct(auxiliaries, zip(weights, factors).map { $0 * $1 })
    return zip(independent, reached).map { totals[$0] - $1 }
  }

  /// Σ miss²/(X′DX)_jj: what remains, each constraint on its own scale.
  private func length(_ misses: [Double]) -> Double {
    zip(misses, scales).reduce(0) { $0 + $1.0 * $1.0 / $1.1 }
  }
}
