import CSpotCheckBoostMath
import Glibc

/// The likelihood of a beta-binomial prior, given the passes and trials of many cells.
///
///     log L = Σ log (α)ₖ/k! + Σ log (β)f/f! − Σ log (α + β)ₙ/n!
///
/// with f = n − k and (x)ₖ = x(x + 1)…(x + k − 1). Each sum is of one count, so that cells with the same count share its term.
struct BetaBinomialLikelihood {
  private let passes: CountTable
  private let failures: CountTable
  private let trials: CountTable
  private let hasHyperprior: Bool

  /// Tallies the cells; a count of 0 has a term of 0, so that cells without trials take no part.
  ///
  /// `hasHyperprior` multiplies the likelihood by αβ(α + β)^(−5/2), the density of (log(α/β), log(α + β)) under
  /// the diffuse hyperprior (α + β)^(−5/2).
  init(passes: [Int], trials: [Int], hasHyperprior: Bool = false) {
    let tables = Array(cells: 3, share: passes.count < 1 << 13 ? 3 : 1) { table in
      switch table {
      case 0: CountTable(passes)
      case 1: CountTable(trials)
      default: CountTable(passes.indices.lazy.map { trials[$0] - passes[$0] })
      }
    }
    (self.passes, self.trials, failures) = (tables[0], tables[1], tables[2])
    self.hasHyperprior = hasHyperprior
  }

  /// log L.
  func logarithm(_ prior: BetaDistribution) -> Double {
    let (a, b) = (prior.alpha, prior.beta)
    let weight = hasHyperprior ? log(a) + log(b) - 2.5 * log(a + b) : 0
    return Self.rises(passes, from: a) + Self.rises(failures, from: b) - Self.rises(trials, from: a + b)
      + weight
  }

  /// log L of one common rate, the limit of priors ever narrower: Σ log C(n, k) + K log p + F log(1 − p).
  var logarithmOfOneRate: Double {
    let passed = passes.sum { $0 }
    let failed = failures.sum { $0 }
    let factorials = [passes, failures, trials].map { table in table.sum { spotcheck_lgamma($0 + 1) } }
    return factorials[2] - factorials[0] - factorials[1]
      + passed * log(passed / (passed + failed)) + failed * log(failed / (passed + failed))
  }

  private static func rises(_ table: CountTable, from shape: Double) -> Double {
    table.sum { SpecialFunctions.logRisingFactorial(shape, $0) - spotcheck_lgamma($0 + 1) }
  }

  /// The most likely prior, by Newton's method on (log α, log β), damped until each step climbs.
  ///
  /// So near the top that steps are below 1e-4, the height is lost in rounding and Newton's step is taken as
  /// it is. A prior with α + β > 1e9 is as good as one rate.
  ///
  /// - Complexity: O(distinct counts) a step.
  func climb(from start: BetaDistribution) -> BetaDistribution {
    var prior = start
    var height = logarithm(prior)
    var damping = 1e-3
    var slope = slope(prior)
    for _ in 0..<200 {
      guard let step = slope.step(damping: damping), step.size < 3 else {
        damping = max(damping * 10, 1e-6)
        continue
      }
      let next = BetaDistribution(alpha: prior.alpha * exp(step.first), beta: prior.beta * exp(step.second))
      let reached = logarithm(next)
      if reached >= height || step.size < 1e-4 {
        (prior, height, damping) = (next, reached, damping / 10)
        slope = self.slope(prior)
      } else {
        damping = max(damping * 10, 1e-6)
      }
      if step.size < 1e-10 || prior.alpha + prior.beta > 1e9 { break }
    }
    return prior
  }

  private func slope(_ prior: BetaDistribution) -> Slope {
    let (a, b) = (prior.alpha, prior.beta)
    func digammas(_ table: CountTable, from shape: Double) -> Double {
      table.sum { spotcheck_digamma(shape + $0) } - table.cells * spotcheck_digamma(shape)
    }
    func trigammas(_ table: CountTable, from shape: Double) -> Double {
      table.sum { spotcheck_trigamma(shape + $0) } - table.cells * spotcheck_trigamma(shape)
    }
    let shared = digammas(trials, from: a + b)
    let sharedCurve = trigammas(trials, from: a + b)
    let first = a * (digammas(passes, from: a) - shared)
    let second = b * (digammas(failures, from: b) - shared)
    var slope = Slope(
      first: first, second: second,
      firstFirst: a * a * (trigammas(passes, from: a) - sharedCurve) + first,
      firstSecond: -a * b * sharedCurve,
      secondSecond: b * b * (trigammas(failures, from: b) - sharedCurve) + second)
    if hasHyperprior {
      let share = a / (a + b)
      let bend = 2.5 * share * (1 - share)
      slope.first += 1 - 2.5 * share
      slope.second += 1 - 2.5 * (1 - share)
      slope.firstFirst -= bend
      slope.firstSecond += bend
      slope.secondSecond -= bend
    }
    return slope
  }

  /// Slope and curvature of log L in (log α, log β).
  private struct Slope {
    var first: Double
    var second: Double
    var firstFirst: Double
    var firstSecond: Double
    var secondSecond: Double

    /// The step that solves (damping · I − curvature) step = slope; `nil` where that is not positive definite.
    func step(damping: Double) -> Step? {
      let one = damping - firstFirst
      let two = damping - secondSecond
      let determinant = one * two - firstSecond * firstSecond
      guard one > 0, determinant > 0 else { return nil }
      return Step(
        first: (two * first + firstSecond * second) / determinant,
        second: (one * second + firstSecond * first) / determinant)
    }
  }

  private struct Step {
    let first: Double
    let second: Double
    var size: Double { max(first.magnitude, second.magnitude) }
  }
}
