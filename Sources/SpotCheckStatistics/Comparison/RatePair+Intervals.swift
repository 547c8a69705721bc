import Glibc

/// A lower and an upper limit for a difference of two rates, both in −1…1.
public struct DifferenceInterval: Hashable, Sendable {
  /// The lower limit.
  public var lower: Double
  /// The upper limit.
  public var upper: Double

  /// Creates an interval from its limits.
  public init(lower: Double, upper: Double) {
    self.lower = lower
    self.upper = upper
  }
}

/// Intervals for the difference, now less before; `level` lies strictly between 0 and 1.
extension RatePair {
  /// The hybrid of two Wilson intervals (Newcombe 1998, method 10); `nil` where one rate has no trials.
  ///
  /// d − √((p1 − l1)² + (u0 − p0)²) and d + √((u1 − p1)² + (p0 − l0)²).
  public func newcombeInterval(level: Double) -> DifferenceInterval? {
    guard let before = rateBefore, let now = rateNow,
      let wilsonBefore = BinomialInterval.interval(
        passes: passesBefore, trials: trialsBefore, level: level, method: .wilson),
      let wilsonNow = BinomialInterval.interval(
        passes: passesNow, trials: trialsNow, level: level, method: .wilson)
    else { return nil }
    func length(_ x: Double, _ y: Double) -> Double { (x * x + y * y).squareRoot() }
    return DifferenceInterval(
      lower: now - before - length(now - wilsonNow.lower, wilsonBefore.upper - before),
      upper: now - before + length(wilsonNow.upper - now, before - wilsonBefore.lower))
  }

  /// Wald's interval after two passes and two failures are added, one of each a year (Agresti & Caffo 2000).
  public func agrestiCaffoInterval(level: Double) -> DifferenceInterval {
    let sizes = (before: Double(trialsBefore) + 2, now: Double(trialsNow) + 2)
    let rates = (
      before: (Double(passesBefore) + 1) / sizes.before, now: (Double(passesNow) + 1) / sizes.now
    )
    let variance =
      rates.before * (1 - rates.before) / sizes.before + rates.now * (1 - rates.now) / sizes.now
    let margin = -SpecialFunctions.normalQuantile((1 - level) / 2) * variance.squareRoot()
    let difference = rates.now - rates.before
    return DifferenceInterval(lower: max(-1, difference - margin), upper: min(1, difference + margin))
  }

  /// The score interval with N/(N − 1) (Miettinen & Nurminen 1985); `nil` where one rate has no trials.
  ///
  /// The differences δ whose score |d − δ| / √V(δ) is at most z, V at the rates most likely under δ; the ends
  /// are found by halving, to 1e-15.
  public func miettinenNurminenInterval(level: Double) -> DifferenceInterval? {
    guard let difference else { return nil }
    let z = -SpecialFunctions.normalQuantile((1 - level) / 2)
    func end(toward limit: Double) -> Double {
      var kept = difference
      var open = limit
      if isWithin(z, ofDifference: open) { return open }
      while (open - kept).magnitude > 1e-15 {
        let middle = (open + kept) / 2
        guard middle != open, middle != kept else { break }
        if isWithin(z, ofDifference: middle) { kept = middle } else { open = middle }
      }
      return kept
    }
    return DifferenceInterval(lower: end(toward: -1), upper: end(toward: 1))
  }

  private func isWithin(_ z: Double, ofDifference delta: Double) -> Bool {
    guard let difference else { return false }
    let (before, now) = likeliestRates(differingBy: delta)
    let size = Double(trialsBefore) + Double(trialsNow)
    let variance =
      (now * (1 - now) / Double(trialsNow) + before * (1 - before) / Double(trialsBefore)) * size
      / (size - 1)
    let distance = difference - delta
    return distance * distance <= z * z * variance
  }

  /// The rates of greatest likelihood among those with now − before = `delta`.
  ///
  /// The root of a cubic in closed form (Miettinen & Nurminen 1985, appendix I, after Farrington & Manning 1990).
  private func likeliestRates(differingBy delta: Double) -> (before: Double, now: Double) {
    let now = Double(passesNow) / Double(trialsNow)
    let before = Double(passesBefore) / Double(trialsBefore)
    let ratio = Double(trialsBefore) / Double(trialsNow)
    let a = 1 + ratio
    let b = -(1 + ratio + now + ratio * before + delta * (ratio + 2))
    let c = delta * delta + delta * (2 * now + ratio + 1) + now + ratio * before
    let d = -now * delta * (1 + delta)
    let third = b / (3 * a)
    let v = third * third * third - b * c / (6 * a * a) + d / (2 * a)
    let root = max(0, third * third - c / (3 * a)).squareRoot()
    let u = v < 0 ? -root : root
    let cosine = u == 0 ? 0 : min(max(v / (u * u * u), -1), 1)
    let angle = (Double.pi + acos(cosine)) / 3
    let likeliest = min(max(2 * u * cos(angle) - third, max(0, delta)), min(1, 1 + delta))
    return (likeliest - delta, likeliest)
  }
}
