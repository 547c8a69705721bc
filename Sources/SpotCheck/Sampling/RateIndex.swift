import SpotCheckIngest
import SpotCheckStatistics

/// Measured rates by region and category, with what stands in where there is none.
struct RateIndex {
  private let rates: [MeasuredRates.Rate]
  private var positions: [[DimensionKey]: Int] = [:]
  private var names: [DimensionKey: String] = [:]
  private var counts: [DimensionKey: (passes: Int, trials: Int)] = [:]
  private var targets: [DimensionKey: DecimalFraction] = [:]
  private var all = (passes: 0, trials: 0)

  init(_ rates: [MeasuredRates.Rate]) {
    self.rates = rates
    for (position, rate) in rates.enumerated() {
      let region = DimensionKey(levels: [rate.region])
      positions[[region, rate.category]] = position
      names[region] = rate.regionName
      counts[rate.category, default: (0, 0)].passes += rate.passes
      counts[rate.category, default: (0, 0)].trials += rate.trials
      if targets[rate.category] == nil { targets[rate.category] = rate.target }
      all.passes += rate.passes
      all.trials += rate.trials
    }
    for (position, rate) in rates.enumerated() {
      guard let name = rate.regionName else { continue }
      let key = [DimensionKey(levels: [name]), rate.category]
      if positions[key] == nil { positions[key] = position }
    }
  }

  /// Where a region, by code or name, and a category were measured.
  func position(region: String, category: DimensionKey) -> Int? {
    positions[[DimensionKey(levels: [region]), category]]
  }

  func name(region: String) -> String? { names[DimensionKey(levels: [region])] }

  func target(at position: Int?, category: DimensionKey) -> DecimalFraction? {
    position.flatMap { rates[$0].target } ?? targets[category]
  }

  /// The best rate there is, strictly between 0 and 1, since a rate of 1 would say that nothing is left to find.
  func rate(
    at position: Int?, category: DimensionKey
  ) -> (rate: Double, source: SamplingStratum.RateSource)? {
    if let position, rates[position].trials > 0 {
      let measured = rates[position]
      if let rate = measured.shrunkenRate, rate > 0, rate < 1 { return (rate, .shrunken) }
      if measured.shrunkenRate == nil { return (Self.rate((measured.passes, measured.trials)), .counts) }
    }
    if let counts = counts[category], counts.trials > 0 { return (Self.rate(counts), .category) }
    return all.trials > 0 ? (Self.rate(all), .everything) : nil
  }

  /// The mean of the rate after these counts, with Jeffreys's prior.
  private static func rate(_ counts: (passes: Int, trials: Int)) -> Double {
    (Double(counts.passes) + 0.5) / (Double(counts.trials) + 1)
  }
}
