import Glibc

/// Evidence against a target that may be looked at again and again while a period is open.
///
/// Twelve monthly looks at a fixed-sample test turn 5 % false alarms into about 16 %. Here each look gives an
/// e-value: the likelihood ratio of a rate spread evenly over an interval beside the target τ, against τ.
///
/// - Shortfall: E = ∫ θᵏ(1−θ)ⁿ⁻ᵏ dθ / ((τ − lo) τᵏ(1−τ)ⁿ⁻ᵏ) over lo…τ, with lo = max(0, 1 − 3(1 − τ)).
/// - Met: the same over τ…1, divided by 1 − τ.
///
/// Under any rate on the other side of τ the greatest E of all looks exceeds 1/α with a chance of at most α,
/// so min(1, 1 / max E) is a p-value whenever one stops (Ville 1939; Wald 1945, ch. 4; Robbins 1970). The
/// integrals are tails of the binomial distribution of n + 1 trials, taken on the log scale.
public enum AnytimeTest {
  /// The p-values after the last of the looks.
  ///
  /// - Parameters:
  ///   - passes: Cumulative passes k at each look.
  ///   - trials: Cumulative trials n at each look, k ≤ n.
  ///   - target: The target rate, 0…1.
  /// - Returns: min(1, 1 / max E) in both directions; 1 where there was no look.
  public static func pValues(
    passes: [Int], trials: [Int], target: Double
  ) -> (shortfall: Double, met: Double) {
    pValues(passes, trials, Target(target))
  }

  /// The p-values after the last of the looks, against a target as it was written.
  public static func pValues(
    passes: [Int], trials: [Int], target: DecimalFraction
  ) -> (shortfall: Double, met: Double) {
    pValues(passes, trials, Target(target))
  }

  /// The natural logarithms of the e-values of one look; `target` is in 0…1.
  ///
  /// At τ = 1 a single failure is infinite evidence of a shortfall, at τ = 0 a single pass of meeting it.
  public static func logEvidence(
    passes: Int, trials: Int, target: Double
  ) -> (shortfall: Double, met: Double) {
    logEvidence(passes, trials, Target(target))
  }

  private static func pValues(
    _ passes: [Int], _ trials: [Int], _ target: Target
  ) -> (shortfall: Double, met: Double) {
    precondition(passes.count == trials.count, "looks of unequal length")
    var greatest = (shortfall: 0.0, met: 0.0)
    for look in passes.indices {
      let evidence = logEvidence(passes[look], trials[look], target)
      greatest.shortfall = max(greatest.shortfall, evidence.shortfall)
      greatest.met = max(greatest.met, evidence.met)
    }
    return (exp(-greatest.shortfall), exp(-greatest.met))
  }

  private static func logEvidence(
    _ passes: Int, _ trials: Int, _ target: Target
  ) -> (shortfall: Double, met: Double) {
    guard target.complement > 0 else { return (passes < trials ? .infinity : 0, 0) }
    guard target.rate > 0 else { return (0, passes > 0 ? .infinity : 0) }
    let width = min(2 * target.complement, target.rate)
    let low = BinomialDistribution(
      trials: trials + 1, p: target.rate - width, q: target.complement + width)
    let at = BinomialDistribution(trials: trials + 1, p: target.rate, q: target.complement)
    let likelihood =
      log(Double(trials + 1))
      + BinomialDistribution(trials: trials, p: target.rate, q: target.complement)
      .logProbability(of: passes)
    let below = logMass(of: passes, between: low, and: at)
    return (
      below - log(width) - likelihood,
      at.logAtMost(passes) - log(target.complement) - likelihood
    )
  }

  /// log(I_τ − I_lo) of the beta distribution with shapes k + 1 and n − k + 1, from the tail that loses least.
  private static func logMass(
    of passes: Int, between low: BinomialDistribution, and high: BinomialDistribution
  ) -> Double {
    let lowerTail = high.logAtLeast(passes + 1)
    if lowerTail < -0.7 {
      return logDifference(lowerTail, low.p > 0 ? low.logAtLeast(passes + 1) : -.infinity)
    }
    return logDifference(low.logAtMost(passes), high.logAtMost(passes))
  }

  /// log(eˣ − eʸ), for x ≥ y.
  private static func logDifference(_ x: Double, _ y: Double) -> Double {
    x + log(-expm1(y - x))
  }
}
