import Glibc

/// A stratified random sample from strata of known size, with the survey's own variance and intervals.
///
/// W_h = N_h/N, p = Σ W_h p̂_h, v = Σ W_h² (1 − n_h/N_h) p̂_h(1 − p̂_h)/(n_h − 1) on n − H degrees of freedom
/// (Cochran 1977, ch. 5; intervals after Korn & Graubard 1998).
public struct StratifiedSample: Hashable, Sendable {
  /// p.
  public let rate: Double
  /// √v; 0 where every stratum is alike or a census.
  public let standardError: Double
  /// √v without the finite population corrections.
  public let standardErrorWithoutCorrection: Double
  /// n − H.
  public let degreesOfFreedom: Double
  /// v over the variance of a plain sample of the same size from the whole; `nil` where that is 0.
  public let designEffect: Double?
  /// p(1 − p)/v; `nil` without variance.
  public let effectiveSampleSize: Double?
  private let trials: Int

  /// Sums strata; `nil` where there is none, or one is outside these ranges.
  ///
  /// - Parameters:
  ///   - populations: N_h.
  ///   - trials: n_h, 2…N_h; one unit shows no spread.
  ///   - passes: k_h ≤ n_h.
  public init?(populations: [Int], trials: [Int], passes: [Int]) {
    precondition(
      populations.count == trials.count && trials.count == passes.count, "arrays of unequal length")
    guard !populations.isEmpty,
      populations.indices.allSatisfy({
        trials[$0] > 1 && trials[$0] <= populations[$0] && (0...trials[$0]).contains(passes[$0])
      })
    else { return nil }
    let total = populations.reduce(0) { $0 + Double($1) }
    var sums = (rate: 0.0, corrected: 0.0, plain: 0.0)
    for stratum in populations.indices {
      let weight = Double(populations[stratum]) / total
      let variance =
        weight * weight * WeightedRate.variance(passes: passes[stratum], trials: trials[stratum])
      let unseen = Double(populations[stratum] - trials[stratum]) / Double(populations[stratum])
      sums.rate += weight * Double(passes[stratum]) / Double(trials[stratum])
      sums.plain += variance
      sums.corrected += variance * unseen
    }
    let size = trials.reduce(0) { $0 + Double($1) }
    let unit = sums.rate * (1 - sums.rate)
    let plainSample = unit * size / (size - 1) * (total - size) / (total * size)
    self.rate = sums.rate
    self.trials = trials.reduce(0, +)
    self.standardError = sums.corrected.squareRoot()
    self.standardErrorWithoutCorrection = sums.plain.squareRoot()
    self.degreesOfFreedom = size - Double(trials.count)
    self.designEffect = plainSample > 0 ? sums.corrected / plainSample : nil
    self.effectiveSampleSize = sums.corrected > 0 ? unit / sums.corrected : nil
  }

  /// p ∓ t √v.
  public func meanInterval(level: Double) -> RateInterval {
    let margin = quantile((1 + level) / 2) * standardError
    return RateInterval(lower: rate - margin, upper: rate + margin)
  }

  /// The limits on the scale of log p/(1 − p); `nil` without variance.
  public func logitInterval(level: Double) -> RateInterval? {
    guard effectiveSampleSize != nil else { return nil }
    let unit = rate * (1 - rate)
    let centre = log(rate / (1 - rate))
    let margin = quantile((1 + level) / 2) * standardError / unit
    func inverse(_ x: Double) -> Double { 1 / (1 + exp(-x)) }
    return RateInterval(lower: inverse(centre - margin), upper: inverse(centre + margin))
  }

  /// Clopper–Pearson limits at the effective size, which is scaled by (t_{n−1}/t_{n−H})²; `nil` without variance.
  public func betaInterval(level: Double) -> RateInterval? {
    effectiveSampleSize.map { size in
      let tail = (1 - level) / 2
      let ratio =
        SpecialFunctions.studentQuantile(tail, freedom: Double(trials - 1)) / quantile(tail)
      let scaled = size * ratio * ratio
      let tails = BetaTails(passes: rate * scaled, trials: scaled)
      return RateInterval(lower: tails.lowerBound(risk: tail), upper: tails.upperBound(risk: tail))
    }
  }

  /// Wilson limits at the effective size with Student's t; `nil` without variance.
  public func wilsonInterval(level: Double) -> RateInterval? {
    effectiveSampleSize.map { size in
      BinomialInterval.wilson(passes: rate * size, trials: size, z: quantile((1 + level) / 2))
    }
  }

  private func quantile(_ p: Double) -> Double {
    SpecialFunctions.studentQuantile(p, freedom: degreesOfFreedom)
  }
}
