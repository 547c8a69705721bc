/// The number of passes in trials to come, whose rate is known as a beta distribution.
///
/// P(F = k) = C(m, k) B(α + k, β + m − k) / B(α, β). Sums are taken over ratios of neighbouring probabilities
/// from the mean outward, so no large logarithms cancel; what lies below 1e-18 of the whole is left out. Where the
/// standard deviation exceeds 2²⁰, F/m is taken as the beta distribution with its mean and variance, which time and
/// memory bound; steps of 1/m no longer show there.
public struct BetaBinomialDistribution: Hashable, Sendable {
  /// The trials to come, 0…2⁵³.
  public let trials: Int
  /// What is known of the rate.
  public let rate: BetaDistribution

  /// Creates the distribution of the passes in `trials` trials, 0…2⁵³.
  public init(trials: Int, rate: BetaDistribution) {
    precondition(trials >= 0 && trials <= 1 << 53, "trials out of range: \(trials)")
    self.trials = trials
    self.rate = rate
  }

  /// mα/(α + β).
  public var mean: Double { Double(trials) * rate.mean }

  /// mμ(1 − μ)(1 + (m − 1)/(α + β + 1)), with μ the mean rate.
  public var variance: Double {
    let unit = rate.mean * rate.beta / (rate.alpha + rate.beta)
    return Double(trials) * unit * (1 + (Double(trials) - 1) / (rate.alpha + rate.beta + 1))
  }

  /// P(F ≥ count), for any count.
  ///
  /// - Complexity: O(standard deviations of F), at most O(m).
  public func probability(atLeast count: Int) -> Double {
    guard count > 0 else { return 1 }
    guard count <= trials else { return 0 }
    if let continuous {
      return 1 - continuous.probability(below: (Double(count) - 0.5) / Double(trials))
    }
    let sides = Sides(of: self)
    let rest = sides.sum { $0 < count }
    let tail = sides.sum { $0 >= count }
    return tail / (tail + rest)
  }

  /// The least count with P(F ≤ count) ≥ p, for p in 0…1.
  ///
  /// - Complexity: O(standard deviations of F), at most O(m).
  public func quantile(_ p: Double) -> Int {
    if let continuous { return min(trials, Int((continuous.quantile(p) * Double(trials)).rounded())) }
    let sides = Sides(of: self)
    let wanted = p * sides.sum { _ in true }
    var sum = 0.0
    for (distance, weight) in sides.lower.enumerated().reversed() {
      sum += weight
      if sum >= wanted { return sides.centre - 1 - distance }
    }
    for (distance, weight) in sides.upper.enumerated() {
      sum += weight
      if sum >= wanted { return sides.centre + distance }
    }
    return sides.centre + max(0, sides.upper.count - 1)
  }

  /// The distribution of F/m, where it is as good as continuous.
  private var continuous: BetaDistribution? {
    guard variance > 0x1p40 else { return nil }
    return BetaDistribution(mean: rate.mean, variance: variance / Double(trials) / Double(trials))
  }

  /// Probabilities as multiples of that of the count nearest the mean, on either side of it.
  private struct Sides {
    let centre: Int
    /// From `centre` upward.
    private(set) var upper: [Double] = []
    /// From `centre − 1` downward.
    private(set) var lower: [Double] = []

    init(of distribution: BetaBinomialDistribution) {
      let (alpha, beta) = (distribution.rate.alpha, distribution.rate.beta)
      let m = distribution.trials
      centre = min(m, Int(distribution.mean))
      var sum = 0.0
      var weight = 1.0
      for k in centre...m {
        upper.append(weight)
        sum += weight
        guard weight > sum * 1e-18 else { break }
        weight *= Double(m - k) * (alpha + Double(k)) / (Double(k + 1) * (beta + Double(m - k - 1)))
      }
      weight = 1
      for k in stride(from: centre, to: 0, by: -1) {
        weight *= Double(k) * (beta + Double(m - k)) / (Double(m - k + 1) * (alpha + Double(k - 1)))
        lower.append(weight)
        sum += weight
        guard weight > sum * 1e-18 else { break }
      }
    }

    func sum(of isCounted: (Int) -> Bool) -> Double {
      var sum = 0.0
      for (distance, weight) in upper.enumerated() where isCounted(centre + distance) { sum += weight }
      for (distance, weight) in lower.enumerated() where isCounted(centre - 1 - distance) { sum += weight }
      return sum
    }
  }
}
