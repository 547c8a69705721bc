/// A weighted pass rate with its variance, for showing beside the evidence.
public struct StratifiedRate: Hashable, Sendable {
  /// Σ W_h p̂_h.
  public let rate: Double
  /// The plain rate of all trials together.
  public let rawRate: Double
  /// Σ W_h² p̂_h(1 − p̂_h)/(n_h − 1).
  public let variance: Double
  /// Satterthwaite's degrees of freedom: v² / Σ v_h²/(n_h − 1); 0 without variance.
  public let degreesOfFreedom: Double
  /// The size of a plain sample of equal variance, p(1 − p)/v.
  ///
  /// `nil` without variance. Never used for evidence: where one small stratum dominates it "proves" falsely.
  public let effectiveSampleSize: Double?
  /// Kish's design effect of unequal weights, N Σ W_h²/n_h.
  public let kishDesignEffect: Double
  /// The share of weight held by strata with trials, 0…1.
  public let weightCovered: Double

  /// √v.
  public var standardError: Double { variance.squareRoot() }

  /// Wilson's interval on the effective size, with Student's t for its variance (degrees as above).
  ///
  /// - Parameter level: The confidence, strictly between 0 and 1.
  /// - Returns: `nil` without variance.
  public func interval(level: Double) -> RateInterval? {
    guard let size = effectiveSampleSize, degreesOfFreedom > 0 else { return nil }
    return BinomialInterval.wilson(
      passes: rate * size, trials: size,
      z: SpecialFunctions.studentQuantile((1 + level) / 2, freedom: degreesOfFreedom))
  }

  init(_ strata: Strata) {
    let parts = strata.strata.map { stratum in
      (
        variance: stratum.weight * stratum.weight
          * WeightedRate.variance(passes: stratum.passes, trials: stratum.trials),
        freedom: Double(stratum.trials - 1)
      )
    }
    let variance = parts.reduce(0) { $0 + $1.variance }
    let rate = strata.strata.reduce(0) { $0 + $1.weight * $1.rate }
    self.rate = rate
    self.rawRate = Double(strata.passes) / Double(strata.trials)
    self.variance = variance
    self.degreesOfFreedom =
      variance > 0
      ? variance * variance / parts.reduce(0) { $0 + $1.variance * $1.variance / $1.freedom } : 0
    self.effectiveSampleSize = variance > 0 ? rate * (1 - rate) / variance : nil
    self.kishDesignEffect =
      Double(strata.trials) * strata.strata.reduce(0) { $0 + $1.weight * $1.unitWeight }
    self.weightCovered = strata.weightCovered
  }
}
