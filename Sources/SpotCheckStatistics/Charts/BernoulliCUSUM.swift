import Glibc

/// A running sum of evidence that failures have become more frequent.
///
///     C = max(0, C + (x log(p₁/p₀) + (n − x) log((1 − p₁)/(1 − p₀))) / φ)
///
/// after each group of n units with x failures: the log-likelihood ratio of a failure rate p₁ against p₀, kept
/// from falling below 0. A group may be one unit, a day or a month; the order within it does not matter. φ is
/// the dispersion between groups where that exceeds 1. The alarm is C ≥ h.
///
/// Page 1954; Reynolds & Stoumbos 1999; Steiner, Cook, Farewell & Treasure 2000.
public struct BernoulliCUSUM: Hashable, Sendable {
  /// h, what the sum must reach.
  public let threshold: Double
  private let failureWeight: Double
  private let passWeight: Double

  /// Sets up a sum.
  ///
  /// - Parameters:
  ///   - acceptable: p₀, the failure rate in order, strictly between 0 and 1.
  ///   - unacceptable: p₁, the failure rate to be noticed, strictly between p₀ and 1.
  ///   - threshold: h, above 0.
  ///   - dispersion: φ; only what exceeds 1 counts.
  public init(acceptable: Double, unacceptable: Double, threshold: Double, dispersion: Double = 1) {
    precondition(
      0 < acceptable && acceptable < unacceptable && unacceptable < 1 && threshold > 0,
      "no sum of evidence: \(acceptable), \(unacceptable), \(threshold)")
    self.threshold = threshold
    let scale = max(1, dispersion)
    failureWeight = log(unacceptable / acceptable) / scale
    passWeight = (log1p(-unacceptable) - log1p(-acceptable)) / scale
  }

  /// Sets up a sum that notices doubled odds of failure and seldom cries wolf.
  ///
  /// p₁ = 2p₀/(1 + p₀), and h = log L: while the rate is p₀, the mean number of groups to a false alarm is
  /// at least L (Lorden 1971).
  ///
  /// - Parameters:
  ///   - acceptable: p₀, strictly between 0 and 1.
  ///   - falseAlarmEvery: L, in groups, above 1.
  ///   - dispersion: φ; only what exceeds 1 counts.
  public init(doublingOddsOf acceptable: Double, falseAlarmEvery: Double, dispersion: Double = 1) {
    self.init(
      acceptable: acceptable, unacceptable: 2 * acceptable / (1 + acceptable),
      threshold: log(falseAlarmEvery),
      dispersion: dispersion)
  }

  /// The sum after each group, in order of time; both arrays are of one length.
  ///
  /// It is not set back after an alarm: it stays high while the cause lasts.
  ///
  /// - Complexity: O(groups).
  public func sums(failures: [Int], trials: [Int]) -> [Double] {
    precondition(failures.count == trials.count, "arrays of unequal length")
    var sum = 0.0
    return failures.indices.map { group in
      let failed = Double(failures[group])
      sum = max(0, sum + failed * failureWeight + (Double(trials[group]) - failed) * passWeight)
      return sum
    }
  }
}
