import Foundation

@testable import SpotCheckStatistics

/// A weighted logistic fit that stops where R's `glm` does: when the deviance changes by less than 1e-8 of itself.
///
/// R then takes its weights from before the last step, which moves figures made of them by some 1e-6; this
/// follows it there, so that such figures can be held to their tolerance.
struct EarlyFit {
  let coefficients: [Double]
  let predictor: [Double]
  /// (X′WX)⁻¹ with the weights from before the last step.
  let covariance: Matrix
  /// Rows × columns: (X′WX)⁻¹x times the working residual and weight.
  let influences: Matrix
  /// Σ Pearson residuals²/(rows − columns).
  let dispersion: Double

  private let weights: [Double]
  private let outcomes: [Double]

  /// Fits outcomes of 0 or 1 by sampling weights, scaled here to a mean of 1.
  init(_ design: FactorDesign, weights: [Double], outcomes: [Double]) throws {
    let mean = weights.reduce(0, +) / Double(weights.count)
    let weights = weights.map { $0 / mean }
    var predictor = zip(weights, outcomes).map { log(($0 * $1 + 0.5) / ($0 * (1 - $1) + 0.5)) }
    var coefficients: [Double] = []
    var working: [Double] = []
    var factor: Cholesky
    var deviance = Self.deviance(predictor, weights, outcomes)
    var last: Double
    repeat {
      let slopes = predictor.map { GroupedCounts.rate($0) * GroupedCounts.rate(-$0) }
      working = zip(weights, slopes).map { $0 * $1 }
      factor = try Cholesky(try design.information(working))
      let targets = predictor.indices.map {
        working[$0] * predictor[$0] + weights[$0] * (outcomes[$0] - GroupedCounts.rate(predictor[$0]))
      }
      coefficients = try factor.solve(try design.score(targets))
      predictor = try design.predictor(coefficients)
      last = deviance
      deviance = Self.deviance(predictor, weights, outcomes)
    } while (deviance - last).magnitude >= 1e-8 * (deviance.magnitude + 0.1)
    let rates = predictor.map(GroupedCounts.rate)
    let scores = outcomes.indices.flatMap { row in
      let residual = (outcomes[row] - rates[row]) / (rates[row] * (1 - rates[row]))
      return design.row(row).map { $0 * working[row] * residual }
    }
    let pearson = outcomes.indices.reduce(0) { sum, row in
      let miss = outcomes[row] - rates[row]
      return sum + weights[row] * miss * miss / (rates[row] * (1 - rates[row]))
    }
    self.coefficients = coefficients
    self.predictor = predictor
    self.covariance = factor.inverse
    self.influences = try LinearAlgebra.product(
      try Matrix(rows: outcomes.count, columns: design.columns, elements: scores), factor.inverse)
    self.dispersion = pearson / Double(outcomes.count - design.columns)
    (self.weights, self.outcomes) = (weights, outcomes)
  }

  /// How much deviance a predictor loses against the fit.
  func loss(_ other: [Double]) -> Double {
    Self.deviance(other, weights, outcomes) - Self.deviance(predictor, weights, outcomes)
  }

  private static func deviance(_ predictor: [Double], _ weights: [Double], _ outcomes: [Double]) -> Double {
    -2
      * predictor.indices.reduce(0) {
        $0 + weights[$1] * log(GroupedCounts.rate(outcomes[$1] > 0 ? predictor[$1] : -predictor[$1]))
      }
  }
}

extension EarlyFit {
  /// R's likelihood interval for the rate of an intercept alone: the signed root is laid out in fifths of its
  /// range, joined by a cubic spline, and that is read off by straight lines.
  func profiledInterval(_ design: SurveyDesign, level: Double) throws -> (lower: Double, upper: Double) {
    let error = try design.covariance(ofInfluences: influences)[0, 0].squareRoot()
    let scale = error / covariance[0, 0].squareRoot()
    let cut =
      scale * SpecialFunctions.studentQuantile((1 - level) / 2, freedom: Double(design.degreesOfFreedom))
    let alpha = SpecialFunctions.normalCDF(cut) / 2
    let end = SpecialFunctions.studentQuantile(1 - alpha / 2, freedom: Double(outcomes.count - 1))
    var points = [SampledCurve.Point(x: coefficients[0], y: 0)]
    for sign in [-1.0, 1] {
      var root = 0.0
      for step in 1..<10 where root.magnitude < end {
        let logit = coefficients[0] + sign * Double(step) * end / 5 * error
        root = sign * (loss(predictor.map { _ in logit }) / dispersion).squareRoot()
        points.append(SampledCurve.Point(x: logit, y: root))
      }
    }
    let curve = CubicSpline(points.sorted { $0.x < $1.x }).sampled(3 * points.count)
    let ends = [cut, -cut].map { GroupedCounts.rate(curve.rise(to: $0, from: -.infinity)) }
    return (ends[0], ends[1])
  }
}
