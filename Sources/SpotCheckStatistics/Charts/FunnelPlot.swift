import Glibc

/// Where a unit lies in a funnel.
public enum FunnelPosition: String, Hashable, Sendable, CaseIterable {
  /// Below the outer limit: a chance of 0.001 in order.
  case lowOuter = "low_0.001"
  /// Below the inner limit only: a chance of 0.025.
  case lowInner = "low_0.025"
  /// Within the limits.
  case within
  /// Above the inner limit only.
  case highInner = "high_0.025"
  /// Above the outer limit.
  case highOuter = "high_0.001"

  /// Places a value between an inner and an outer pair of limits; on a limit it is within.
  public init(of value: Double, inner: RateInterval, outer: RateInterval) {
    self =
      value < outer.lower
      ? .lowOuter
      : value < inner.lower
        ? .lowInner : value > outer.upper ? .highOuter : value > inner.upper ? .highInner : .within
  }
}

/// Limits around one rate that narrow with the trials: which units differ by more than their size explains.
///
/// Spiegelhalter 2005, Statistics in Medicine 24:1185. Inner limits leave 2.5 % on either side, outer limits
/// 0.1 %.
public enum FunnelPlot {
  /// Φ⁻¹(0.975).
  public static let inner = SpecialFunctions.normalQuantile(0.975)
  /// Φ⁻¹(0.999).
  public static let outer = SpecialFunctions.normalQuantile(0.999)

  /// θ₀ ± z √(θ₀(1 − θ₀)/n), clipped to 0…1.
  ///
  /// - Parameters:
  ///   - center: θ₀, 0…1.
  ///   - trials: n, above 0.
  ///   - z: The normal quantile.
  /// - Returns: The limits at n trials.
  public static func limits(center: Double, trials: Double, z: Double) -> RateInterval {
    let margin = z * (center * (1 - center) / trials).squareRoot()
    return RateInterval(lower: max(0, center - margin), upper: min(1, center + margin))
  }

  /// sin²(arcsin √θ₀ ± z √(1/4n + τ²)), the angles clipped to 0…π/2.
  ///
  /// - Parameters:
  ///   - center: θ₀, 0…1.
  ///   - trials: n, above 0.
  ///   - z: The normal quantile.
  ///   - variance: τ², the variance between units on the arcsine scale; 0 for none.
  /// - Returns: The limits at n trials.
  public static func arcsineLimits(
    center: Double, trials: Double, z: Double, variance: Double = 0
  ) -> RateInterval {
    let angle = asin(center.squareRoot())
    let margin = z * (1 / (4 * trials) + variance).squareRoot()
    let lower = sin(max(0, angle - margin))
    let upper = sin(min(.pi / 2, angle + margin))
    return RateInterval(lower: lower * lower, upper: upper * upper)
  }
}

/// How much more units differ than chance makes them, on the arcsine scale.
///
/// With yᵢ = arcsin √(kᵢ/nᵢ), sᵢ = 1/(2√nᵢ), θ₀ the pooled rate and w = 1/s²:
///
///     zᵢ = (yᵢ − arcsin √θ₀)/sᵢ, the extreme ones drawn in to the quantiles `trim` and 1 − `trim`
///     φ = mean z²
///     τ² = max(0, (Kφ − (K − 1)) / (Σw − Σw²/Σw))
///
/// Spiegelhalter 2005; the moment estimator is DerSimonian & Laird 1986. Units without trials take no part.
public struct FunnelDispersion: Hashable, Sendable {
  /// θ₀, the pooled rate.
  public let center: Double
  /// The score of each unit; `nil` for one without trials.
  public let zScores: [Double?]
  /// The scores after drawing in the extreme ones.
  public let winsorised: [Double?]
  /// φ.
  public let dispersion: Double
  /// τ²; 0 where units differ no more than chance makes them, or there is but one.
  public let variance: Double

  /// Estimates the dispersion; both arrays are of one length, `trim` is in 0..<½.
  ///
  /// - Returns: `nil` where no unit has trials.
  /// - Complexity: O(units log units).
  public init?(passes: [Int], trials: [Int], trim: Double = 0.1) {
    precondition(passes.count == trials.count && (0..<0.5).contains(trim), "no funnel of these units")
    let total = trials.reduce(0.0) { $0 + Double($1) }
    guard total > 0 else { return nil }
    center = passes.reduce(0.0) { $0 + Double($1) } / total
    let angle = asin(min(1, center).squareRoot())
    zScores = trials.indices.map { unit in
      guard trials[unit] > 0 else { return nil }
      let n = Double(trials[unit])
      return (asin((Double(passes[unit]) / n).squareRoot()) - angle) * 2 * n.squareRoot()
    }
    let sorted = zScores.compactMap { $0 }.sorted()
    let low = Self.quantile(trim, of: sorted)
    let high = Self.quantile(1 - trim, of: sorted)
    winsorised = zScores.map { $0.map { min(high, max(low, $0)) } }

    let count = Double(sorted.count)
    let mean = winsorised.reduce(0.0) { $0 + ($1 ?? 0) * ($1 ?? 0) } / count
    let weights = 4 * total
    let squares = trials.reduce(0.0) { $0 + 16 * Double($1) * Double($1) }
    let reach = weights - squares / weights
    dispersion = mean
    variance = reach > 0 ? max(0, (count * mean - (count - 1)) / reach) : 0
  }

  /// The quantile of sorted values by linear interpolation (Hyndman & Fan 1996, type 7).
  private static func quantile(_ p: Double, of sorted: [Double]) -> Double {
    let place = p * Double(sorted.count - 1)
    let index = min(sorted.count - 1, Int(place))
    let next = sorted[min(index + 1, sorted.count - 1)]
    return sorted[index] + (place - Double(index)) * (next - sorted[index])
  }
}
