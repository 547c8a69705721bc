import Glibc

/// How an interval for a proportion from a design is made; t has the design's degrees of freedom.
public enum SurveyIntervalMethod: String, Hashable, Sendable, CaseIterable {
  /// p ∓ t·se, cut at 0 and 1.
  case mean
  /// log(p/(1 − p)) ∓ t·se/(p(1 − p)).
  case logit
  /// sin⁻¹√p ∓ t·se/(2√(p(1 − p))).
  case arcsine = "asin"
  /// Clopper–Pearson at the effective size, times (t_{n−1}/t)² (Korn & Graubard 1998).
  case beta
  /// Wilson's at the effective size, with t for z (Dean & Pagano 2015).
  case wilson
  /// Where the likelihood at the effective size falls by t²/2 (Rao & Scott 1984).
  case likelihood
}

extension SurveyEstimate {
  /// p(1 − p)/v, the size of a simple random sample of equal variance; `nil` without variance.
  public var effectiveSize: Double? {
    variance > 0 && value > 0 && value < 1 ? value * (1 - value) / variance : nil
  }

  /// An interval for a proportion.
  ///
  /// - Parameters:
  ///   - method: How it is made.
  ///   - level: The confidence, strictly between 0 and 1.
  /// - Returns: `nil` where the proportion is 0 or 1 or has no variance, or without degrees of freedom:
  ///   a design says nothing there.
  public func proportionInterval(_ method: SurveyIntervalMethod, level: Double) -> RateInterval? {
    guard let size = effectiveSize, degreesOfFreedom > 0, sampleSize > 1 else { return nil }
    let tail = (1 + level) / 2
    let t = SpecialFunctions.studentQuantile(tail, freedom: Double(degreesOfFreedom))
    switch method {
    case .mean:
      return RateInterval(
        lower: max(0, value - t * standardError), upper: min(1, value + t * standardError))
    case .logit:
      let reach = t * standardError / (value * (1 - value))
      let logit = log(value / (1 - value))
      return RateInterval(
        lower: GroupedCounts.rate(logit - reach), upper: GroupedCounts.rate(logit + reach))
    case .arcsine:
      let angles = arcsineLimits(t)
      let ends = (sin(max(0, angles.lower)), sin(min(.pi / 2, angles.upper)))
      return RateInterval(lower: ends.0 * ends.0, upper: ends.1 * ends.1)
    case .beta:
      let scale = SpecialFunctions.studentQuantile(tail, freedom: Double(sampleSize - 1)) / t
      let n = size * scale * scale
      let (a, b) = (n * value, n * (1 - value))
      return RateInterval(
        lower: SpecialFunctions.inverseIncompleteBeta(1 - tail, a: a, b: b + 1),
        upper: SpecialFunctions.inverseIncompleteBetaComplement(1 - tail, a: a + 1, b: b))
    case .wilson:
      return BinomialInterval.wilson(passes: value * size, trials: size, z: t)
    case .likelihood:
      return RateInterval(
        lower: likelihoodLimit(t, size, below: true), upper: likelihoodLimit(t, size, below: false))
    }
  }

  /// sin⁻¹√p ∓ t·se/(2√(p(1 − p))), which may pass 0 and π/2.
  func arcsineLimits(_ t: Double) -> (lower: Double, upper: Double) {
    let angle = asin(value.squareRoot())
    let reach = t * standardError / (2 * (value * (1 - value)).squareRoot())
    return (angle - reach, angle + reach)
  }

  /// The square root of twice the likelihood lost at p; over the quasi-binomial dispersion n/(n − 1).
  func signedRoot(_ p: Double, effectiveSize: Double) -> Double {
    let information = effectiveSize * (1 - 1 / Double(sampleSize))
    let lost = value * log(value / p) + (1 - value) * log1p((p - value) / (1 - p))
    return (2 * information * max(0, lost)).squareRoot() * (p < value ? -1 : 1)
  }

  /// The p on one side of the estimate at which the signed root is ∓t, by bisection on the logit.
  private func likelihoodLimit(_ t: Double, _ size: Double, below: Bool) -> Double {
    let logit = log(value / (1 - value))
    var (near, far) = (logit, logit + (below ? -1 : 1))
    func reaches(_ logit: Double) -> Bool {
      signedRoot(GroupedCounts.rate(logit), effectiveSize: size).magnitude >= t
    }
    while far.magnitude < 700, !reaches(far) { far += far - logit }
    for _ in 0..<80 {
      let middle = (near + far) / 2
      if reaches(middle) { far = middle } else { near = middle }
    }
    return GroupedCounts.rate((near + far) / 2)
  }
}
