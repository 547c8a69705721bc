/// Finds the least plan that keeps both risks.
public struct PlanSearch: Hashable, Sendable {
  /// The risks to keep.
  public let points: RiskPoints
  /// How lots come.
  public let model: SamplingModel
  /// The worst of the lots that should be accepted.
  let good: LotQuality
  /// The best of the lots that should be rejected.
  let bad: LotQuality

  /// Creates a search for plans that pass between two points.
  public init(points: RiskPoints, model: SamplingModel) {
    self.points = points
    self.model = model
    good = model.quality(noWorseThan: points.acceptable)
    bad = model.quality(noBetterThan: points.rejectable)
  }

  /// The most items that a search may look at, where no lot bounds them.
  public static let largestSample = 1_000_000

  var mostItems: Int { min(model.lotSize ?? Self.largestSample, Self.largestSample) }

  /// The single plan with the fewest items, and of those the least Ac.
  ///
  /// For each Ac the fewest n with Pa(p₂) ≤ β grows with Ac, and Pa(p₁) falls with n: the first Ac whose n has
  /// Pa(p₁) ≥ 1 − α gives the least n of all. Of a lot, p₁ is ⌊p₁N⌋ items and p₂ is ⌈p₂N⌉, so that the risks hold for
  /// every lot as good, and every lot as bad.
  ///
  /// - Returns: `nil` where more than ``largestSample`` items are needed; a lot below that always has a plan.
  /// - Complexity: O(Ac log n) distribution functions.
  public func single() -> SamplingPlan? {
    var size = 0
    for acceptanceNumber in 0..<mostItems {
      size = (size + 1..<mostItems + 1).firstNumber {
        points.keepsConsumerRisk(bad.probability(ofAtMost: acceptanceNumber, in: $0))
      }
      guard size <= mostItems else { return nil }
      if points.keepsProducerRisk(good.probability(ofAtMost: acceptanceNumber, in: size)) {
        return .single(size: size, acceptanceNumber: acceptanceNumber)
      }
    }
    return nil
  }
}
