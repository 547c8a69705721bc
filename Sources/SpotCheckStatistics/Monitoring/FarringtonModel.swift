import Glibc

/// The model of past counts that a Farrington detector predicts from.
struct FarringtonModel {
  /// Past counts as the model wants them.
  struct Past {
    let counts: [Double]
    let offsets: [Double]
    /// The intercept, the time to the point judged, and a column a season but the first.
    fileprivate let columns: (time: [Double], seasons: [[Double]])
    /// 1 where the point judged is of that season, which is the last.
    fileprivate let seasonNow: [Double]
    let exposureNow: Double

    init(_ history: FarringtonHistory, counts: [Int], exposures: [Double], point: Int) {
      self.counts = history.points.map { Double(counts[$0]) }
      offsets = history.points.map { exposures.isEmpty ? 0 : log(exposures[$0]) }
      let levels = Set(history.seasons).sorted().dropFirst()
      columns = (
        history.points.map { Double($0 - point) },
        levels.map { level in history.seasons.map { $0 == level ? 1 : 0 } }
      )
      seasonNow = levels.map { $0 == levels.last ? 1 : 0 }
      exposureNow = exposures.isEmpty ? 1 : exposures[point]
    }
  }

  private let fit: QuasiPoissonFit
  private let hasTrend: Bool
  /// The row of the point judged.
  private let row: [Double]
  /// φ, at least 1.
  let dispersion: Double
  /// What variances of coefficients are multiplied by.
  private let scale: Double

  /// Fits the model, and where there is a threshold once more with the weights of ``outbreakWeights(_:above:)``.
  init?(_ past: Past, hasTrend: Bool, threshold: Double?) {
    let ones = past.counts.map { _ in 1.0 }
    let columns = [ones] + (hasTrend ? [past.columns.time] : []) + past.columns.seasons
    guard past.counts.contains(where: { $0 > 0 }), let design = try? Matrix(columns: columns) else {
      return nil
    }
    func fitted(_ prior: [Double]) -> QuasiPoissonFit? {
      QuasiPoissonFit(design: design, counts: past.counts, offsets: past.offsets, prior: prior)
    }
    guard let plain = fitted(ones) else { return nil }
    let spread = max(1, plain.dispersion(weights: plain.weights))
    if let threshold {
      let residuals = Self.anscombeResiduals(plain, counts: past.counts, dispersion: spread)
      let weights = Self.outbreakWeights(residuals, above: threshold)
      guard let fit = fitted(weights) else { return nil }
      self.fit = fit
      dispersion = max(1, fit.dispersion(weights: fit.weights))
      scale = fit.dispersion(weights: weights)
    } else {
      fit = plain
      dispersion = spread
      scale = plain.dispersion(weights: plain.weights)
    }
    self.hasTrend = hasTrend
    row = [1] + (hasTrend ? [0] : []) + past.seasonNow
  }

  /// β₁; `nil` without a trend.
  var trend: Double? { hasTrend ? fit.coefficients[1] : nil }

  /// The two-sided p of the trend by Student's t; 1 without a trend.
  var trendP: Double {
    guard let trend else { return 1 }
    let square = trend * trend / (fit.inverse[1, 1] * scale)
    let freedom = Double(fit.freedom)
    return SpecialFunctions.incompleteBeta(freedom / (freedom + square), a: freedom / 2, b: 0.5)
  }

  /// What is expected of the point judged.
  func prediction(exposure: Double) -> CountPrediction {
    let logMean = zip(row, fit.coefficients).reduce(log(exposure)) { $0 + $1.0 * $1.1 }
    return CountPrediction(
      logMean: logMean, logError: (fit.form(row) * scale).squareRoot(), dispersion: dispersion)
  }

  /// 3/2 (y^⅔ μ^−⅙ − μ^½) / √(φ(1 − h)), h the leverage.
  private static func anscombeResiduals(
    _ fit: QuasiPoissonFit, counts: [Double], dispersion: Double
  ) -> [Double] {
    let leverages = fit.leverages
    return counts.indices.map { place in
      let mean = fit.means[place]
      let raw = 1.5 * (pow(counts[place], 2.0 / 3) * pow(mean, -1.0 / 6) - mean.squareRoot())
      return raw / (dispersion * max(.ulpOfOne, 1 - leverages[place])).squareRoot()
    }
  }

  /// γ s⁻² for residuals above a threshold, else γ, so that weights sum to their number.
  ///
  /// Farrington et al. 1996 with 1 as threshold, Noufaily et al. 2013 with 2.58.
  static func outbreakWeights(_ residuals: [Double], above threshold: Double) -> [Double] {
    let plain = residuals.map { $0 > threshold ? 1 / ($0 * $0) : 1 }
    let gamma = Double(residuals.count) / plain.reduce(0, +)
    return plain.map { gamma * $0 }
  }
}
