/// What the samples still planned must bring for a year's rate weighted by strata to meet its target.
///
/// Stratum h with weight W_h has k_h passes of n_h so far and m_h samples to come; the year's rate is
/// Σ W_h (k_h + F_h)/(n_h + m_h), the weights scaled to the strata that have samples at all. The F_h are
/// independent, each beta-binomial as in ``YearEndProjection``, so mean and variance of the rate are exact; its
/// distribution between the least and greatest rate possible is taken as the beta distribution with them.
public struct WeightedProjection: Hashable, Sendable {
  /// One stratum of the year.
  public struct Stratum: Hashable, Sendable {
    /// W_h, at least 0; weights need not sum to 1.
    public var weight: Double
    /// k_h, the passes so far.
    public var passes: Int
    /// n_h, the trials so far.
    public var trials: Int
    /// m_h, the samples to come.
    public var remaining: Int

    /// Creates a stratum.
    public init(weight: Double, passes: Int, trials: Int, remaining: Int) {
      self.weight = weight
      self.passes = passes
      self.trials = trials
      self.remaining = remaining
    }
  }

  /// Whether the target is already settled; a rate within 1e-12 of the target equals it.
  public let status: ProjectionStatus
  /// The rate that the samples to come, alike in all strata, must reach; `nil` where none are to come.
  public let requiredFutureRate: Double?
  /// The chance that the observed rate of the year meets the target; 1 where secured, 0 where unreachable.
  public let chanceMet: Double
  /// The rate of the year if every sample to come fails, or passes.
  public let possible: RateInterval
  /// The share of the way from the least to the greatest possible rate; `nil` where they are one.
  private let reach: BetaDistribution?

  /// Projects a year; `nil` where no stratum takes part.
  ///
  /// - Parameters:
  ///   - strata: The strata; those without weight or without any sample of the year take no part.
  ///   - target: τ, as it was written, 0…1.
  ///   - prior: What is known of each stratum's rate beforehand.
  ///   - dispersion: The dispersion between months; only what exceeds 1 counts.
  public init?(
    strata: [Stratum], target: DecimalFraction, prior: BetaDistribution = .jeffreys, dispersion: Double = 1
  ) {
    let present = strata.filter { $0.weight > 0 && $0.trials + $0.remaining > 0 }
    let total = present.reduce(0) { $0 + $1.weight }
    guard total > 0 else { return nil }
    var least = 0.0
    var (width, mean, variance) = (0.0, 0.0, 0.0)
    for stratum in present {
      let unit = stratum.weight / total / Double(stratum.trials + stratum.remaining)
      let outcomes = BetaBinomialDistribution(
        trials: stratum.remaining,
        rate: prior.posterior(passes: stratum.passes, trials: stratum.trials, dispersion: dispersion))
      least += unit * Double(stratum.passes)
      width += unit * Double(stratum.remaining)
      mean += unit * outcomes.mean
      variance += unit * unit * outcomes.variance
    }
    possible = RateInterval(lower: least, upper: min(1, least + width))
    requiredFutureRate = width > 0 ? (target.value - least) / width : nil
    let isSecured = WeightedRate.attains(least, target)
    status = isSecured ? .secured : WeightedRate.attains(least + width, target) ? .open : .unreachable
    reach = width > 0 ? BetaDistribution(mean: mean / width, variance: variance / width / width) : nil
    switch status {
    case .secured: chanceMet = 1
    case .unreachable: chanceMet = 0
    case .open:
      let share = min(1, max(0, (target.value - least) / width))
      chanceMet = reach.map { 1 - $0.probability(below: share) } ?? (mean >= target.value - least ? 1 : 0)
    }
  }

  /// The rate of the whole year with probability `p` at or below it, 0…1.
  public func yearRate(quantile p: Double) -> Double {
    guard let reach else { return possible.lower }
    return possible.lower + (possible.upper - possible.lower) * reach.quantile(p)
  }
}
