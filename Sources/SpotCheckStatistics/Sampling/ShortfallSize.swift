import Glibc

/// How many units it takes to prove a shortfall, exactly.
///
/// The power of an exact test does not rise steadily with n: whenever one more failure is needed it falls a
/// little, so that it has the teeth of a saw. A size is therefore two: the first that reaches the power, and
/// the one after which the power never falls below it again (Chernick & Liu, *The American Statistician* 56,
/// 2002, 149–155). Between two teeth the power rises with n, so only their ends are looked at; there is an end
/// to looking, since by Chernoff's bounds (for samples without replacement too: Hoeffding 1963) every n ≥ n*
/// has the power,
///
///     n* = min over x of max(log(1/α)/D(x‖1 − τ), log(1/β)/D(x‖1 − p))
///
/// with D the relative entropy of two chances of failing, and β one minus the power.
public struct ShortfallSize: Hashable, Sendable {
  /// A size, what proves a shortfall at it, and how likely that is.
  public struct Point: Hashable, Sendable {
    /// The units to be inspected, with the design effect.
    public let size: Int
    /// The units that a simple sample of equal weight would have; `size` without a design effect.
    public let effective: Int
    /// c: so many passes of `effective`, or fewer, prove a shortfall.
    public let criticalPasses: Int
    /// The chance of that at the true rate.
    public let power: Double
  }

  /// The first size that reaches the power.
  public let first: Point
  /// The size from which on every size reaches it.
  public let stable: Point
  /// What the normal approximation says, ⌈((z_α √(τ(1 − τ)) + z_β √(p(1 − p)))/(τ − p))²⌉, for comparison.
  public let normalApproximation: Int

  /// The greatest effective size that is looked at.
  public static let largest = 1_000_000

  /// Looks for both sizes; `nil` where it may take more than ``largest`` units.
  ///
  /// - Parameters:
  ///   - test: The test, and the true rate.
  ///   - power: The chance of a proof that is asked for, strictly between 0 and 1.
  ///   - designEffect: What a size is multiplied with for the design, above 0; at most the population is drawn.
  /// - Complexity: O(failures needed at n*) distribution functions.
  public init?(_ test: ShortfallPower, power: Double = 0.8, designEffect: Double = 1) {
    precondition(power > 0 && power < 1 && designEffect > 0, "no such design: \(power), \(designEffect)")
    let end = min(test.population ?? Self.largest, Self.largest)
    let horizon = Self.horizon(test, power: power)
    guard test.population == end || horizon <= Double(end) else { return nil }
    var first: (trials: Int, failures: Int)?
    var stable: (trials: Int, failures: Int)?
    for tooth in Teeth(test, end: end) {
      if Double(tooth.trials.lowerBound) > horizon, stable != nil { break }
      let reaches = { (trials: Int) in test.power(trials: trials, failures: tooth.failures) >= power }
      if reaches(tooth.trials.lowerBound) {
        first = first ?? (tooth.trials.lowerBound, tooth.failures)
        stable = stable ?? (tooth.trials.lowerBound, tooth.failures)
      } else if let least = Self.least(in: tooth.trials, where: reaches) {
        first = first ?? (least, tooth.failures)
        stable = (least, tooth.failures)
      } else {
        stable = nil
      }
    }
    guard let first, let stable else { return nil }
    func point(_ found: (trials: Int, failures: Int)) -> Point {
      Point(
        size: min(wholeUnits(designEffect * Double(found.trials)), test.population ?? .max),
        effective: found.trials, criticalPasses: found.trials - found.failures,
        power: test.power(trials: found.trials, failures: found.failures))
    }
    self.first = point(first)
    self.stable = point(stable)
    normalApproximation = Self.normalApproximation(test, power: power)
  }

  private static func least(in range: ClosedRange<Int>, where holds: (Int) -> Bool) -> Int? {
    guard holds(range.upperBound) else { return nil }
    var (low, high) = (range.lowerBound, range.upperBound)
    while low < high {
      let middle = low + (high - low) / 2
      if holds(middle) { high = middle } else { low = middle + 1 }
    }
    return low
  }

  private static func normalApproximation(_ test: ShortfallPower, power: Double) -> Int {
    let (q0, q1) = test.failing
    let reach =
      SpecialFunctions.normalQuantile(1 - test.alpha) * (q0 * (1 - q0)).squareRoot()
      + SpecialFunctions.normalQuantile(power) * (q1 * (1 - q1)).squareRoot()
    return max(1, wholeUnits((reach / (q1 - q0)) * (reach / (q1 - q0))))
  }

  /// n*, at the x where both bounds ask for equally many, found by halving; and n* x failures are enough.
  private static func horizon(_ test: ShortfallPower, power: Double) -> Double {
    let (q0, q1) = test.failing
    func needed(_ x: Double) -> (target: Double, truth: Double) {
      (q0 > 0 ? -log(test.alpha) / entropy(x, q0) : 0, -log1p(-power) / entropy(x, q1))
    }
    var (low, high) = (q0, q1)
    for _ in 0..<60 where q0 > 0 {
      let middle = (low + high) / 2
      let (target, truth) = needed(middle)
      if target > truth { low = middle } else { high = middle }
    }
    let x = q0 > 0 || test.minimumFailures > 1 ? (low + high) / 2 : 0
    let (target, truth) = needed(x)
    let others = Double(test.minimumFailures - 1)
    return max(target, truth, others > 0 ? others / x : 0)
  }

  /// D(x‖q), in nats.
  private static func entropy(_ x: Double, _ q: Double) -> Double {
    let failing = x > 0 ? x * log(x / q) : 0
    let passing = x < 1 ? (1 - x) * (log1p(-x) - log1p(-q)) : 0
    return failing + passing
  }
}

/// The ranges of n over which one number of failures is needed, from 1 on.
private struct Teeth: Sequence, IteratorProtocol {
  let test: ShortfallPower
  let end: Int
  private var failures: Int
  private var reached = 0

  init(_ test: ShortfallPower, end: Int) {
    self.test = test
    self.end = end
    failures = test.minimumFailures - 1
  }

  mutating func next() -> (failures: Int, trials: ClosedRange<Int>)? {
    let before = reached
    while reached == before {
      guard reached < end else { return nil }
      failures += 1
      reached = lastTrials(from: before)
    }
    return (failures, (before + 1)...reached)
  }

  /// The most trials, at least `before`, at which `failures` of them prove a shortfall.
  private func lastTrials(from before: Int) -> Int {
    var low = before
    var step = 1
    while low + step <= end, test.proves(trials: low + step, failures: failures) {
      low += step
      step *= 2
    }
    var high = Swift.min(low + step, end + 1)
    while high - low > 1 {
      let middle = low + (high - low) / 2
      if test.proves(trials: middle, failures: failures) { low = middle } else { high = middle }
    }
    return low
  }
}
