import CSpotCheckBoostMath
import Glibc

/// Intervals whose limits are roots; passes are the rarer outcome.
extension RateSample {
  /// P(X > k) + P(X = k)/2 = tail at the lower limit, P(X < k) + P(X = k)/2 = tail at the upper.
  ///
  /// The roots lie between the exact limits of neighbouring counts.
  func midP(tail: Double) -> RateInterval {
    guard passes > 0 else { return RateInterval(lower: 0, upper: -expm1(log(2 * tail) / n)) }
    let lower = RootFinding.root(
      from: BinomialInterval.exactLower(passes, trials, tail: tail),
      to: BinomialInterval.exactLower(passes + 1, trials, tail: tail)
    ) { rate in
      (spotcheck_ibeta(k, n - k + 1, rate) + spotcheck_ibeta(k + 1, n - k, rate)) / 2 - tail
    }
    let upper = RootFinding.root(
      from: BinomialInterval.exactUpper(passes - 1, trials, tail: tail),
      to: BinomialInterval.exactUpper(passes, trials, tail: tail)
    ) { rate in
      (spotcheck_ibetac(k, n - k + 1, rate) + spotcheck_ibetac(k + 1, n - k, rate)) / 2 - tail
    }
    return RateInterval(lower: lower, upper: upper)
  }

  /// 2k log(p̂/θ) + 2(n − k) log((1 − p̂)/(1 − θ)) = z² at both limits.
  func likelihoodRatio(tail: Double) -> RateInterval {
    let z = -SpecialFunctions.normalQuantile(tail)
    guard passes > 0 else { return RateInterval(lower: 0, upper: -expm1(-z * z / (2 * n))) }
    func excess(_ other: Double) -> Double { deviance(at: other) - z * z }
    return RateInterval(
      lower: RootFinding.root(from: .leastNormalMagnitude, to: rate, of: excess),
      upper: RootFinding.root(from: rate, to: 1 - .ulpOfOne, of: excess))
  }

  /// Equal densities at both limits, with 2 · tail of the posterior outside.
  func highestDensity(tail: Double) -> RateInterval {
    let posterior = BetaDistribution.jeffreys.posterior(passes: passes, trials: trials)
    let outside = 2 * tail
    guard passes > 0 else { return RateInterval(lower: 0, upper: posterior.upperQuantile(outside)) }
    func logDensity(_ rate: Double) -> Double {
      (posterior.alpha - 1) * log(rate) + (posterior.beta - 1) * log1p(-rate)
    }
    let below = RootFinding.root(from: outside * 1e-9, to: outside * (1 - 1e-9)) { below in
      logDensity(posterior.quantile(below)) - logDensity(posterior.upperQuantile(outside - below))
    }
    return RateInterval(
      lower: posterior.quantile(below), upper: posterior.upperQuantile(outside - below))
  }

  /// Twice the log-likelihood lost at another rate.
  private func deviance(at other: Double) -> Double {
    let difference = rate - other
    return 2 * (k * log1p(difference / other) + (n - k) * log1p(-difference / (1 - other)))
  }
}
