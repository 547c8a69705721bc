/// A stratum to which units are to be allocated.
public struct AllocationStratum: Hashable, Sendable {
  /// N_h, its units; at least 0.
  public var size: Double
  /// S_h, the standard deviation between its units; at least 0.
  public var deviation: Double
  /// c_h, what the inspection of a unit costs; above 0.
  public var unitCost: Double
  /// m_h, the least it must get; at least 0.
  public var minimum: Double
  /// M_h, the most it can get; a stratum whose size is finite never gets more than that.
  public var maximum: Double
  /// Whether `size` units are all there are, so that a census leaves no variance; else it is only a weight.
  public var isFinite: Bool

  /// Creates a stratum.
  public init(
    size: Double, deviation: Double, unitCost: Double = 1, minimum: Double = 0,
    maximum: Double = .infinity, isFinite: Bool = true
  ) {
    self.size = size
    self.deviation = deviation
    self.unitCost = unitCost
    self.minimum = minimum
    self.maximum = maximum
    self.isFinite = isFinite
  }

  /// S of a rate, √(p(1 − p) N/(N − 1)): the standard deviation of ones and zeros among N units.
  ///
  /// - Parameters:
  ///   - rate: p, 0…1. A raw rate of 1 would say that there is nothing to find; give one that is shrunken.
  ///   - population: N; `nil` where it is without end, and nothing is corrected.
  /// - Returns: A proportion; at most ½ without a population.
  public static func deviation(rate: Double, population: Int? = nil) -> Double {
    precondition((0...1).contains(rate), "a rate is a proportion: \(rate)")
    let variance = rate * (1 - rate)
    guard let population, population > 1 else { return variance.squareRoot() }
    return (variance * Double(population) / Double(population - 1)).squareRoot()
  }

  /// The variance of the stratum's estimated total from `units` of it: N² S²(1/x − 1/N), or N² S²/x without end.
  ///
  /// Särndal, Swensson & Wretman, *Model Assisted Survey Sampling* (1992), result 3.7.2.
  ///
  /// - Returns: Infinity where units vary and none is drawn.
  public func variance(units: Double) -> Double {
    let spread = size * deviation
    guard spread > 0 else { return 0 }
    guard units > 0 else { return .infinity }
    return max(0, spread * spread / units - fixedVariance)
  }

  /// N S², what a finite population takes off the variance.
  var fixedVariance: Double { isFinite ? size * deviation * deviation : 0 }

  /// The most it can get, a census at the end.
  var most: Double { isFinite ? min(maximum, size) : maximum }

  /// Whether all figures are such that they can be allocated to.
  var isSound: Bool {
    let figures = [size, deviation, unitCost, minimum]
    return figures.allSatisfy(\.isFinite) && size >= 0 && deviation >= 0 && unitCost > 0 && minimum >= 0
      && most >= minimum
  }
}

/// Why nothing can be allocated.
public enum AllocationError: Error, Hashable, Sendable {
  /// The stratum at this position has a figure out of its range, or a minimum above its maximum.
  case badStratum(Int)
  /// The minima alone exceed what is there; what they come to.
  case belowMinimum(Double)
  /// More is there than all maxima can take; what they come to.
  case aboveMaximum(Double)
  /// Even all maxima leave more variance than asked for; how much.
  case varianceOutOfReach(Double)
}
