/// A logistic regression as ``LogisticRegression`` found it.
public struct LogisticFit: Hashable, Sendable {
  /// How the fit ended.
  public enum Outcome: String, Hashable, Sendable, CaseIterable {
    /// At the maximum of the likelihood.
    case converged
    /// The likelihood has settled, but some coefficients have no finite maximum: they are ±∞.
    case separated
    /// The steps ran out.
    case unsettled
  }

  /// How the fit ended.
  public let outcome: Outcome
  /// β̂, one a column; ±∞ for a column without finite maximum.
  public let coefficients: [Double]
  /// √ diag (X′WX)⁻¹, one a column; ∞ beside an infinite coefficient.
  public let standardErrors: [Double]
  /// (X′WX)⁻¹ at the end.
  public let covariance: Matrix
  /// The fitted rate of every cell; 0 or 1 to rounding where cells are separated.
  public let rates: [Double]
  /// Twice the log-likelihood lost against a rate of its own for each cell.
  public let deviance: Double
  /// The deviance of one rate for all cells.
  public let nullDeviance: Double
  /// Σ (x − np)²/(np(1 − p)).
  public let pearson: Double
  /// The log-likelihood with its binomial coefficients.
  public let logLikelihood: Double
  /// Cells with trials less columns; 0 at least.
  public let degreesOfFreedom: Int
  /// How many weighted least squares problems were solved.
  public let steps: Int

  /// Akaike's criterion, 2·columns − 2·log-likelihood.
  public var informationCriterion: Double {
    2 * Double(coefficients.count) - 2 * logLikelihood
  }

  /// φ = X²/degrees of freedom, above 1 where cells vary more than binomially; `nil` without freedom.
  public var dispersion: Double? {
    degreesOfFreedom > 0 ? pearson / Double(degreesOfFreedom) : nil
  }

  /// Standard errors times √φ (McCullagh & Nelder 1989); `nil` without freedom.
  public var quasiStandardErrors: [Double]? {
    dispersion.map { dispersion in standardErrors.map { $0 * dispersion.squareRoot() } }
  }

  /// The linear predictor of a new row, with its standard error √(r′(X′WX)⁻¹r).
  ///
  /// - Parameter row: One value a column.
  /// - Returns: `nil` where the row takes part in a coefficient without finite maximum.
  /// - Throws: ``LinearAlgebraError/shape(expected:found:)``.
  public func predictor(
    at row: [Double]
  ) throws(LinearAlgebraError) -> (logit: Double, standardError: Double)? {
    let spread = try LinearAlgebra.product(covariance, row)
    guard row.indices.allSatisfy({ row[$0] == 0 || coefficients[$0].isFinite }) else { return nil }
    let logit = row.indices.reduce(0) { row[$1] == 0 ? $0 : $0 + row[$1] * coefficients[$1] }
    let variance = zip(row, spread).reduce(0) { $0 + $1.0 * $1.1 }
    return (logit, max(0, variance).squareRoot())
  }

  init(_ end: LogisticRegression.Summit, _ counts: GroupedCounts, columns: Int) {
    let unbounded = Set(end.unbounded)
    outcome = end.outcome
    coefficients = (0..<columns).map {
      unbounded.contains($0) ? (end.coefficients[$0] < 0 ? -.infinity : .infinity) : end.coefficients[$0]
    }
    standardErrors = (0..<columns).map {
      unbounded.contains($0) ? .infinity : end.covariance[$0, $0].squareRoot()
    }
    covariance = end.covariance
    rates = end.predictor.map(GroupedCounts.rate)
    let likelihood = counts.logLikelihood(end.predictor)
    deviance = max(0, 2 * (counts.saturated - likelihood))
    nullDeviance = max(0, 2 * (counts.saturated - counts.common))
    pearson = counts.pearson(end.predictor)
    logLikelihood = likelihood + counts.logCombinations
    degreesOfFreedom = max(0, counts.trials.count { $0 > 0 } - columns)
    steps = end.steps
  }
}
