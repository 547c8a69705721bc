import Glibc

extension BetaDistribution {
  /// A rate drawn at random: X/(X + Y) of two gamma variates with shapes α and β.
  ///
  /// Constant expected time, whatever the shapes.
  public func draw(using generator: inout some RandomNumberGenerator) -> Double {
    let passes = Self.logGammaVariate(shape: alpha, using: &generator)
    let failures = Self.logGammaVariate(shape: beta, using: &generator)
    return 1 / (1 + exp(failures - passes))
  }

  /// The logarithm of a gamma variate (Marsaglia & Tsang 2000), in logarithms since a small shape underflows.
  private static func logGammaVariate(
    shape: Double, using generator: inout some RandomNumberGenerator
  ) -> Double {
    guard shape >= 1 else {
      return logGammaVariate(shape: shape + 1, using: &generator) + log(uniform(using: &generator)) / shape
    }
    let size = shape - 1 / 3.0
    let scale = 1 / (9 * size).squareRoot()
    while true {
      let normal = normalVariate(using: &generator)
      let root = 1 + scale * normal
      guard root > 0 else { continue }
      let cube = root * root * root
      if log(uniform(using: &generator)) < normal * normal / 2 + size * (1 - cube + log(cube)) {
        return log(size * cube)
      }
    }
  }

  /// A standard normal variate (Box & Muller 1958).
  private static func normalVariate(using generator: inout some RandomNumberGenerator) -> Double {
    let radius = (-2 * log(uniform(using: &generator))).squareRoot()
    return radius * cos(2 * Double.pi * uniform(using: &generator))
  }

  /// A number strictly between 0 and 1.
  private static func uniform(using generator: inout some RandomNumberGenerator) -> Double {
    (Double(generator.next() >> 11) + 0.5) * 0x1p-53
  }
}
