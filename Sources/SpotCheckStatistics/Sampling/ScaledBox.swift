/// The allocations x_h(s) = clip(s a_h, m_h, M_h), by their scale s.
///
/// Cost and variance change with s in one direction only, so that a goal has one s, or none. Between two of the
/// *breaks* m_h/a_h and M_h/a_h the same strata are at their bounds, and the others proportional to a_h: once
/// the goal's piece is found among the sorted breaks, s follows in closed form, free of the rounding of a search.
struct ScaledBox {
  private let directions: [Double]
  private let minima: [Double]
  private let maxima: [Double]
  /// 0 and all breaks, in rising order.
  private let breaks: [Double]

  /// Two neighbouring breaks; the second is infinite behind the last.
  struct Piece {
    let low: Double
    let high: Double
  }

  /// - Complexity: O(H log H).
  init(_ strata: [AllocationStratum], directions: [Double]) {
    self.directions = directions
    minima = strata.map(\.minimum)
    maxima = strata.map(\.most)
    var breaks = [0.0]
    for (stratum, direction) in zip(strata, directions) where direction > 0 {
      if stratum.minimum > 0 { breaks.append(stratum.minimum / direction) }
      if stratum.most < .infinity { breaks.append(stratum.most / direction) }
    }
    self.breaks = breaks.sorted()
  }

  /// x(s); at infinity every stratum with a direction is at its maximum, one without at its minimum.
  func units(at scale: Double) -> [Double] {
    directions.indices.map { index in
      guard directions[index] > 0 else { return minima[index] }
      return min(max(scale * directions[index], minima[index]), maxima[index])
    }
  }

  /// Σ p_h x_h(s).
  func cost(at scale: Double, _ prices: [Double]) -> Double {
    zip(units(at: scale), prices).reduce(0) { $0 + $1.0 * $1.1 }
  }

  /// The piece at whose end, but not at whose beginning, what holds for every greater s holds.
  ///
  /// - Complexity: O(log H) questions.
  func piece(where holds: (Double) -> Bool) -> Piece {
    var (low, high) = (0, breaks.count)
    while high - low > 1 {
      let middle = (low + high) / 2
      if holds(breaks[middle]) { high = middle } else { low = middle }
    }
    return Piece(low: breaks[low], high: high < breaks.count ? breaks[high] : .infinity)
  }

  /// The bound that a stratum is at throughout a piece; `nil` where it is free.
  func bound(of index: Int, in piece: Piece) -> Double? {
    guard directions[index] > 0 else { return minima[index] }
    if minima[index] / directions[index] >= piece.high { return minima[index] }
    if maxima[index] / directions[index] <= piece.low { return maxima[index] }
    return nil
  }

  /// x(s) in a piece: strata at their bounds stay there exactly.
  func units(at scale: Double, in piece: Piece) -> [Double] {
    directions.indices.map { index in
      bound(of: index, in: piece)
        ?? min(max(scale * directions[index], minima[index]), maxima[index])
    }
  }

  /// x(s) with Σ p_h x_h = `amount`, as far as the bounds allow.
  func units(costing amount: Double, _ prices: [Double]) -> [Double] {
    let piece = piece { cost(at: $0, prices) >= amount }
    var rest = amount
    var slope = 0.0
    for (index, price) in prices.enumerated() {
      if let bound = bound(of: index, in: piece) {
        rest -= price * bound
      } else {
        slope += price * directions[index]
      }
    }
    return units(at: slope > 0 ? max(0, rest) / slope : 0, in: piece)
  }
}
