/// Whether two classifications are independent, under a design.
public struct SurveyIndependence: Hashable, Sendable {
  /// A statistic with its degrees of freedom and the chance of one as large.
  public struct Test: Hashable, Sendable {
    /// The statistic.
    public let statistic: Double
    /// The degrees of freedom of its numerator.
    public let freedom: Double
    /// The degrees of freedom of its denominator; ∞ for chi-square.
    public let denominator: Double
    /// P(a statistic at least as large), if independent.
    public let p: Double
  }

  /// Pearson's X² as an F, corrected to second order (Rao & Scott 1984).
  public let secondOrder: Test
  /// Pearson's X²; its p by the chi-square of X² over the mean design effect (Rao & Scott 1981).
  public let firstOrder: Test
  /// Wald's statistic of N̂_ij − N̂_i·N̂_·j/N̂ over its degrees of freedom (Koch, Freeman & Freeman 1975).
  public let wald: Test
  /// The same as an F for few clusters (Fellegi 1980); `nil` where clusters do not suffice.
  public let adjustedWald: Test?
}

extension SurveyDesign {
  /// Tests whether rows and columns of a table are independent.
  ///
  /// - Parameters:
  ///   - first: The row of the table of each sampled row, 0..<`firstCount`.
  ///   - firstCount: The rows of the table.
  ///   - second: The column of the table of each sampled row, 0..<`secondCount`.
  ///   - secondCount: The columns of the table.
  /// - Returns: `nil` for a table with fewer than two rows or columns, an empty row or column, or no
  ///   degrees of freedom.
  /// - Throws: ``SurveyError``; a model error where the table has no variance.
  public func independence(
    _ first: [Int], _ firstCount: Int, _ second: [Int], _ secondCount: Int
  ) throws(SurveyError) -> SurveyIndependence? {
    for (levels, count) in [(first, firstCount), (second, secondCount)] {
      guard levels.count == rows else { throw .length(expected: rows, found: levels.count) }
      if let row = levels.firstIndex(where: { $0 < 0 || $0 >= count }) { throw .value(row: row) }
    }
    let size = weights.reduce(0, +)
    guard firstCount > 1, secondCount > 1, size > 0, degreesOfFreedom > 0 else { return nil }
    let table = SurveyTable(first, firstCount, second, secondCount, weights: weights.map { $0 / size })
    guard table.margins.allSatisfy({ $0 > 0 }) else { return nil }
    let freedom = Double((firstCount - 1) * (secondCount - 1))
    let nu = Double(degreesOfFreedom)

    let spread = try covariance(ofInfluences: table.contrasts)
    let deltas = try surveying { () throws(LinearAlgebraError) in
      let factor = try Cholesky(table.simpleCovariance)
      let columns = try (0..<spread.columns).map { column throws(LinearAlgebraError) in
        try factor.solve((0..<spread.rows).map { spread[$0, column] })
      }
      return try Matrix(columns: columns)
    }
    let trace = Double(rows) * deltas.diagonal.reduce(0, +)
    let square = try surveying { () throws(LinearAlgebraError) in try LinearAlgebra.product(deltas, deltas) }
    let effective = trace * trace / (Double(rows * rows) * square.diagonal.reduce(0, +))
    let pearson = Double(rows) * table.pearson

    let residualSpread = try covariance(ofInfluences: table.residualInfluences)
    let wald = try surveying { () throws(LinearAlgebraError) in
      let solved = try Cholesky(residualSpread, tolerance: 1e-12).solve(table.residuals)
      return zip(table.residuals, solved).reduce(0) { $0 + $1.0 * $1.1 } / freedom
    }
    let rest = nu - freedom + 1
    return SurveyIndependence(
      secondOrder: .f(pearson / trace, effective, effective * nu),
      firstOrder: SurveyIndependence.Test(
        statistic: pearson, freedom: freedom, denominator: .infinity,
        p: SpecialFunctions.incompleteGammaComplement(pearson / (trace / freedom) / 2, a: freedom / 2)),
      wald: .f(wald, freedom, nu), adjustedWald: rest > 0 ? .f(wald * rest / nu, freedom, rest) : nil)
  }
}

extension SurveyIndependence.Test {
  /// The upper tail of F: I_{d₂/(d₂ + d₁F)}(d₂/2, d₁/2).
  static func f(_ statistic: Double, _ freedom: Double, _ denominator: Double) -> Self {
    Self(
      statistic: statistic, freedom: freedom, denominator: denominator,
      p: SpecialFunctions.incompleteBeta(
        denominator / (denominator + freedom * statistic), a: denominator / 2, b: freedom / 2))
  }
}
