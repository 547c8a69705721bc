/// The two points between which an operating characteristic must pass: what both sides risk at most.
///
/// A lot as good as p₁ is rejected with a chance of at most α, the producer's risk; one as bad as p₂ is accepted with
/// a chance of at most β, the consumer's risk.
public struct RiskPoints: Hashable, Sendable {
  /// p₁, the quality that should be accepted: the producer's risk quality.
  public let acceptable: DecimalFraction
  /// α, the most that the producer risks.
  public let producerRisk: Double
  /// p₂, the quality that should be rejected: the consumer's risk quality.
  public let rejectable: DecimalFraction
  /// β, the most that the consumer risks.
  public let consumerRisk: Double

  /// Creates two points.
  ///
  /// - Returns: `nil` unless p₁ < p₂ ≤ 1, both risks are above 0, and their sum below 1.
  public init?(
    acceptable: DecimalFraction, producerRisk: Double = 0.05,
    rejectable: DecimalFraction, consumerRisk: Double = 0.1
  ) {
    let isOrdered = rejectable.complement != nil && acceptable.isLess(than: rejectable)
    guard isOrdered, producerRisk > 0, consumerRisk > 0, producerRisk + consumerRisk < 1 else { return nil }
    self.acceptable = acceptable
    self.producerRisk = producerRisk
    self.rejectable = rejectable
    self.consumerRisk = consumerRisk
  }

  /// Whether the producer risks no more than α where a lot of quality p₁ is accepted with a chance.
  public func keepsProducerRisk(_ acceptance: Double) -> Bool {
    acceptance >= 1 - producerRisk - Self.rounding
  }

  /// Whether the consumer risks no more than β where a lot of quality p₂ is accepted with a chance.
  public func keepsConsumerRisk(_ acceptance: Double) -> Bool { acceptance <= consumerRisk + Self.rounding }

  /// What a chance that is exactly a limit may miss it by in doubles.
  private static let rounding = 1e-14
}

extension DecimalFraction {
  /// Whether this is below another fraction, exactly.
  fileprivate func isLess(than other: DecimalFraction) -> Bool {
    other.sign(ofRate: digits, over: scale) < 0
  }
}
