import Glibc

/// How a limit for the next count is drawn about its prediction.
public enum PredictionMethod: Hashable, Sendable {
  /// Normal on a power of the count: variance of the count and of its prediction by the delta method
  /// (Farrington et al. 1996).
  case power(Power)
  /// Quantiles of a negative binomial about the upper limit of the mean (Noufaily et al. 2013).
  case meanQuantile
  /// Quantiles of a negative binomial about the mean itself.
  case plugin

  /// The power on which counts are taken to be normal.
  public enum Power: Hashable, Sendable, CaseIterable {
    /// The count itself.
    case identity
    /// Its square root, on which a Poisson count has even variance.
    case squareRoot
    /// Its power ⅔, on which a Poisson count has no skewness.
    case twoThirds

    var exponent: Double {
      switch self {
      case .identity: 1
      case .squareRoot: 0.5
      case .twoThirds: 2.0 / 3
      }
    }
  }
}

/// Limits for the next count, and how surprising the count itself is.
public struct PredictionLimits: Hashable, Sendable {
  /// The lower limit, at least 0.
  public let lower: Double
  /// The upper limit, above which a count is an alarm.
  public let upper: Double
  /// The chance of a count as high as the one seen.
  public let p: Double

  /// (count − centre)/(upper − centre): above 1 is an alarm.
  public func score(count: Int, center: Double) -> Double {
    (Double(count) - center) / (upper - center)
  }
}

/// What a log-linear model expects of the next count.
public struct CountPrediction: Hashable, Sendable {
  /// η, the logarithm of the expected count.
  public let logMean: Double
  /// The standard error of η.
  public let logError: Double
  /// φ, the variance of a count over its mean, at least 1.
  public let dispersion: Double

  /// Creates a prediction; a dispersion below 1 is taken as 1.
  public init(logMean: Double, logError: Double, dispersion: Double) {
    self.logMean = logMean
    self.logError = logError
    self.dispersion = max(1, dispersion)
  }

  /// The expected count.
  public var mean: Double { exp(logMean) }

  /// The limits at one-sided level `alpha`, and the p of `count`.
  ///
  /// - Parameters:
  ///   - count: The count seen, at least 0.
  ///   - alpha: The chance of a false alarm, strictly between 0 and 1.
  ///   - method: How the limits are drawn.
  /// - Returns: `nil` where the expected count is 0, or beyond 10¹⁵.
  public func limits(count: Int, alpha: Double, method: PredictionMethod) -> PredictionLimits? {
    let z = -SpecialFunctions.normalQuantile(alpha)
    switch method {
    case .power(let power): return normal(count, z: z, exponent: power.exponent)
    case .meanQuantile: return quantiles(count, alpha: alpha, mean: exp(logMean + z * logError))
    case .plugin: return quantiles(count, alpha: alpha, mean: mean)
    }
  }

  /// h = μᵉ with variance e² μ^{2e−1} τ, τ = φ + se²/μ.
  private func normal(_ count: Int, z: Double, exponent: Double) -> PredictionLimits? {
    guard mean > 0, mean <= 1e15, logError.isFinite else { return nil }
    let tau = dispersion + mean * logError * logError
    let centre = pow(mean, exponent)
    let deviation = exponent * (pow(mean, 2 * exponent - 1) * tau).squareRoot()
    return PredictionLimits(
      lower: pow(max(0, centre - z * deviation), 1 / exponent),
      upper: pow(max(0, centre + z * deviation), 1 / exponent),
      p: SpecialFunctions.normalCDF((centre - pow(Double(count), exponent)) / deviation))
  }

  private func quantiles(_ count: Int, alpha: Double, mean: Double) -> PredictionLimits? {
    guard mean > 0, mean <= 1e15 else { return nil }
    let distribution = CountDistribution(mean: mean, dispersion: dispersion)
    return PredictionLimits(
      lower: Double(distribution.quantile(alpha)), upper: Double(distribution.quantile(1 - alpha)),
      p: distribution.probability(atLeast: count))
  }
}
