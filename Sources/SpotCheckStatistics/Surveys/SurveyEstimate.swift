/// An estimate from a design, with its design variance.
public struct SurveyEstimate: Hashable, Sendable {
  /// The estimate.
  public let value: Double
  /// Its design variance by linearisation.
  public let variance: Double
  /// Rows with weight in the domain.
  public let sampleSize: Int
  /// Those of the whole design.
  public let degreesOfFreedom: Int
  /// The variance that a simple random sample of this size would give, drawn without replacement.
  ///
  /// `nil` where it is unknown: fewer than two rows, or a ratio.
  public let simpleVariance: Double?
  /// The same, drawn with replacement.
  public let simpleVarianceWithReplacement: Double?

  /// √variance.
  public var standardError: Double { variance.squareRoot() }

  /// Variance over ``simpleVariance`` (Kish 1965); `nil` where that is 0 or unknown.
  public var designEffect: Double? {
    simpleVariance.flatMap { $0 > 0 ? variance / $0 : nil }
  }

  /// Variance over ``simpleVarianceWithReplacement``; `nil` where that is 0 or unknown.
  public var designEffectWithReplacement: Double? {
    simpleVarianceWithReplacement.flatMap { $0 > 0 ? variance / $0 : nil }
  }

  /// value ∓ t·se, Student's t with the design's degrees of freedom.
  ///
  /// - Parameter level: The confidence, strictly between 0 and 1.
  /// - Returns: `nil` without degrees of freedom.
  public func interval(level: Double) -> (lower: Double, upper: Double)? {
    guard degreesOfFreedom > 0 else { return nil }
    let t = SpecialFunctions.studentQuantile((1 + level) / 2, freedom: Double(degreesOfFreedom))
    return (value - t * standardError, value + t * standardError)
  }
}
