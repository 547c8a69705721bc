/// How many units it takes to estimate a rate within a margin of error.
///
///     n₀    ⌈z² p(1 − p)/d²⌉
///     n₁    ⌈deff · n₀⌉
///     n₂    ⌈N n₁/(N + n₁ − 1)⌉, where the population is known
///     n     ⌈n₂/response⌉
///
/// p is the rate expected, d the margin, z the two-sided normal quantile of the confidence, N the population.
/// Every step is rounded up. Cochran, *Sampling Techniques* (1977), 4.2; the correction of Fleiss, *Statistical
/// Methods for Rates and Proportions* (1981), for rates near 0 and 1. A size of 2⁵³ or more is `Int.max`.
public struct PrecisionSize: Hashable, Sendable {
  /// How n₀ is reckoned.
  public enum Formula: String, Hashable, Sendable, CaseIterable {
    /// From the normal interval at the rate expected.
    case wald
    /// By Fleiss: from the interval's end nearer to ½, with a correction for continuity.
    case fleiss
  }

  /// n₀, for simple sampling from a population without end.
  public let simple: Int
  /// n₁, with the design effect.
  public let withDesignEffect: Int
  /// n₂, with the finite population correction.
  public let withPopulation: Int
  /// n, to be drawn so that enough answer.
  public let size: Int

  /// Reckons a size.
  ///
  /// - Parameters:
  ///   - rate: p, 0…1; where it is unknown, ½ asks for most.
  ///   - margin: d, half the interval's width, strictly between 0 and 1; below ½ for ``Formula/fleiss``.
  ///   - confidence: Strictly between 0 and 1.
  ///   - designEffect: deff, above 0.
  ///   - population: N, at least 1; `nil` where it is without end.
  ///   - response: The share of the units drawn that yield a result, above 0, at most 1.
  ///   - formula: How n₀ is reckoned.
  public init(
    rate: Double, margin: Double, confidence: Double = 0.95, designEffect: Double = 1,
    population: Int? = nil, response: Double = 1, formula: Formula = .wald
  ) {
    precondition((0...1).contains(rate) && margin > 0 && margin < 1, "no rate and margin: \(rate), \(margin)")
    precondition(designEffect > 0 && response > 0 && response <= 1 && population ?? 1 > 0, "no such design")
    let z = SpecialFunctions.normalQuantile((1 + confidence) / 2)
    let exact =
      switch formula {
      case .wald: z * z * rate * (1 - rate) / (margin * margin)
      case .fleiss: Self.fleiss(rate: rate, margin: margin, z: z)
      }
    simple = max(1, wholeUnits(exact))
    let clustered = wholeUnits(designEffect * Double(simple))
    let corrected = population.map { Self.corrected(clustered, population: $0) } ?? clustered
    withDesignEffect = clustered
    withPopulation = corrected
    size = wholeUnits(Double(corrected) / response)
  }

  private static func corrected(_ size: Int, population: Int) -> Int {
    let (n, all) = (Double(size), Double(population))
    return min(population, wholeUnits(all * n / (all + n - 1)))
  }

  private static func fleiss(rate: Double, margin: Double, z: Double) -> Double {
    let nearer =
      switch rate {
      case 0.3...0.7: 0.5
      case ..<0.3 where rate >= margin: rate + margin
      case 0.7... where rate <= 1 - margin: rate - margin
      default: 2 * margin
      }
    let share = 4 * nearer * (1 - nearer)
    return share * z * z / (4 * margin * margin) + 1 / margin - 2 * z * z + (z + 2) / share
  }
}

/// The least whole number of units at or above a size; what exceeds it by rounding alone does not count.
func wholeUnits(_ size: Double) -> Int {
  size < 0x1p53 ? Int((size * (1 - 1e-12)).rounded(.up)) : .max
}
