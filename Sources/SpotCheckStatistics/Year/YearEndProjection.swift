import CSpotCheckBoostMath

/// Whether a target can still be met, or missed, with the samples still planned.
public enum ProjectionStatus: String, Hashable, Sendable, CaseIterable {
  /// Met even if every sample to come fails.
  case secured
  /// It depends on the samples to come.
  case open
  /// Missed even if every sample to come passes.
  case unreachable
}

/// What the samples still planned must bring for the year's observed rate to meet its target.
///
/// k passes of n so far, m samples to come, target τ:
///
///     need = ⌈τ(n + m)⌉ − k
///     required future rate = (τ(n + m) − k) / m
///     chance = P(F ≥ need), F beta-binomial(m, a + k, b + n − k)
///
/// with Beta(a, b) the prior. Where months vary more than chance makes them, the counts behind the posterior
/// are divided by the dispersion; `need` never is. Geisser 1993; Spiegelhalter, Freedman & Blackburn 1986.
public struct YearEndProjection: Hashable, Sendable {
  /// k, the passes so far.
  public let passes: Int
  /// n, the trials so far.
  public let trials: Int
  /// Whether the target is already settled.
  public let status: ProjectionStatus
  /// Passes still needed among those to come, exactly; at most 0 where secured.
  public let need: Int
  /// The rate the samples to come must reach; `nil` where none are to come, above 1 where unreachable.
  public let requiredFutureRate: Double?
  /// The chance that the observed rate of the year meets the target; 1 where secured, 0 where unreachable.
  public let chanceMet: Double
  /// The passes among the samples to come.
  public let outcomes: BetaBinomialDistribution

  /// Projects a year.
  ///
  /// - Parameters:
  ///   - passes: k, 0…`trials`.
  ///   - trials: n, at least 0.
  ///   - remaining: m, 0…2⁵³; `trials + remaining` is representable.
  ///   - target: τ, as it was written, 0…1.
  ///   - prior: What is known of the rate beforehand.
  ///   - dispersion: The dispersion between months; only what exceeds 1 counts.
  public init(
    passes: Int, trials: Int, remaining: Int, target: DecimalFraction, prior: BetaDistribution = .jeffreys,
    dispersion: Double = 1
  ) {
    self.passes = passes
    self.trials = trials
    let all = trials + remaining
    need = target.ceiling(of: all) - passes
    status = need <= 0 ? .secured : need > remaining ? .unreachable : .open
    requiredFutureRate =
      remaining > 0 ? (target.value * Double(all) - Double(passes)) / Double(remaining) : nil
    outcomes = BetaBinomialDistribution(
      trials: remaining,
      rate: prior.posterior(passes: passes, trials: trials, dispersion: dispersion))
    chanceMet = outcomes.probability(atLeast: need)
  }

  /// P(F ≥ need) were the rate so far the true one, which claims to know more than it does.
  ///
  /// - Returns: `nil` without trials.
  public var chanceAtRateSoFar: Double? {
    guard trials > 0 else { return nil }
    guard status == .open else { return chanceMet }
    let n = Double(trials)
    return spotcheck_binomial_at_least(
      need, outcomes.trials, Double(passes) / n, Double(trials - passes) / n)
  }

  /// The expected rate of the whole year; `nil` where it has no trials at all.
  public var expectedRate: Double? { yearRate(outcomes.mean) }

  /// The rate of the whole year with probability `p` at or below it, 0…1; `nil` where it has no trials at all.
  public func yearRate(quantile p: Double) -> Double? { yearRate(Double(outcomes.quantile(p))) }

  private func yearRate(_ future: Double) -> Double? {
    let all = trials + outcomes.trials
    return all > 0 ? (Double(passes) + future) / Double(all) : nil
  }
}

extension BetaDistribution {
  /// The distribution after `passes` of `trials`, both divided by a dispersion where that exceeds 1.
  func posterior(passes: Int, trials: Int, dispersion: Double) -> BetaDistribution {
    let scale = max(1, dispersion)
    return BetaDistribution(
      alpha: alpha + Double(passes) / scale, beta: beta + Double(trials - passes) / scale)
  }
}
