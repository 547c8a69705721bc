import CSpotCheckBoostMath

/// A mean with its spread, such as of satisfaction scores, and Student's one-sided tests of it.
///
/// With n values, mean m and standard deviation s: t = (m − τ) / (s/√n) on n − 1 degrees of freedom
/// (Student 1908). Without spread, or with one value, there is neither interval nor test.
public struct MeanEstimate: Hashable, Sendable {
  /// n, at least 1.
  public let count: Int
  /// m.
  public let mean: Double
  /// s, with n − 1 in the denominator; `nil` with one value.
  public let standardDeviation: Double?

  /// Sums values, in two passes so that digits are kept; `nil` without values, or where one is not finite.
  public init?(_ values: [Double]) {
    guard !values.isEmpty, values.allSatisfy(\.isFinite) else { return nil }
    let mean = values.reduce(0, +) / Double(values.count)
    self.init(
      count: values.count, mean: mean,
      squaredDeviations: values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) })
  }

  /// Creates an estimate from n, m and Σ(x − m)²; `nil` without values, or where a figure cannot be.
  public init?(count: Int, mean: Double, squaredDeviations: Double) {
    guard count > 0, mean.isFinite, squaredDeviations.isFinite, squaredDeviations >= 0 else { return nil }
    self.count = count
    self.mean = mean
    self.standardDeviation = count > 1 ? (squaredDeviations / Double(count - 1)).squareRoot() : nil
  }

  /// s/√n; `nil` without spread.
  public var standardError: Double? {
    guard let standardDeviation, standardDeviation > 0 else { return nil }
    return standardDeviation / Double(count).squareRoot()
  }

  /// m ∓ t s/√n at `level`, strictly between 0 and 1; `nil` without spread.
  public func interval(level: Double) -> ClosedRange<Double>? {
    guard let lower = lowerBound(risk: (1 - level) / 2), let upper = upperBound(risk: (1 - level) / 2),
      lower <= upper
    else { return nil }
    return lower...upper
  }

  /// The one-sided lower bound, `nil` without spread; `risk` is the chance that it is too high.
  public func lowerBound(risk: Double) -> Double? {
    standardError.map { mean + SpecialFunctions.studentQuantile(risk, freedom: freedom) * $0 }
  }

  /// The one-sided upper bound, `nil` without spread; `risk` is the chance that it is too low.
  public func upperBound(risk: Double) -> Double? {
    standardError.map { mean - SpecialFunctions.studentQuantile(risk, freedom: freedom) * $0 }
  }

  /// P(T ≤ t): small proves that the true mean is below the target; `nil` without spread.
  public func pShortfall(target: Double) -> Double? {
    standardError.map { upperTail(beyond: (target - mean) / $0) }
  }

  /// P(T ≥ t): small proves that the true mean is at least the target; `nil` without spread.
  public func pMet(target: Double) -> Double? {
    standardError.map { upperTail(beyond: (mean - target) / $0) }
  }

  private var freedom: Double { Double(count - 1) }

  /// P(T > t) = ½ I_{ν/(ν + t²)}(ν/2, ½) for t ≥ 0.
  private func upperTail(beyond t: Double) -> Double {
    let tail = spotcheck_ibeta(freedom / 2, 0.5, freedom / (freedom + t * t)) / 2
    return t < 0 ? 1 - tail : tail
  }
}
