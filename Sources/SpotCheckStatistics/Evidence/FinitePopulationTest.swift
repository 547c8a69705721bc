/// Exact one-sided tests and bounds for the conforming units of a population of known size.
///
/// N distinct units, M of them conforming; n are drawn without replacement and k of those conform. M is
/// unknown, and a target τ asks for M0 = ⌈τN⌉ of them, reckoned in whole numbers. `passes` is in
/// 0…`trials`, `trials` in 0…`population`, and a population is at most ``largestPopulation``.
///
/// Bounds are the ends of the set of M that the test does not reject (Katz 1953; Buonaccorsi 1987), so a
/// bound lies on the far side of M0 exactly when the test rejects. A census, n = N, has M = k.
public enum FinitePopulationTest {
  /// The most units a population may have; p-values keep a relative accuracy of about 1e-7 up to it.
  public static let largestPopulation = 1_000_000_000

  /// M0 = ⌈τN⌉, the conforming units that the target asks for; the target is at most 1.
  public static func requiredPasses(of population: Int, target: DecimalFraction) -> Int {
    precondition(target.complement != nil, "a target is a proportion: \(target)")
    return target.ceiling(of: population)
  }

  /// P(X ≤ k | N, M0, n): small proves that fewer units than M0 conform.
  ///
  /// - Returns: 1 without trials.
  public static func pShortfall(
    passes: Int, trials: Int, population: Int, target: DecimalFraction
  ) -> Double {
    atMost(
      passes, of: trials, marked: requiredPasses(of: population, target: target), population: population)
  }

  /// P(X ≥ k | N, M0 − 1, n): small proves that at least M0 units conform.
  ///
  /// - Returns: 1 without trials; else 0 where the target asks for no unit, since nothing can miss it.
  public static func pMet(
    passes: Int, trials: Int, population: Int, target: DecimalFraction
  ) -> Double {
    let required = requiredPasses(of: population, target: target)
    guard required > 0 else { return trials > 0 ? 0 : 1 }
    return atMost(
      trials - passes, of: trials, marked: population - required + 1, population: population)
  }

  /// The greatest M with P(X ≤ k | N, M, n) > `risk`.
  ///
  /// - Parameters:
  ///   - passes: k.
  ///   - trials: n; without trials the bound is N.
  ///   - population: N.
  ///   - risk: The chance that the bound is too low, strictly between 0 and 1.
  /// - Returns: A number of units, k…N.
  /// - Complexity: O(log N) distribution functions.
  public static func upperBound(passes: Int, trials: Int, population: Int, risk: Double) -> Int {
    var kept = passes
    var open = population - (trials - passes)
    while kept < open {
      let middle = kept + (open - kept + 1) / 2
      if atMost(passes, of: trials, marked: middle, population: population) > risk {
        kept = middle
      } else {
        open = middle - 1
      }
    }
    return kept
  }

  /// The least M with P(X ≥ k | N, M, n) > `risk`, by the upper bound of the units that fail.
  ///
  /// Parameters are those of ``upperBound(passes:trials:population:risk:)``; without trials the bound is 0.
  public static func lowerBound(passes: Int, trials: Int, population: Int, risk: Double) -> Int {
    population
      - upperBound(passes: trials - passes, trials: trials, population: population, risk: risk)
  }

  /// √(p̂(1 − p̂)/(n − 1) · (1 − n/N)), for showing; `nil` with fewer than two trials, 0 for a census.
  public static func standardError(passes: Int, trials: Int, population: Int) -> Double? {
    guard trials > 1 else { return trials == population && trials == 1 ? 0 : nil }
    let n = Double(trials)
    let rate = Double(passes) / n
    let variance = rate * (Double(trials - passes) / n) / (n - 1)
    return (variance * (Double(population - trials) / Double(population))).squareRoot()
  }

  /// P(X ≤ k) when `marked` of the population are of the kind counted.
  private static func atMost(_ k: Int, of trials: Int, marked: Int, population: Int) -> Double {
    precondition(
      (0...trials).contains(k) && (trials...largestPopulation).contains(population),
      "no draw: \(k) of \(trials) from \(population)")
    return SpecialFunctions.hypergeometricCDF(
      UInt32(k), total: UInt32(population), marked: UInt32(marked), drawn: UInt32(trials))
  }
}
