import CSpotCheckBoostMath
import Glibc

/// A beta-binomial distribution fitted to many cells: how true rates vary from cell to cell.
///
/// Empirical Bayes: the fitted ``prior`` becomes each cell's posterior by adding its own counts.
public struct BetaBinomialFit: Hashable, Sendable {
  /// The distribution of true rates over cells.
  public let prior: BetaDistribution
  /// Σ log P(kᵢ | nᵢ, α, β), binomial coefficients included.
  public let logLikelihood: Double

  /// The prior's first shape.
  public var alpha: Double { prior.alpha }
  /// The prior's second shape.
  public var beta: Double { prior.beta }

  /// The correlation of two trials of one cell, 1/(α + β + 1): 0 where cells do not differ.
  public var dispersion: Double { 1 / (alpha + beta + 1) }

  /// Fits by maximum likelihood, starting from weighted moments (Kleinman 1973).
  ///
  /// Newton's method on (log α, log β), damped until each step climbs; O(cells) a step. Cells without trials
  /// are passed over.
  ///
  /// - Returns: `nil` where the dispersion is at most 0: cells vary no more than chance makes them, by
  ///   moments or by likelihood, or they are too few to tell.
  public init?(passes: [Int], trials: [Int]) {
    precondition(passes.count == trials.count, "arrays of unequal length")
    let cells = zip(passes, trials).filter { $0.1 > 0 }.map { Cell(passes: Double($0), trials: Double($1)) }
    guard let start = Self.moments(cells) else { return nil }
    let coefficients = cells.reduce(0) { $0 - log($1.trials + 1) - $1.logBeta(1, 1) }
    let prior = Self.climb(cells, from: start)
    let logLikelihood = Self.logLikelihood(cells, prior)
    let gain = logLikelihood - Self.pooledLogLikelihood(cells)
    guard gain > Self.leastGain else { return nil }
    self.prior = prior
    self.logLikelihood = logLikelihood + coefficients
  }

  /// The gain in log-likelihood over one common rate below which there is no dispersion to speak of.
  private static let leastGain = 1e-6

  private struct Cell {
    let passes: Double
    let trials: Double
    var failures: Double { trials - passes }

    /// log B(α + k, β + n − k).
    func logBeta(_ alpha: Double, _ beta: Double) -> Double {
      SpecialFunctions.logBeta(alpha + passes, beta + failures)
    }
  }

  /// Weighted moments with weights nᵢ: the dispersion is (S − pq(m−1)) / (pq(N − Σnᵢ²/N − (m−1))), with
  /// S = Σ nᵢ(p̂ᵢ − p)² and p the pooled rate; `nil` unless it lies strictly between 0 and 1.
  private static func moments(_ cells: [Cell]) -> BetaDistribution? {
    let total = cells.reduce(0) { $0 + $1.trials }
    guard total > 0 else { return nil }
    let rate = cells.reduce(0) { $0 + $1.passes } / total
    let unit = rate * (1 - rate)
    let freedom = Double(cells.count - 1)
    let spread = cells.reduce(0) {
      let difference = $1.passes / $1.trials - rate
      return $0 + $1.trials * difference * difference
    }
    let reach = total - cells.reduce(0) { $0 + $1.trials * $1.trials } / total - freedom
    let dispersion = (spread - unit * freedom) / (unit * reach)
    guard dispersion > 0, reach > 0 else { return nil }
    let size = 1 / min(dispersion, 0.99) - 1
    return BetaDistribution(alpha: rate * size, beta: (1 - rate) * size)
  }

  /// Σ log B(α + k, β + n − k) − log B(α, β), the log-likelihood but for binomial coefficients.
  private static func logLikelihood(_ cells: [Cell], _ prior: BetaDistribution) -> Double {
    let base = SpecialFunctions.logBeta(prior.alpha, prior.beta)
    return cells.reduce(0) { $0 + ($1.logBeta(prior.alpha, prior.beta) - base) }
  }

  /// The log-likelihood of one common rate, but for binomial coefficients.
  private static func pooledLogLikelihood(_ cells: [Cell]) -> Double {
    let passes = cells.reduce(0) { $0 + $1.passes }
    let failures = cells.reduce(0) { $0 + $1.failures }
    return passes * log(passes / (passes + failures)) + failures * log(failures / (passes + failures))
  }

  /// Slope and curvature of the log-likelihood in (log α, log β).
  private struct Slope {
    var first = 0.0
    var second = 0.0
    var firstFirst = 0.0
    var firstSecond = 0.0
    var secondSecond = 0.0

    init(_ cells: [Cell], _ prior: BetaDistribution) {
      let (a, b) = (prior.alpha, prior.beta)
      for cell in cells {
        let shared = spotcheck_digamma(a + b + cell.trials) - spotcheck_digamma(a + b)
        let sharedCurve = spotcheck_trigamma(a + b + cell.trials) - spotcheck_trigamma(a + b)
        first += spotcheck_digamma(a + cell.passes) - spotcheck_digamma(a) - shared
        second += spotcheck_digamma(b + cell.failures) - spotcheck_digamma(b) - shared
        firstFirst += spotcheck_trigamma(a + cell.passes) - spotcheck_trigamma(a) - sharedCurve
        secondSecond += spotcheck_trigamma(b + cell.failures) - spotcheck_trigamma(b) - sharedCurve
        firstSecond -= sharedCurve
      }
      first *= a
      second *= b
      firstFirst = firstFirst * a * a + first
      secondSecond = secondSecond * b * b + second
      firstSecond *= a * b
    }

    /// The step that solves (damping · I − curvature) step = slope; `nil` where that is not positive definite.
    func step(damping: Double) -> (Double, Double)? {
      let one = damping - firstFirst
      let two = damping - secondSecond
      let determinant = one * two - firstSecond * firstSecond
      guard one > 0, determinant > 0 else { return nil }
      return (
        (two * first + firstSecond * second) / determinant,
        (one * second + firstSecond * first) / determinant
      )
    }
  }

  private static func climb(_ cells: [Cell], from start: BetaDistribution) -> BetaDistribution {
    var prior = start
    var height = logLikelihood(cells, prior)
    var damping = 1e-3
    var slope = Slope(cells, prior)
    for _ in 0..<200 {
      guard let step = slope.step(damping: damping), max(step.0.magnitude, step.1.magnitude) < 3 else {
        damping = max(damping * 10, 1e-6)
        continue
      }
      let next = BetaDistribution(alpha: prior.alpha * exp(step.0), beta: prior.beta * exp(step.1))
      let reached = logLikelihood(cells, next)
      let settled = max(step.0.magnitude, step.1.magnitude) < 1e-10
      if reached >= height {
        (prior, height, damping) = (next, reached, damping / 10)
        slope = Slope(cells, prior)
      } else {
        damping = max(damping * 10, 1e-6)
      }
      if settled || prior.alpha + prior.beta > 1e9 { break }
    }
    return prior
  }
}
