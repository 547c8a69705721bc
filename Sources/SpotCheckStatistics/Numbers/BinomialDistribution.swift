import CSpotCheckBoostMath
import Glibc

/// The number of passes in n trials that each pass with probability p, on the log scale.
///
/// For evidence so strong that probabilities themselves would underflow.
struct BinomialDistribution {
  let trials: Int
  let p: Double
  /// 1 − p, given rather than subtracted.
  let q: Double

  /// The distribution in which passes and failures change places.
  var mirrored: BinomialDistribution {
    BinomialDistribution(trials: trials, p: q, q: p)
  }

  /// log P(X = k), by deviances (Loader 2000), for k in 0…n and p strictly between 0 and 1.
  ///
  /// Unlike a difference of log-gammas it keeps its digits for any n.
  func logProbability(of k: Int) -> Double {
    if k == 0 { return Double(trials) * log1p(-p) }
    if k == trials { return Double(trials) * log1p(-q) }
    return Self.logDensity(passes: Double(k), failures: Double(trials - k), p: p, q: q)
  }

  /// log of pᵏ qᶠ Γ(k + f + 1) / (Γ(k + 1) Γ(f + 1)), for k and f above 0, whole or not.
  static func logDensity(passes: Double, failures: Double, p: Double, q: Double) -> Double {
    let n = passes + failures
    let corrections = stirlingError(n) - stirlingError(passes) - stirlingError(failures)
    let deviances = deviance(passes, n * p) + deviance(failures, n * q)
    return corrections - deviances - log(2 * Double.pi * passes * (failures / n)) / 2
  }

  /// log P(X ≤ k), accurate also where the probability underflows.
  func logAtMost(_ k: Int) -> Double {
    let tail = spotcheck_binomial_at_most(k, trials, p, q)
    guard tail < 1e-280, k >= 0 else { return log(tail) }
    var term = 1.0
    var sum = 1.0
    var passes = k
    while passes > 0, term > sum * 1e-17 {
      term *= Double(passes) * q / (Double(trials - passes + 1) * p)
      sum += term
      passes -= 1
    }
    return logProbability(of: k) + log(sum)
  }

  /// log P(X ≥ k), accurate also where the probability underflows.
  func logAtLeast(_ k: Int) -> Double {
    mirrored.logAtMost(trials - k)
  }

  /// log n! − log(√(2πn) (n/e)ⁿ), for n ≥ 1.
  private static func stirlingError(_ n: Double) -> Double {
    guard n > 15 else {
      return spotcheck_lgamma(n + 1) - (n + 0.5) * log(n) + n - log(2 * Double.pi) / 2
    }
    let square = n * n
    let series = 1 / 1260 - (1 / 1680 - 1 / 1188 / square) / square
    return (1 / 12 - (1 / 360 - series / square) / square) / n
  }

  /// x log(x/m) + m − x, without cancellation where x is near m.
  private static func deviance(_ x: Double, _ m: Double) -> Double {
    let difference = x - m
    guard difference.magnitude < 0.1 * (x + m) else { return x * log(x / m) - difference }
    let ratio = difference / (x + m)
    var term = 2 * x * ratio
    var sum = difference * ratio
    var odd = 3.0
    while true {
      term *= ratio * ratio
      let next = sum + term / odd
      if next == sum { return next }
      sum = next
      odd += 2
    }
  }
}
