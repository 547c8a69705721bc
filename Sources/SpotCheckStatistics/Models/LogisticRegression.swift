/// Logistic regression of grouped counts: x ~ Binomial(n, p), log(p/(1 − p)) = Xβ.
///
/// Maximum likelihood by iteratively reweighted least squares (Nelder & Wedderburn 1972), started from
/// (x + ½)/(n + 1). Cells without trials take no part. Steps that lower the likelihood are halved.
///
/// Where some combination of columns separates passes from failures the likelihood has no maximum (Albert &
/// Anderson 1984): it settles while coefficients run off. That is told apart from convergence by the steps, which
/// stay near 1 on the logit scale, and the fit says ``LogisticFit/Outcome/separated``.
public enum LogisticRegression {
  /// Fits a dense design: X′WX by dsyrk.
  ///
  /// - Parameters:
  ///   - design: X, cells × columns, of full rank; an intercept is a column of ones.
  ///   - passes: x, one a cell, 0…n.
  ///   - trials: n, one a cell.
  /// - Returns: The fit, which says how it ended.
  /// - Throws: ``ModelError``; ``LinearAlgebraError/dependentColumn(_:)`` where cells with trials do not
  ///   tell all columns apart.
  /// - Complexity: O(cells · columns²) a step, some 6 steps.
  public static func fit(design: Matrix, passes: [Int], trials: [Int]) throws(ModelError) -> LogisticFit {
    try fit(design, GroupedCounts(passes: passes, trials: trials))
  }

  /// Fits a design of factors: X′WX straight from the levels.
  ///
  /// - Parameters:
  ///   - design: The terms of each cell.
  ///   - passes: x, one a cell, 0…n.
  ///   - trials: n, one a cell.
  /// - Returns: The fit, which says how it ended.
  /// - Throws: ``ModelError``; ``LinearAlgebraError/dependentColumn(_:)`` for a level without trials, or
  ///   where cells with trials do not tell all columns apart.
  /// - Complexity: O(cells · terms² + columns³) a step, some 6 steps.
  public static func fit(design: FactorDesign, passes: [Int], trials: [Int]) throws(ModelError) -> LogisticFit
  {
    try fit(design, GroupedCounts(passes: passes, trials: trials))
  }

  static func fit(_ design: some LogisticDesign, _ counts: GroupedCounts) throws(ModelError) -> LogisticFit {
    guard counts.trials.count == design.cells else {
      throw .algebra(.shape(expected: design.cells, found: counts.trials.count))
    }
    let end = try fitting { () throws(LinearAlgebraError) in try climb(design, counts) }
    return LogisticFit(end, counts, columns: design.columns)
  }

  /// Where the climb to the maximum ended.
  struct Summit {
    var coefficients: [Double]
    var predictor: [Double]
    var covariance = Matrix(unchecked: [], rows: 0, columns: 0)
    /// Columns whose coefficients still run off.
    var unbounded: [Int] = []
    var outcome = LogisticFit.Outcome.unsettled
    var steps = 1
  }

  private static let mostSteps = 60
  /// δ′Iδ at which the likelihood has settled: the step is a millionth of a standard error.
  private static let settled = 1e-12
  /// A step on the logit scale that no settled fit takes.
  private static let running = 0.1
  /// The squared share of a column that the others must leave unexplained.
  private static let independence = 1e-11

  private static func climb(
    _ design: some LogisticDesign, _ counts: GroupedCounts
  ) throws(LinearAlgebraError) -> Summit {
    let start = counts.smoothedLogits
    let weights = counts.weights(start)
    var factor = try Cholesky(try design.information(weights), tolerance: independence)
    let beginning = try factor.solve(try design.score(zip(weights, start).map { $0 * $1 }))
    var summit = Summit(coefficients: beginning, predictor: try design.predictor(beginning))
    var likelihood = counts.logLikelihood(summit.predictor)
    while summit.steps < mostSteps, summit.outcome == .unsettled {
      let information = try design.information(counts.weights(summit.predictor))
      guard let next = try? Cholesky(information) else {
        summit.outcome = .separated
        summit.unbounded = Array(0..<design.columns)
        break
      }
      factor = next
      let score = try design.score(counts.residuals(summit.predictor))
      let step = try factor.solve(score)
      let move = try design.predictor(step)
      if zip(score, step).reduce(0, { $0 + $1.0 * $1.1 }) <= settled {
        let farthest = zip(move, counts.trials).reduce(0) { $1.1 > 0 ? max($0, $1.0.magnitude) : $0 }
        summit.outcome = farthest < running ? .converged : .separated
        if summit.outcome == .separated {
          summit.unbounded = zip(step, design.extents).enumerated()
            .filter { ($0.element.0 * $0.element.1).magnitude >= running / 10 }.map(\.offset)
        }
      }
      var scale = 2.0
      var reached = (predictor: summit.predictor, likelihood: -Double.infinity)
      while !(reached.likelihood >= likelihood - 1e-9 * likelihood.magnitude), scale > 1e-6 {
        scale /= 2
        let predictor = zip(summit.predictor, move).map { $0 + scale * $1 }
        reached = (predictor, counts.logLikelihood(predictor))
      }
      for column in step.indices { summit.coefficients[column] += scale * step[column] }
      (summit.predictor, likelihood) = reached
      summit.steps += 1
    }
    let last = try? Cholesky(try design.information(counts.weights(summit.predictor)))
    summit.covariance = (last ?? factor).inverse
    return summit
  }
}
