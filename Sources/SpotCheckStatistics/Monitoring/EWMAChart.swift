import Glibc

/// An exponentially weighted moving average with limits that widen as it remembers more.
///
///     z_t = λ x_t + (1 − λ) z_{t−1}, z_0 the centre
///     σ_t² = (σ²/n_t) λ/(2 − λ) (1 − (1 − λ)^{2t})
///
/// It sees small lasting shifts that single points hide. Roberts 1959; Lucas & Saccucci 1990.
public struct EWMAChart: Hashable, Sendable {
  /// The average after each point.
  public let averages: [Double]
  /// Its standard deviation at each point.
  public let deviations: [Double]
  /// The points, from 0, whose average lies beyond its limits.
  public let signals: [Int]

  /// Charts a series; a point that is not finite leaves the average where it was, and does not signal.
  ///
  /// - Parameters:
  ///   - values: The points in order, each a mean of `sizes`.
  ///   - sizes: n_t, above 0; of one length with `values`, or empty where each is 1.
  ///   - center: The centre, from the process.
  ///   - deviation: σ of a single observation, at least 0.
  ///   - lambda: λ, the weight of the newest point, above 0 and at most 1.
  ///   - width: Half the width of the limits in standard deviations.
  public init(
    values: [Double], sizes: [Double] = [], center: Double, deviation: Double, lambda: Double,
    width: Double = 3
  ) {
    precondition(sizes.isEmpty || sizes.count == values.count, "arrays of unequal length")
    averages = Self.smooth(values, lambda: lambda, start: center)
    deviations = values.indices.map { point in
      let size = sizes.isEmpty ? 1 : sizes[point]
      let memory = -expm1(2 * Double(point + 1) * log1p(-lambda))
      return deviation * (lambda / (2 - lambda) * memory / size).squareRoot()
    }
    signals = values.indices.filter { [averages, deviations] point in
      values[point].isFinite && (averages[point] - center).magnitude > width * deviations[point]
    }
  }

  /// λ x_t + (1 − λ) z_{t−1} from z_0 = `start`; what is not finite changes nothing.
  public static func smooth(_ values: [Double], lambda: Double, start: Double) -> [Double] {
    var average = start
    return values.map { value in
      if value.isFinite { average = lambda * value + (1 - lambda) * average }
      return average
    }
  }
}
