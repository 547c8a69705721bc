import Glibc

extension BetaDistribution {
  /// A rate drawn at random: X/(X + Y) of two gamma variates with shapes α and β.
  ///
  /// Constant expected time, whatever the shapes.
  public func draw(using generator: inout some RandomNumberGenerator) -> Double {
    let normals = Self.normalVariates(using: &generator)
    let passes = Self.gammaVariate(
      shape: alpha < 1 ? alpha + 1 : alpha, normal: normals.0, using: &generator)
    let failures = Self.gammaVariate(
      shape: beta < 1 ? beta + 1 : beta, normal: normals.1, using: &generator)
    let odds = failures / passes
    guard alpha < 1 || beta < 1 else { return 1 / (1 + odds) }
    // A variate of shape α + 1, times U^(1/α), has shape α; in logarithms, since a small shape underflows.
    var logFactor = 0.0
    if alpha < 1 { logFactor -= log(Self.uniform(using: &generator)) / alpha }
    if beta < 1 { logFactor += log(Self.uniform(using: &generator)) / beta }
    return 1 / (1 + odds * exp(logFactor))
  }

  /// A gamma variate of a shape of 1 or more (Marsaglia & Tsang 2000), from a standard normal one.
  private static func gammaVariate(
    shape: Double, normal: Double, using generator: inout some RandomNumberGenerator
  ) -> Double {
    let size = shape - 1 / 3.0
    let scale = 1 / (9 * size).squareRoot()
    var normal = normal
    while true {
      let root = 1 + scale * normal
      let cube = root * root * root
      let square = normal * normal
      let uniform = uniform(using: &generator)
      let isInside = uniform < 1 - 0.0331 * square * square
      if root > 0, isInside || log(uniform) < square / 2 + size * (1 - cube + log(cube)) {
        return size * cube
      }
      normal = normalVariates(using: &generator).0
    }
  }

  /// Two independent standard normal variates, by the polar method (Marsaglia & Bray 1964).
  private static func normalVariates(using generator: inout some RandomNumberGenerator) -> (Double, Double) {
    while true {
      let x = 2 * uniform(using: &generator) - 1
      let y = 2 * uniform(using: &generator) - 1
      let square = x * x + y * y
      guard square < 1, square > 0 else { continue }
      let length = (-2 * log(square) / square).squareRoot()
      return (x * length, y * length)
    }
  }

  /// A number strictly between 0 and 1.
  private static func uniform(using generator: inout some RandomNumberGenerator) -> Double {
    (Double(generator.next() >> 11) + 0.5) * 0x1p-53
  }
}
