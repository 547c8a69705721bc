import Glibc

extension SequentialTest {
  /// The chance that a lot is accepted where items fail at a rate (Wald's approximation).
  ///
  ///     L = (Aʰ − 1) / (Aʰ − Bʰ), A = (1 − β)/α, B = β/(1 − α)
  ///
  /// with the h ≠ 0 for which p (p₁/p₀)ʰ + (1 − p) ((1 − p₁)/(1 − p₀))ʰ = 1: 1 at p₀, −1 at p₁. That the counts overshoot
  /// both lines by up to an item is neglected, so true risks are mostly a little smaller. Wald 1947.
  ///
  /// - Parameter rate: p, 0…1.
  /// - Returns: A probability.
  public func acceptance(at rate: Double) -> Double {
    guard rate > 0 else { return 1 }
    guard rate < 1 else { return 0 }
    let height = height(at: rate)
    let width = acceptanceIntercept + rejectionIntercept
    guard height != 0 else { return rejectionIntercept / width }
    let scale = -height.magnitude * logOddsRatio
    let chance = expm1(scale * rejectionIntercept) / expm1(scale * width)
    return height > 0 ? chance : chance * exp(scale * acceptanceIntercept)
  }

  /// ASN, the expected number of items inspected where items fail at a rate (Wald's approximation).
  ///
  ///     ASN = ((1 − L) h₂ − L h₁) / (p − s), at p = s: h₁ h₂ / (s (1 − s))
  ///
  /// - Parameter rate: p, 0…1.
  /// - Returns: A number of items, not necessarily whole.
  public func expectedItems(at rate: Double) -> Double {
    let accepted = acceptance(at: rate)
    let drift = rate - slope
    guard drift.magnitude > 1e-6 * slope else {
      return acceptanceIntercept * rejectionIntercept / (slope * (1 - slope))
    }
    return ((1 - accepted) * rejectionIntercept - accepted * acceptanceIntercept) / drift
  }

  /// h, on the scale on which it is 1 at p₀ and −1 at p₁; 0 where the rate is the slope.
  private func height(at rate: Double) -> Double {
    let (fall, rise) = (-slope * logOddsRatio, (1 - slope) * logOddsRatio)
    /// The log of the expected power of the likelihood ratio, over the power: it rises with the power, from or to
    /// the drift at 0.
    func slopeOfLog(_ power: Double) -> Double {
      guard power.magnitude > 1e-9 else { return rate * rise + (1 - rate) * fall }
      let largest = max(power * rise, power * fall)
      let mean = rate * exp(power * rise - largest) + (1 - rate) * exp(power * fall - largest)
      return (largest + log(mean)) / power
    }
    let drift = slopeOfLog(0)
    guard drift != 0 else { return 0 }
    var end = drift < 0 ? 1.0 : -1
    while end.magnitude < 1e6, (slopeOfLog(end) < 0) == (drift < 0) { end *= 2 }
    return RootFinding.root(from: 0, to: end, of: slopeOfLog)
  }
}
