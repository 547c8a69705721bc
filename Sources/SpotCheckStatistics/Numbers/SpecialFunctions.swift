import CSpotCheckBoostMath

/// The special functions behind every method, from Boost.Math in double precision.
///
/// Functions come in pairs where a difference from 1 would lose digits. Outside a function's domain the
/// value is NaN.
public enum SpecialFunctions {
  /// The regularised incomplete beta function I_x(a, b).
  ///
  /// - Parameters:
  ///   - x: The upper limit of the integral, 0…1.
  ///   - a: The first shape, above 0.
  ///   - b: The second shape, above 0.
  /// - Returns: A probability.
  public static func incompleteBeta(_ x: Double, a: Double, b: Double) -> Double {
    spotcheck_ibeta(a, b, x)
  }

  /// The complement 1 − I_x(a, b), accurate where it is small.
  public static func incompleteBetaComplement(_ x: Double, a: Double, b: Double) -> Double {
    spotcheck_ibetac(a, b, x)
  }

  /// The x at which I_x(a, b) equals `p`, 0…1.
  public static func inverseIncompleteBeta(_ p: Double, a: Double, b: Double) -> Double {
    spotcheck_ibeta_inv(a, b, p)
  }

  /// The x at which 1 − I_x(a, b) equals `q`, 0…1.
  public static func inverseIncompleteBetaComplement(_ q: Double, a: Double, b: Double) -> Double {
    spotcheck_ibetac_inv(a, b, q)
  }

  /// The regularised lower incomplete gamma function P(a, x).
  ///
  /// - Parameters:
  ///   - x: The upper limit of the integral, at least 0.
  ///   - a: The shape, above 0.
  /// - Returns: A probability.
  public static func incompleteGamma(_ x: Double, a: Double) -> Double {
    spotcheck_gamma_p(a, x)
  }

  /// The complement Q(a, x) = 1 − P(a, x), accurate where it is small.
  public static func incompleteGammaComplement(_ x: Double, a: Double) -> Double {
    spotcheck_gamma_q(a, x)
  }

  /// The x at which P(a, x) equals `p`, 0…1.
  public static func inverseIncompleteGamma(_ p: Double, a: Double) -> Double {
    spotcheck_gamma_p_inv(a, p)
  }

  /// The x at which Q(a, x) equals `q`, 0…1.
  public static func inverseIncompleteGammaComplement(_ q: Double, a: Double) -> Double {
    spotcheck_gamma_q_inv(a, q)
  }

  /// Φ(x), the standard normal distribution function.
  public static func normalCDF(_ x: Double) -> Double {
    spotcheck_erfc(-x / 2.0.squareRoot()) / 2
  }

  /// The standard normal quantile Φ⁻¹(p), `p` in 0…1.
  public static func normalQuantile(_ p: Double) -> Double {
    -2.0.squareRoot() * spotcheck_erfc_inv(2 * p)
  }

  /// The quantile of Student's t.
  ///
  /// - Parameters:
  ///   - p: The probability below it, 0…1.
  ///   - freedom: Degrees of freedom, above 0, not necessarily whole.
  /// - Returns: Any number; ±∞ at 1 and 0.
  public static func studentQuantile(_ p: Double, freedom: Double) -> Double {
    spotcheck_student_t_quantile(freedom, p)
  }

  /// The quantile of chi-square: twice the inverse of P(freedom / 2, ·).
  public static func chiSquareQuantile(_ p: Double, freedom: Double) -> Double {
    2 * spotcheck_gamma_p_inv(freedom / 2, p)
  }

  /// log |Γ(x)|.
  public static func logGamma(_ x: Double) -> Double {
    spotcheck_lgamma(x)
  }

  /// log B(a, b) = log Γ(a) + log Γ(b) − log Γ(a + b), for a and b above 0.
  public static func logBeta(_ a: Double, _ b: Double) -> Double {
    spotcheck_lgamma(a) + spotcheck_lgamma(b) - spotcheck_lgamma(a + b)
  }

  /// ψ(x), the first derivative of log Γ, for x above 0.
  public static func digamma(_ x: Double) -> Double {
    spotcheck_digamma(x)
  }

  /// ψ′(x), the second derivative of log Γ, for x above 0.
  public static func trigamma(_ x: Double) -> Double {
    spotcheck_trigamma(x)
  }

  /// P(X ≤ k) for a draw without replacement.
  ///
  /// - Parameters:
  ///   - k: Marked units in the draw.
  ///   - total: Units in the population, at most 2³² − 1.
  ///   - marked: Marked units in the population.
  ///   - drawn: Units drawn.
  /// - Returns: A probability.
  public static func hypergeometricCDF(_ k: UInt32, total: UInt32, marked: UInt32, drawn: UInt32) -> Double {
    let least = drawn > total - marked ? drawn - (total - marked) : 0
    guard k >= least else { return 0 }
    return k >= min(marked, drawn) ? 1 : spotcheck_hypergeometric_cdf(k, total, marked, drawn)
  }
}
