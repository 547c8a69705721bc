/// Logistic regression of an indicator under a design, with design-based standard errors.
public struct SurveyLogistic: Hashable, Sendable {
  /// The fit with the weights as trials: its coefficients, and whether they converged.
  public let fit: LogisticFit
  /// The design covariance of the coefficients.
  public let covariance: Matrix
  /// Those of the design, less columns, plus 1.
  public let degreesOfFreedom: Int

  /// √ diag covariance; ∞ beside a coefficient without finite maximum.
  public var standardErrors: [Double] {
    zip(fit.coefficients, covariance.diagonal).map { $0.isFinite ? $1.squareRoot() : .infinity }
  }

  /// Solves Σ w·x(y − p) = 0; the covariance is that of the influences (X′WX)⁻¹x·w(y − p) (Binder 1983).
  ///
  /// - Parameters:
  ///   - design: How the sample was drawn.
  ///   - predictors: The terms of each row.
  ///   - outcomes: y of each row.
  /// - Throws: ``SurveyError``.
  public init(design: SurveyDesign, predictors: FactorDesign, outcomes: [Bool]) throws(SurveyError) {
    guard outcomes.count == design.rows else { throw .length(expected: design.rows, found: outcomes.count) }
    let mean = design.weights.reduce(0, +) / Double(max(1, design.rows))
    let trials = design.weights.map { mean > 0 ? $0 / mean : 0 }
    let fit: LogisticFit
    do {
      let counts = try GroupedCounts(passes: zip(trials, outcomes).map { $1 ? $0 : 0 }, trials: trials)
      fit = try LogisticRegression.fit(predictors, counts)
    } catch {
      throw .model(error)
    }
    let influences = try surveying { () throws(LinearAlgebraError) in
      let rows = outcomes.indices.flatMap { row in
        let miss = trials[row] * ((outcomes[row] ? 1 : 0) - fit.rates[row])
        return predictors.row(row).map { $0 * miss }
      }
      let scores = Matrix(unchecked: rows, rows: outcomes.count, columns: predictors.columns)
      return try LinearAlgebra.product(scores, fit.covariance)
    }
    self.fit = fit
    self.covariance = try design.covariance(ofInfluences: influences)
    self.degreesOfFreedom = design.degreesOfFreedom + 1 - predictors.columns
  }
}
