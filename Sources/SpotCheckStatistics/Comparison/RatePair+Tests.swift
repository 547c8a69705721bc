/// One-sided tests of a change between two rates.
extension RatePair {
  /// (p1 − p0) / √(p(1 − p)(1/n0 + 1/n1)), p the pooled rate; `nil` where that has no spread.
  public var pooledScore: Double? {
    guard let difference else { return nil }
    let before = Double(trialsBefore)
    let now = Double(trialsNow)
    let pooled = (Double(passesBefore) + Double(passesNow)) / (before + now)
    let variance = pooled * (1 - pooled) * (1 / before + 1 / now)
    return variance > 0 ? difference / variance.squareRoot() : nil
  }

  /// Fisher's exact p-values: small proves a rise, or a fall (Fisher 1935).
  ///
  /// Both are 1 where the counts leave no choice.
  public var fisher: (rise: Double, fall: Double) {
    StratifiedTest.exact([self])
  }
}
