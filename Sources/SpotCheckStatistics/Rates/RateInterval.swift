/// A lower and an upper limit for a rate, both in 0…1.
public struct RateInterval: Hashable, Sendable {
  /// The lower limit.
  public var lower: Double
  /// The upper limit.
  public var upper: Double

  /// Creates an interval from its limits.
  public init(lower: Double, upper: Double) {
    self.lower = lower
    self.upper = upper
  }

  /// The interval of the complement, 1 − rate.
  var mirrored: RateInterval { RateInterval(lower: 1 - upper, upper: 1 - lower) }
}
