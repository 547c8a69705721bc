import Glibc

/// A log-linear model of counts whose variance is a multiple of their mean, by iterated weighted least squares.
///
/// It stops as R's `glm` does, where a step changes the deviance by less than 1e-8 of it; weights are those of the
/// last step.
struct QuasiPoissonFit {
  let coefficients: [Double]
  /// (y − μ)/μ of each row.
  let residuals: [Double]
  let means: [Double]
  /// Working weights, prior weight times μ.
  let weights: [Double]
  /// (X′WX)⁻¹.
  let inverse: Matrix
  private let design: Matrix

  /// Rows less columns.
  var freedom: Int { design.rows - design.columns }

  /// Fits counts; `nil` where X has no more rows than columns, or dependent ones, or 25 steps do not suffice.
  ///
  /// - Parameters:
  ///   - design: X, one row a count.
  ///   - counts: y, at least 0.
  ///   - offsets: Terms of log μ that have no coefficient.
  ///   - prior: Weights of the counts, above 0.
  init?(design: Matrix, counts: [Double], offsets: [Double], prior: [Double]) {
    guard design.rows > design.columns else { return nil }
    var means = counts.map { $0 + 0.1 }
    var deviance = Self.deviance(counts, means, prior)
    for _ in 0..<25 {
      let weights = zip(prior, means).map { $0 * $1 }
      let targets = means.indices.map { row in
        weights[row] * (log(means[row]) - offsets[row] + (counts[row] - means[row]) / means[row])
      }
      guard let factor = try? Cholesky(LinearAlgebra.crossProduct(design, weights: weights)),
        let right = try? LinearAlgebra.transposedProduct(design, targets),
        let coefficients = try? factor.solve(right),
        let predictor = try? LinearAlgebra.product(design, coefficients)
      else { return nil }
      means = zip(predictor, offsets).map { exp($0 + $1) }
      let before = deviance
      deviance = Self.deviance(counts, means, prior)
      guard deviance.isFinite else { return nil }
      guard (deviance - before).magnitude < 1e-8 * (deviance.magnitude + 0.1) else { continue }
      self.coefficients = coefficients
      self.residuals = zip(counts, means).map { ($0 - $1) / $1 }
      self.means = means
      self.weights = weights
      self.inverse = factor.inverse
      self.design = design
      return
    }
    return nil
  }

  /// Σ wᵢ ((yᵢ − μᵢ)/μᵢ)² over the degrees of freedom; Pearson's dispersion with the working weights.
  func dispersion(weights: [Double]) -> Double {
    zip(weights, residuals).reduce(0) { $0 + $1.0 * $1.1 * $1.1 } / Double(freedom)
  }

  /// wᵢ xᵢ′(X′WX)⁻¹xᵢ.
  var leverages: [Double] {
    (0..<design.rows).map { weights[$0] * form(Array(design[row: $0])) }
  }

  /// x′(X′WX)⁻¹x.
  func form(_ row: [Double]) -> Double {
    row.indices.reduce(0) { sum, i in
      row.indices.reduce(sum) { $0 + row[i] * inverse[i, $1] * row[$1] }
    }
  }

  private static func deviance(_ counts: [Double], _ means: [Double], _ prior: [Double]) -> Double {
    counts.indices.reduce(0) { sum, row in
      let (y, mean) = (counts[row], means[row])
      return sum + 2 * prior[row] * ((y > 0 ? y * log(y / mean) : 0) - (y - mean))
    }
  }
}
