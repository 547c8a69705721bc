public import SpotCheckIngest
public import SpotCheckStatistics

/// A region and category in which units are to be inspected.
public struct SamplingStratum: Sendable, Equatable {
  /// The region's code or name.
  public var region: String
  /// The region's name, where it is known.
  public var regionName: String?
  /// The category's path.
  public var category: DimensionKey
  /// N, its units; without a frame those judged in the report.
  public var size: Int
  /// Whether `size` units are all there are.
  public var isFrameKnown: Bool
  /// p, the pass rate planned with.
  public var rate: Double
  /// Where the rate comes from.
  public var rateSource: RateSource
  /// The pass rate to reach, where there is one.
  public var target: DecimalFraction?
  /// What the inspection of a unit costs.
  public var unitCost: Double
  /// The fewest units to be inspected.
  public var minimum: Int
  /// The most that can be; `nil` without end.
  public var maximum: Int?

  /// Where a stratum's rate comes from, the best first.
  public enum RateSource: String, Sendable, CaseIterable {
    /// The frame names it.
    case given
    /// The report's, shrunken towards those of its kind.
    case shrunken
    /// The stratum's own counts with half a pass and half a failure added, since the report shrinks none.
    case counts
    /// That of the category over all regions, since nothing was judged here, or nothing failed.
    case category
    /// That of everything the plan judges, since none of its indicators has the category.
    case everything
  }

  /// Its name in tables: the region's name, else its code.
  public var regionText: String { regionName ?? region }

  /// S = √(p(1 − p) N/(N − 1)).
  public var deviation: Double {
    AllocationStratum.deviation(rate: rate, population: isFrameKnown ? size : nil)
  }

  /// Whether the rate planned with lies below the target, so that there is a shortfall to be proven.
  public var fallsShort: Bool { target.map { rate < $0.value } ?? false }

  /// The stratum as the statistics know it.
  var allocated: AllocationStratum {
    AllocationStratum(
      size: Double(size), deviation: deviation, unitCost: unitCost, minimum: Double(minimum),
      maximum: maximum.map(Double.init) ?? .infinity, isFinite: isFrameKnown)
  }

  /// Half the width of the interval to be expected of so many units; `nil` without units.
  ///
  /// See `BinomialInterval.expectedMargin` of the statistics.
  public func margin(units: Int, confidence: Double) -> Double? {
    BinomialInterval.expectedMargin(
      units: units, rate: rate, population: isFrameKnown ? size : nil, confidence: confidence)
  }

  /// The chance that so many units prove a shortfall, were the true rate the one planned with.
  ///
  /// - Parameters:
  ///   - units: n.
  ///   - alpha: The level of the exact test, strictly between 0 and 1.
  /// - Returns: `nil` where there is none to prove.
  public func power(units: Int, alpha: Double) -> Double? {
    guard let target, size > 0 else { return nil }
    return ShortfallPower(
      target: target, rate: rate, alpha: alpha, minimumFailures: ShortfallPower.findingFailures(target),
      population: isFrameKnown ? size : nil
    )?.power(trials: units)
  }
}
