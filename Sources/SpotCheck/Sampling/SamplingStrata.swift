import SpotCheckIngest

/// The strata of a sample to come, made of what a report measured and what a frame says there is.
public struct SamplingStrata: Sendable, Equatable {
  /// The strata, in the frame's order, else in the report's.
  public var strata: [SamplingStratum]
  /// Whether sizes are known; else they are the units judged in the report.
  public var isFrameKnown: Bool
  /// Regions and categories of the report that the frame has no row for.
  public var outsideFrame: Int = 0
  /// Findings that another one of the same region and category stands for.
  public var repeated: Int = 0

  /// The fewest units of a stratum where nothing is said: two show how units vary.
  public static let defaultMinimum = 2

  /// Makes a stratum of every row of a frame.
  ///
  /// - Parameters:
  ///   - frame: The frame.
  ///   - measured: The rates; `nil` where every row names its own.
  ///   - minimum: The fewest units of a row that says nothing, as far as it has so many.
  /// - Throws: `badFrame` where a row has no rate and nothing was measured.
  public init(
    frame: SamplingFrame, measured: MeasuredRates? = nil, minimum: Int = defaultMinimum
  ) throws(SpotCheckError) {
    let index = RateIndex(measured?.rates ?? [])
    isFrameKnown = true
    strata = []
    var used: Set<Int> = []
    for row in frame.rows {
      let position = index.position(region: row.region, category: row.category)
      if let position { used.insert(position) }
      let planned =
        row.rate.map { (rate: $0, source: SamplingStratum.RateSource.given) }
        ?? index.rate(at: position, category: row.category)
      guard let planned else {
        throw SpotCheckError(
          .badFrame(.noRate), file: frame.file, line: row.line > 0 ? row.line : nil,
          text: "\(row.region),\(row.category.text)")
      }
      let most = min(row.size, row.maximum ?? row.size)
      strata.append(
        SamplingStratum(
          region: row.region, regionName: index.name(region: row.region), category: row.category,
          size: row.size, isFrameKnown: true, rate: planned.rate, rateSource: planned.source,
          target: row.target ?? index.target(at: position, category: row.category),
          unitCost: row.unitCost, minimum: row.minimum ?? min(minimum, most), maximum: most))
    }
    outsideFrame = (measured?.rates.count ?? 0) - used.count
    repeated = measured?.repeated ?? 0
  }

  /// Makes a stratum of every rate measured, of as many units as were judged, and of unit cost 1.
  ///
  /// Such sizes are weights: no stratum ends with a census, and a stratum without a unit judged counts as one.
  public init(measured: MeasuredRates, minimum: Int = defaultMinimum) {
    let index = RateIndex(measured.rates)
    isFrameKnown = false
    strata = measured.rates.enumerated().compactMap { position, rate in
      index.rate(at: position, category: rate.category).map { planned in
        SamplingStratum(
          region: rate.region, regionName: rate.regionName, category: rate.category,
          size: max(1, rate.trials), isFrameKnown: false, rate: planned.rate, rateSource: planned.source,
          target: rate.target ?? index.target(at: position, category: rate.category), unitCost: 1,
          minimum: minimum, maximum: nil)
      }
    }
    repeated = measured.repeated
  }

  /// How many strata have their rate from each source.
  public var rateSources: [(source: SamplingStratum.RateSource, count: Int)] {
    SamplingStratum.RateSource.allCases
      .map { source in (source, strata.count { $0.rateSource == source }) }
      .filter { $0.1 > 0 }
  }
}
