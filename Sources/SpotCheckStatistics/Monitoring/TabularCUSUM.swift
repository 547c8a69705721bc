/// Two cumulative sums of standardised points, one for shifts up and one for shifts down.
///
///     z_t = (x_t − centre) / (σ/√n_t)
///     S⁺_t = max(0, S⁺_{t−1} + z_t − shift/2), S⁻_t = min(0, S⁻_{t−1} + z_t + shift/2)
///
/// For series of means or scores; pass and fail inspections have a chart of their own. Page 1954;
/// Montgomery 2009.
public struct TabularCUSUM: Hashable, Sendable {
  /// S⁺ after each point, at least 0.
  public let upper: [Double]
  /// S⁻ after each point, at most 0.
  public let lower: [Double]
  /// The points, from 0, where S⁺ is above the decision interval.
  public let upperSignals: [Int]
  /// The points, from 0, where S⁻ is below minus the decision interval.
  public let lowerSignals: [Int]

  /// Charts a series; a point without a finite score leaves both sums where they were, and does not signal.
  ///
  /// - Parameters:
  ///   - values: The points in order, each a mean of `sizes`.
  ///   - sizes: n_t, above 0; of one length with `values`, or empty where each is 1.
  ///   - center: The centre, from the process.
  ///   - deviation: σ of a single observation; with 0 no point has a score.
  ///   - shift: The shift to be found, in standard errors of a point.
  ///   - decisionInterval: How far a sum may go, in standard errors of a point; beyond it is a signal.
  ///   - headStart: Where both sums begin, 0 up to the decision interval (Lucas & Crosier 1982).
  public init(
    values: [Double], sizes: [Double] = [], center: Double, deviation: Double, shift: Double,
    decisionInterval: Double, headStart: Double = 0
  ) {
    precondition(sizes.isEmpty || sizes.count == values.count, "arrays of unequal length")
    var (up, down) = (headStart, -headStart)
    var sums: (upper: [Double], lower: [Double]) = ([], [])
    var signals: (upper: [Int], lower: [Int]) = ([], [])
    for point in values.indices {
      let size = sizes.isEmpty ? 1 : sizes[point]
      let score = (values[point] - center) / (deviation / size.squareRoot())
      if score.isFinite {
        up = max(0, up + score - shift / 2)
        down = min(0, down + score + shift / 2)
        if up > decisionInterval { signals.upper.append(point) }
        if down < -decisionInterval { signals.lower.append(point) }
      }
      sums.upper.append(up)
      sums.lower.append(down)
    }
    (upper, lower) = sums
    (upperSignals, lowerSignals) = signals
  }
}
