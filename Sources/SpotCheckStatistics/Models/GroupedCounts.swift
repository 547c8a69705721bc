import Glibc

/// Passes and trials of cells, with what a logistic fit asks of them; survey weights make them fractions.
struct GroupedCounts: Sendable {
  let passes: [Double]
  let trials: [Double]

  init(passes: [Int], trials: [Int]) throws(ModelError) {
    try self.init(passes: passes.map(Double.init), trials: trials.map(Double.init))
  }

  init(passes: [Double], trials: [Double]) throws(ModelError) {
    guard passes.count == trials.count else {
      throw .algebra(.shape(expected: trials.count, found: passes.count))
    }
    if let cell = trials.indices.first(where: { !(passes[$0] >= 0 && passes[$0] <= trials[$0]) }) {
      throw .counts(cell: cell)
    }
    guard trials.contains(where: { $0 > 0 }) else { throw .noTrials }
    self.passes = passes
    self.trials = trials
  }

  /// log((x + ½)/(n − x + ½)).
  var smoothedLogits: [Double] {
    zip(passes, trials).map { log(($0 + 0.5) / ($1 - $0 + 0.5)) }
  }

  /// n·p(1 − p), which never is 0 where n is not.
  func weights(_ predictor: [Double]) -> [Double] {
    zip(trials, predictor).map { trials, logit in
      let odds = exp(-logit.magnitude)
      return trials * odds / ((1 + odds) * (1 + odds))
    }
  }

  /// x − n·p.
  func residuals(_ predictor: [Double]) -> [Double] {
    trials.indices.map { passes[$0] - trials[$0] * Self.rate(predictor[$0]) }
  }

  /// Σ x·η − n·log(1 + e^η): the log-likelihood but for Σ log C(n, x).
  func logLikelihood(_ predictor: [Double]) -> Double {
    var sum = 0.0
    for cell in trials.indices where trials[cell] > 0 {
      let logit = predictor[cell]
      sum += passes[cell] * min(logit, 0) - (trials[cell] - passes[cell]) * max(logit, 0)
      sum -= trials[cell] * log1p(exp(-logit.magnitude))
    }
    return sum
  }

  /// Σ log C(n, x).
  var logCombinations: Double {
    zip(passes, trials).reduce(0) { sum, cell in
      let (x, n) = cell
      guard x > 0, x < n else { return sum }
      return sum + SpecialFunctions.logGamma(n + 1) - SpecialFunctions.logGamma(x + 1)
        - SpecialFunctions.logGamma(n - x + 1)
    }
  }

  /// The log-likelihood, but for Σ log C(n, x), when every cell has its own rate.
  var saturated: Double {
    zip(passes, trials).reduce(0) { sum, cell in
      let (x, n) = cell
      guard x > 0, x < n else { return sum }
      return sum + x * log(x / n) + (n - x) * log1p(-x / n)
    }
  }

  /// The log-likelihood, but for Σ log C(n, x), when all cells share one rate.
  var common: Double {
    let total = trials.reduce(0, +)
    let passed = passes.reduce(0, +)
    guard passed > 0, passed < total else { return 0 }
    return passed * log(passed / total) + (total - passed) * log1p(-passed / total)
  }

  /// Σ (x − np)²/(np(1 − p)).
  func pearson(_ predictor: [Double]) -> Double {
    zip(residuals(predictor), weights(predictor)).reduce(0) { $1.1 > 0 ? $0 + $1.0 * $1.0 / $1.1 : $0 }
  }

  static func rate(_ logit: Double) -> Double {
    logit >= 0 ? 1 / (1 + exp(-logit)) : exp(logit) / (1 + exp(logit))
  }
}
