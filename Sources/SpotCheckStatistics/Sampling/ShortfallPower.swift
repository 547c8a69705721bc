import CSpotCheckBoostMath

/// The chance that the exact test proves a shortfall, before any unit is drawn.
///
/// The test proves one at n units when so few pass that P(X ≤ k | n, τ) ≤ α; the greatest such k is c. Its
/// power is P(X ≤ c | n, p) at the true rate p. Where N units are all there are, both are hypergeometric,
/// with M₀ = ⌈τN⌉ conforming units under the target and M = pN, rounded, in truth.
public struct ShortfallPower: Hashable, Sendable {
  /// Passes and failures of one unit, under the target or in truth.
  private struct Chances: Hashable {
    let pass: Double
    let fail: Double
    /// Conforming units of the population, where it is known.
    let conforming: Int?
  }

  /// α, the level of the test.
  public let alpha: Double
  /// N; `nil` where the population is without end.
  public let population: Int?
  /// The fewest failures that count as a proof, whatever the test says.
  public let minimumFailures: Int
  private let target: Chances
  private let truth: Chances

  /// Plans the test; `nil` where the true rate does not fall short: p ≥ τ, or M ≥ M₀.
  ///
  /// - Parameters:
  ///   - target: τ, as it was written, 0…1.
  ///   - rate: p, the true rate, 0…1.
  ///   - alpha: α, strictly between 0 and 1.
  ///   - minimumFailures: At least 1; findings ask for 2, since at n = 1 one failure may "prove" a shortfall.
  ///   - population: N, 1…``FinitePopulationTest/largestPopulation``; `nil` where it is without end.
  public init?(
    target: DecimalFraction, rate: Double, alpha: Double = 0.05, minimumFailures: Int = 1,
    population: Int? = nil
  ) {
    precondition(target.complement != nil && (0...1).contains(rate), "no rates: \(target), \(rate)")
    precondition(alpha > 0 && alpha < 1 && minimumFailures > 0, "no such test: \(alpha), \(minimumFailures)")
    precondition((1...FinitePopulationTest.largestPopulation).contains(population ?? 1), "no such population")
    let required = population.map { target.ceiling(of: $0) }
    let conforming = population.map { Int((rate * Double($0)).rounded()) }
    if let required, let conforming, conforming >= required { return nil }
    guard rate < target.value else { return nil }
    let written = Target(target)
    self.alpha = alpha
    self.minimumFailures = minimumFailures
    self.population = population
    self.target = Chances(pass: written.rate, fail: written.complement, conforming: required)
    self.truth = Chances(pass: rate, fail: 1 - rate, conforming: conforming)
  }

  /// c, the greatest number of passes that proves a shortfall; `nil` where even none would not.
  ///
  /// - Complexity: O(log n) distribution functions.
  public func criticalPasses(trials: Int) -> Int? {
    let failures = leastFailures(trials: trials)
    return failures > trials ? nil : trials - failures
  }

  /// P(X ≤ c | n, p), the chance of a proof; 0 where nothing proves.
  public func power(trials: Int) -> Double {
    power(trials: trials, failures: leastFailures(trials: trials))
  }

  /// The least number of failures that proves a shortfall; one more than `trials` where all failing does not.
  func leastFailures(trials: Int) -> Int {
    var (low, high) = (min(minimumFailures, trials + 1), trials + 1)
    while low < high {
      let middle = (low + high) / 2
      if proves(trials: trials, failures: middle) { high = middle } else { low = middle + 1 }
    }
    return low
  }

  /// Whether so many failures, or more, are too many for the target.
  func proves(trials: Int, failures: Int) -> Bool {
    chance(ofAtLeast: failures, trials: trials, target) <= alpha
  }

  /// The chance of so many failures, or more, in truth.
  func power(trials: Int, failures: Int) -> Double {
    chance(ofAtLeast: failures, trials: trials, truth)
  }

  /// P(F ≥ r) of n units; 1 for r = 0, and 0 for r > n.
  private func chance(ofAtLeast failures: Int, trials: Int, _ chances: Chances) -> Double {
    guard failures > 0 else { return 1 }
    guard failures <= trials else { return 0 }
    guard let population, let conforming = chances.conforming else {
      return spotcheck_binomial_at_most(trials - failures, trials, chances.pass, chances.fail)
    }
    return HypergeometricDistribution(population: population, marked: population - conforming, drawn: trials)
      .probability(atLeast: failures)
  }

  /// 1 − τ and 1 − p, the rates of failing; of the population's own units where it is known.
  var failing: (target: Double, truth: Double) {
    func share(_ chances: Chances) -> Double {
      guard let population, let conforming = chances.conforming else { return chances.fail }
      return Double(population - conforming) / Double(population)
    }
    return (share(target), share(truth))
  }
}
