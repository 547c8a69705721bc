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
    var points = [(logit: coefficients[0], root: 0.0)]
    for sign in [-1.0, 1] {
      var root = 0.0
      for step in 1..<10 where root.magnitude < end {
        let logit = coefficients[0] + sign * Double(step) * end / 5 * error
        root = sign * (loss(predictor.map { _ in logit }) / dispersion).squareRoot()
        points.append((logit, root))
      }
    }
    points.sort { $0.logit < $1.logit }
    let spline = try LogitSpline(points.map(\.logit), points.map(\.root))
    let curve = spline.points(3 * points.count)
    func rate(at root: Double) -> Double {
      guard let place = curve.indices.dropFirst().first(where: { curve[$0].y >= root }) else { return .nan }
      let (left, right) = (curve[place - 1], curve[place])
      return GroupedCounts.rate(left.x + (right.x - left.x) * (root - left.y) / (right.y - left.y))
    }
    return (rate(at: cut), rate(at: -cut))
  }
}

/// A cubic spline whose ends follow the cubics through the first and last four points (Forsythe, Malcolm &
/// Moler 1977).
struct LogitSpline {
  private let x: [Double]
  private let y: [Double]
  private let bends: [Double]

  init(_ x: [Double], _ y: [Double]) throws {
    let n = x.count
    let h = (1..<n).map { x[$0] - x[$0 - 1] }
    let slopes = (1..<n).map { (y[$0] - y[$0 - 1]) / h[$0 - 1] }
    var right = [0] + (1..<n - 1).map { slopes[$0] - slopes[$0 - 1] } + [0]
    let first = right[2] / (x[3] - x[1]) - right[1] / (x[2] - x[0])
    let last = right[n - 2] / (x[n - 1] - x[n - 3]) - right[n - 3] / (x[n - 2] - x[n - 4])
    right[0] = first * h[0] * h[0] / (x[3] - x[0])
    right[n - 1] = -last * h[n - 2] * h[n - 2] / (x[n - 1] - x[n - 4])
    var system = try Matrix(rows: n, columns: n, elements: [Double](repeating: 0, count: n * n))
    for place in 0..<n - 1 {
      system[place, place + 1] = h[place]
      system[place + 1, place] = h[place]
    }
    for place in 1..<n - 1 { system[place, place] = 2 * (h[place - 1] + h[place]) }
    system[0, 0] = -h[0]
    system[n - 1, n - 1] = -h[n - 2]
    bends = try LeastSquares(design: system, responses: right).coefficients
    (self.x, self.y) = (x, y)
  }

  /// Points of the spline, evenly spread from the first to the last.
  func points(_ count: Int) -> [(x: Double, y: Double)] {
    (0..<count).map { number in
      let at = x[0] + (x[x.count - 1] - x[0]) * Double(number) / Double(count - 1)
      let place = min((x.lastIndex { $0 <= at } ?? 0), x.count - 2)
      let h = x[place + 1] - x[place]
      let u = at - x[place]
      let slope = (y[place + 1] - y[place]) / h - h * (bends[place + 1] + 2 * bends[place])
      return (at, y[place] + u * (slope + u * (3 * bends[place] + u * (bends[place + 1] - bends[place]) / h)))
    }
  }
}
