import CSpotCheckBoostMath

/// The strata of a weighted rate that have both weight and trials, their weights scaled to sum to 1.
struct Strata {
  /// One stratum: weight W_h, trials n_h, passes k_h.
  struct Stratum {
    let weight: Double
    let trials: Int
    let passes: Int
    var failures: Int { trials - passes }
    /// w_h = W_h/n_h, what one unit counts.
    var unitWeight: Double { weight / Double(trials) }
    var rate: Double { Double(passes) / Double(trials) }
  }

  let strata: [Stratum]
  /// The share of all weight that these strata hold.
  let weightCovered: Double

  init?(weights: [Double], trials: [Int], passes: [Int]) {
    precondition(
      weights.count == trials.count && trials.count == passes.count, "arrays of unequal length")
    precondition(weights.allSatisfy { $0 >= 0 && $0.isFinite }, "a weight is finite and at least 0")
    let present = weights.indices.filter { weights[$0] > 0 && trials[$0] > 0 }
    let covered = present.reduce(0) { $0 + weights[$1] }
    guard covered > 0 else { return nil }
    self.strata = present.map {
      Stratum(weight: weights[$0] / covered, trials: trials[$0], passes: passes[$0])
    }
    self.weightCovered = present.count == weights.count ? 1 : covered / weights.reduce(0, +)
  }

  var rate: Double { 1 - failureRate }
  var trials: Int { strata.reduce(0) { $0 + $1.trials } }
  var passes: Int { strata.reduce(0) { $0 + $1.passes } }

  /// y = Σ w x.
  var failureRate: Double { strata.reduce(0) { $0 + $1.unitWeight * Double($1.failures) } }
  /// v = Σ w² x.
  var failureVariance: Double {
    strata.reduce(0) { $0 + $1.unitWeight * $1.unitWeight * Double($1.failures) }
  }
  /// M = max w.
  var maximumUnitWeight: Double { strata.reduce(0) { max($0, $1.unitWeight) } }

  /// Whether every unit counts the same, so that the weighted rate is the plain one.
  var isSelfWeighting: Bool {
    let greatest = maximumUnitWeight
    return strata.allSatisfy { greatest - $0.unitWeight <= 1e-12 * greatest }
  }

  func gammaEvidence(target: Target, level: Double) -> WeightedEvidence {
    let y = failureRate
    let v = failureVariance
    let heaviest = maximumUnitWeight
    let upper = Gamma(mean: y + heaviest, variance: v + heaviest * heaviest)
    let lower = y > 0 ? Gamma(mean: y, variance: v) : nil
    func lowerLimit(_ tail: Double) -> Double { max(0, 1 - upper.quantile(above: tail)) }
    func upperLimit(_ tail: Double) -> Double { lower.map { max(0, 1 - $0.quantile(below: tail)) } ?? 1 }
    return WeightedEvidence(
      estimator: .gamma, rate: rate, failureRate: y, variance: v, maximumUnitWeight: heaviest,
      pMet: upper.probability(above: target.complement),
      pShortfall: lower?.probability(below: target.complement) ?? 1,
      lowerBound: lowerLimit(1 - level), upperBound: upperLimit(1 - level),
      interval: RateInterval(lower: lowerLimit((1 - level) / 2), upper: upperLimit((1 - level) / 2)),
      weightCovered: weightCovered)
  }

  func exactEvidence(target: Target, level: Double) -> WeightedEvidence {
    func bounds(_ level: Double) -> RateInterval {
      RateInterval(
        lower: BinomialInterval.lowerBound(passes: passes, trials: trials, level: level) ?? 0,
        upper: BinomialInterval.upperBound(passes: passes, trials: trials, level: level) ?? 1)
    }
    let oneSided = bounds(level)
    let p = BetaLadder(alpha: 0, beta: 1, target: target).tails(passes, of: trials)
    return WeightedEvidence(
      estimator: .exactBinomial, rate: Double(passes) / Double(trials), failureRate: failureRate,
      variance: failureVariance, maximumUnitWeight: maximumUnitWeight,
      pMet: p.atLeast, pShortfall: p.atMost, lowerBound: oneSided.lower, upperBound: oneSided.upper,
      interval: bounds((1 + level) / 2),
      weightCovered: weightCovered)
  }
}

/// A gamma distribution by its mean and variance: shape m²/v, scale v/m.
private struct Gamma {
  let shape: Double
  let scale: Double

  init(mean: Double, variance: Double) {
    self.shape = mean * mean / variance
    self.scale = variance / mean
  }

  func probability(below x: Double) -> Double { spotcheck_gamma_p(shape, x / scale) }
  func probability(above x: Double) -> Double { spotcheck_gamma_q(shape, x / scale) }
  func quantile(below p: Double) -> Double { scale * spotcheck_gamma_p_inv(shape, p) }
  func quantile(above q: Double) -> Double { scale * spotcheck_gamma_q_inv(shape, q) }
}
