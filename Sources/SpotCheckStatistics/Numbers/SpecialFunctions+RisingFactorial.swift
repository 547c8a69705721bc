import Glibc

extension SpecialFunctions {
  /// log x(x + 1)…(x + k − 1) = log Γ(x + k) − log Γ(x), for x above 0 and k at least 0.
  ///
  /// From x = 32 on it is the difference of Stirling's series, in which the large terms cancel on paper and not
  /// in rounding: a prior of a million units keeps all digits.
  static func logRisingFactorial(_ x: Double, _ k: Double) -> Double {
    guard x >= 32 else { return logGamma(x + k) - logGamma(x) }
    return (x - 0.5) * log1p(k / x) + k * (log(x + k) - 1) + stirlingTail(x + k) - stirlingTail(x)
  }

  /// 1/12x − 1/360x³ + 1/1260x⁵, to 2e-14 from x = 32 on.
  private static func stirlingTail(_ x: Double) -> Double {
    let square = x * x
    return (1.0 / 12 - (1.0 / 360 - 1 / (1260 * square)) / square) / x
  }
}
