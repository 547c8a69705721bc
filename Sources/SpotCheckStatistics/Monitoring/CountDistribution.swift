import CSpotCheckBoostMath

/// A negative binomial distribution by its mean and its variance over mean; Poisson where that is 1.
///
/// Variance = φ · mean: size mean/(φ − 1), success probability 1/φ.
struct CountDistribution {
  /// The mean, above 0 and at most 10¹⁵.
  let mean: Double
  /// φ, at least 1.
  let dispersion: Double

  /// P(Y ≤ count).
  func probability(atMost count: Int) -> Double {
    guard count >= 0 else { return 0 }
    let next = Double(count) + 1
    guard dispersion > 1 else { return spotcheck_gamma_q(next, mean) }
    return spotcheck_ibeta(mean / (dispersion - 1), next, 1 / dispersion)
  }

  /// P(Y ≥ count).
  func probability(atLeast count: Int) -> Double {
    guard count > 0 else { return 1 }
    guard dispersion > 1 else { return spotcheck_gamma_p(Double(count), mean) }
    return spotcheck_ibetac(mean / (dispersion - 1), Double(count), 1 / dispersion)
  }

  /// The least count with P(Y ≤ count) ≥ p, for p strictly between 0 and 1.
  func quantile(_ p: Double) -> Int {
    var end = max(1, Int(mean))
    while probability(atMost: end) < p, end < 1 << 60 { end *= 2 }
    return (0..<end).firstNumber { probability(atMost: $0) >= p }
  }
}
