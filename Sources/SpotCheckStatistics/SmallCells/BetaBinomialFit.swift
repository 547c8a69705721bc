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
  /// O(cells), then O(distinct counts) a step. Cells without trials are passed over.
  ///
  /// - Returns: `nil` where the dispersion is at most 0: cells vary no more than chance makes them, by
  ///   moments or by likelihood, or they are too few to tell.
  public init?(passes: [Int], trials: [Int]) {
    precondition(passes.count == trials.count, "arrays of unequal length")
    guard let start = Self.moments(passes, trials) else { return nil }
    let likelihood = BetaBinomialLikelihood(passes: passes, trials: trials)
    let prior = likelihood.climb(from: start)
    let logLikelihood = likelihood.logarithm(prior)
    guard logLikelihood - likelihood.logarithmOfOneRate > Self.leastGain else { return nil }
    self.prior = prior
    self.logLikelihood = logLikelihood
  }

  /// The mode of the posterior of (log(α/β), log(α + β)) under the diffuse hyperprior (α + β)^(−5/2).
  ///
  /// The prior to report where hyperparameters have a distribution of their own; Gelman et al., Bayesian Data
  /// Analysis, §5.3. It differs little from the most likely prior where cells are many, and exists without
  /// dispersion too.
  ///
  /// - Returns: `nil` where no cell has both passes and failures: the density then grows without bound as
  ///   α + β falls to 0.
  public static func posteriorMode(passes: [Int], trials: [Int]) -> BetaDistribution? {
    precondition(passes.count == trials.count, "arrays of unequal length")
    guard zip(passes, trials).contains(where: { 0 < $0 && $0 < $1 }) else { return nil }
    let rate = Double(passes.reduce(0, +)) / Double(trials.reduce(0, +))
    let start = moments(passes, trials) ?? BetaDistribution(alpha: rate, beta: 1 - rate)
    return BetaBinomialLikelihood(passes: passes, trials: trials, hasHyperprior: true).climb(from: start)
  }

  /// The gain in log-likelihood over one common rate below which there is no dispersion to speak of.
  private static let leastGain = 1e-6

  /// Weighted moments with weights nᵢ: the dispersion is (S − pq(m−1)) / (pq(N − Σnᵢ²/N − (m−1))), with
  /// S = Σ nᵢ(p̂ᵢ − p)² and p the pooled rate; `nil` unless it lies strictly between 0 and 1.
  private static func moments(_ passes: [Int], _ trials: [Int]) -> BetaDistribution? {
    let total = trials.reduce(0.0) { $0 + Double($1) }
    guard total > 0 else { return nil }
    let rate = passes.reduce(0.0) { $0 + Double($1) } / total
    let unit = rate * (1 - rate)
    let freedom = Double(trials.count { $0 > 0 } - 1)
    var (spread, squares) = (0.0, 0.0)
    for (k, n) in zip(passes, trials) where n > 0 {
      let difference = Double(k) / Double(n) - rate
      spread += Double(n) * difference * difference
      squares += Double(n) * Double(n)
    }
    let reach = total - squares / total - freedom
    let dispersion = (spread - unit * freedom) / (unit * reach)
    guard dispersion > 0, reach > 0 else { return nil }
    let size = 1 / min(dispersion, 0.99) - 1
    return BetaDistribution(alpha: rate * size, beta: (1 - rate) * size)
  }
}
