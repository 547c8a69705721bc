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
  /// Given the passes of both years together, those now are hypergeometric. Both p-values are 1 where one year
  /// has no trials; beyond ``FinitePopulationTest/largestPopulation`` units the score decides.
  public var fisher: (rise: Double, fall: Double) {
    guard isComparable else { return (1, 1) }
    let units = trialsBefore + trialsNow
    guard units <= FinitePopulationTest.largestPopulation else { return StratifiedTest.pValues([self]) }
    func atMost(_ count: Int, of marked: Int) -> Double {
      SpecialFunctions.hypergeometricCDF(
        UInt32(count), total: UInt32(units), marked: UInt32(marked), drawn: UInt32(trialsNow))
    }
    let failures = units - passesBefore - passesNow
    return (
      atMost(trialsNow - passesNow, of: failures), atMost(passesNow, of: passesBefore + passesNow)
    )
  }
}
