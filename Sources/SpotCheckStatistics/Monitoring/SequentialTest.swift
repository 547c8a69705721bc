import Glibc

/// Wald's sequential probability ratio test of a failure rate, acceptable p₀ against unacceptable p₁.
///
///     k = ln[p₁(1 − p₀) / (p₀(1 − p₁))], s = ln[(1 − p₀)/(1 − p₁)] / k
///     h₁ = ln[(1 − α)/β] / k, h₂ = ln[(1 − β)/α] / k
///
/// After n items with d failures: accept when d ≤ s n − h₁, reject when d ≥ s n + h₂, else go on.
/// Wald 1947; ISO 8422, GB/T 8051.
public struct SequentialTest: Hashable, Sendable {
  /// k, the log odds ratio.
  public let logOddsRatio: Double
  /// s, the slope of both lines.
  public let slope: Double
  /// h₁, how far the line of acceptance lies below s n.
  public let acceptanceIntercept: Double
  /// h₂, how far the line of rejection lies above s n.
  public let rejectionIntercept: Double
  /// The expected number of items where the failure rate is p₀ (Wald's approximation).
  public let expectedItemsAcceptable: Double
  /// The expected number of items where the failure rate is p₁ (Wald's approximation).
  public let expectedItemsUnacceptable: Double

  /// Designs a test; there is none unless 0 < p₀ < p₁ < 1, both risks are above 0, and their sum below 1.
  ///
  /// - Parameters:
  ///   - p0: p₀, the acceptable failure rate.
  ///   - p1: p₁, the unacceptable failure rate.
  ///   - alpha: The producer's risk, that p₀ is rejected.
  ///   - beta: The consumer's risk, that p₁ is accepted.
  public init?(acceptable p0: Double, unacceptable p1: Double, alpha: Double, beta: Double) {
    guard 0 < p0, p0 < p1, p1 < 1, alpha > 0, beta > 0, alpha + beta < 1 else { return nil }
    let decline = log1p(-p0) - log1p(-p1)
    let k = log(p1 / p0) + decline
    let accept = log((1 - alpha) / beta)
    let reject = log((1 - beta) / alpha)
    logOddsRatio = k
    slope = decline / k
    acceptanceIntercept = accept / k
    rejectionIntercept = reject / k
    /// The expected log likelihood ratio of an item.
    func drift(_ p: Double) -> Double { p * log(p1 / p0) - (1 - p) * decline }
    expectedItemsAcceptable = ((1 - alpha) * -accept + alpha * reject) / drift(p0)
    expectedItemsUnacceptable = (beta * -accept + (1 - beta) * reject) / drift(p1)
  }

  /// The most failures of `items` with which the lot is accepted; `nil` while it cannot be.
  public func acceptanceNumber(items: Int) -> Int? {
    let line = slope * Double(items) - acceptanceIntercept
    return line >= 0 ? Int(line) : nil
  }

  /// The fewest failures of `items` with which the lot is rejected; `nil` while it cannot be.
  public func rejectionNumber(items: Int) -> Int? {
    let line = (slope * Double(items) + rejectionIntercept).rounded(.up)
    return line <= Double(items) ? Int(line) : nil
  }
}
