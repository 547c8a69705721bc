import Glibc

/// How calibration measures the way from old weights to new: g = F(x′λ) (Deville & Särndal 1992).
public enum CalibrationDistance: Hashable, Sendable {
  /// F(u) = 1 + u, generalised regression: one step, and weights may become negative.
  case linear
  /// F(u) = e^u, raking ratio: weights stay above 0.
  case exponential
  /// The logistic curve between two bounds of g, lower < 1 < upper.
  case logit(lower: Double, upper: Double)
  /// 1 + u, cut at two bounds of g, lower < 1 < upper.
  case truncatedLinear(lower: Double, upper: Double)
  /// e^u, cut at two bounds of g, lower < 1 < upper.
  case truncatedExponential(lower: Double, upper: Double)

  var bounds: (lower: Double, upper: Double)? {
    switch self {
    case .linear, .exponential: nil
    case .logit(let lower, let upper), .truncatedLinear(let lower, let upper),
      .truncatedExponential(let lower, let upper):
      (lower, upper)
    }
  }

  /// F(u) and F′(u).
  func factor(_ u: Double) -> (value: Double, slope: Double) {
    switch self {
    case .linear: return (1 + u, 1)
    case .exponential: return (exp(u), exp(u))
    case .logit(let lower, let upper):
      let rate = (upper - lower) / ((1 - lower) * (upper - 1))
      let (low, high) = (1 / (1 - lower), 1 / (upper - 1))
      // Both shares of the mean between the bounds, scaled by the larger exponential.
      let (falling, rising) = u > 0 ? (low * exp(-rate * u), high) : (low, high * exp(rate * u))
      let share = falling / (falling + rising)
      let value = lower + (upper - lower) * (1 - share)
      return (value, rate * (upper - lower) * share * (1 - share))
    case .truncatedLinear(let lower, let upper):
      return Self.cut((1 + u, 1), lower, upper)
    case .truncatedExponential(let lower, let upper):
      return Self.cut((exp(u), exp(u)), lower, upper)
    }
  }

  private static func cut(
    _ factor: (value: Double, slope: Double), _ lower: Double, _ upper: Double
  ) -> (value: Double, slope: Double) {
    if factor.value <= lower { return (lower, 0) }
    return factor.value >= upper ? (upper, 0) : factor
  }
}
