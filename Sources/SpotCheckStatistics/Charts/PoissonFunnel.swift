/// Funnels of a count of events against the count expected, for rare failures.
///
/// Limits of the ratio observed/expected around 1, and the position of a count by the limits of its own rate:
/// exact (Garwood 1936) below 10 events, else Byar's approximation (Breslow & Day 1987).
public enum PoissonFunnel {
  /// The exact limits of the ratio where `expected` events are, with `tail` left on either side.
  ///
  ///     χ²(tail; 2E)/2E … χ²(1 − tail; 2(E + 1))/2E
  ///
  /// - Parameters:
  ///   - expected: E, above 0.
  ///   - tail: The probability beyond either limit, strictly between 0 and ½.
  /// - Returns: Ratios, at least 0; the upper may exceed 1 by far.
  public static func ratioLimits(expected: Double, tail: Double) -> RateInterval {
    RateInterval(
      lower: SpecialFunctions.chiSquareQuantile(tail, freedom: 2 * expected) / 2 / expected,
      upper: SpecialFunctions.chiSquareQuantile(1 - tail, freedom: 2 * (expected + 1)) / 2 / expected)
  }

  /// The expected counts between which `observed` events lie within the funnel.
  ///
  /// The lower is 0 without events.
  ///
  /// - Parameters:
  ///   - observed: O, at least 0.
  ///   - tail: The probability beyond either limit, strictly between 0 and ½.
  /// - Returns: χ²(tail; 2·O)/2 and χ²(1 − tail; 2(O + 1))/2.
  public static func expectedLimits(observed: Double, tail: Double) -> RateInterval {
    RateInterval(
      lower: observed > 0 ? SpecialFunctions.chiSquareQuantile(tail, freedom: 2 * observed) / 2 : 0,
      upper: SpecialFunctions.chiSquareQuantile(1 - tail, freedom: 2 * (observed + 1)) / 2)
  }

  /// Where `observed` events lie against the count expected, both at least 0.
  public static func position(observed: Double, expected: Double) -> FunnelPosition {
    let inner = limits(observed: observed, tail: 0.025, z: FunnelPlot.inner)
    let outer = limits(observed: observed, tail: 0.001, z: FunnelPlot.outer)
    return outer.upper < expected
      ? .lowOuter
      : inner.upper < expected
        ? .lowInner : outer.lower > expected ? .highOuter : inner.lower > expected ? .highInner : .within
  }

  private static func limits(observed: Double, tail: Double, z: Double) -> RateInterval {
    guard observed >= 10 else { return expectedLimits(observed: observed, tail: tail) }
    let limits = PoissonInterval.byar(count: observed, z: z)
    return RateInterval(lower: limits.lower ?? 0, upper: limits.upper)
  }
}
