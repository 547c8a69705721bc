/// How many units it takes in each of two groups to tell their rates apart.
///
///     n₁ = ⌈(z_α + z_β)² v/(p₂ − p₁ − δ)²⌉,  n₂ = ⌈k n₁⌉
///     v  = p₁(1 − p₁) + p₂(1 − p₂)/k, or p̄(1 − p̄)(1 + 1/k) with p̄ = (p₁ + k p₂)/(1 + k)
///
/// z_α is the normal quantile at 1 − α, at 1 − α/2 for a two-sided test, and z_β that of the power. It is a
/// normal approximation. Chow, Shao & Wang, *Sample Size Calculations in Clinical Research* (2008), 4.2.
public struct ComparisonSize: Hashable, Sendable {
  /// The variance that the size rests upon.
  public enum Variance: String, Hashable, Sendable, CaseIterable {
    /// Each group's own.
    case unpooled
    /// That of both together.
    case pooled
  }

  /// The units of the first group.
  public let first: Int
  /// The units of the second group.
  public let second: Int

  /// Reckons both sizes; `nil` where p₂ − p₁ is δ itself, which no size can tell apart.
  ///
  /// - Parameters:
  ///   - rates: p₁ and p₂ as they are expected, 0…1.
  ///   - difference: δ, the difference p₂ − p₁ that is to be excluded: 0 where any difference counts, below 0 to
  ///     show that the second rate is not lower by more.
  ///   - ratio: k, units of the second group to one of the first, above 0.
  ///   - alpha: α, strictly between 0 and 1.
  ///   - power: Strictly between 0 and 1.
  ///   - isTwoSided: Whether either group may turn out the better.
  ///   - variance: What v is.
  ///   - designEffect: What both sizes are multiplied with, above 0.
  public init?(
    rates: (Double, Double), difference: Double = 0, ratio: Double = 1, alpha: Double = 0.05,
    power: Double = 0.8, isTwoSided: Bool = true, variance: Variance = .unpooled, designEffect: Double = 1
  ) {
    let (p1, p2) = rates
    precondition((0...1).contains(p1) && (0...1).contains(p2), "no rates: \(rates)")
    precondition(ratio > 0 && designEffect > 0, "no such design")
    let distance = p2 - p1 - difference
    guard distance.magnitude > 1e-12 else { return nil }
    let reach =
      SpecialFunctions.normalQuantile(1 - (isTwoSided ? alpha / 2 : alpha))
      + SpecialFunctions.normalQuantile(power)
    let pooled = (p1 + ratio * p2) / (1 + ratio)
    let spread =
      switch variance {
      case .unpooled: p1 * (1 - p1) + p2 * (1 - p2) / ratio
      case .pooled: pooled * (1 - pooled) * (1 + 1 / ratio)
      }
    first = max(1, wholeUnits(designEffect * spread * (reach / distance) * (reach / distance)))
    second = max(1, wholeUnits(ratio * Double(first)))
  }
}
