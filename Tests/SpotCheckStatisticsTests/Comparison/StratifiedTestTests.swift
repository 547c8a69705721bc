import SpotCheckStatistics
import Testing

@Suite struct StratifiedTestTests {
  private func pair(_ k0: Int, _ n0: Int, _ k1: Int, _ n1: Int) -> RatePair {
    RatePair(passesBefore: k0, trialsBefore: n0, passesNow: k1, trialsNow: n1)
  }

  @Test func oneStratumIsFishersTest() {
    let p = StratifiedTest.exact([pair(48, 80, 56, 70)])
    #expect(abs(p.rise - 0.006324711129898369) < 1e-14)
    let hypergeometric = SpecialFunctions.hypergeometricCDF(56, total: 150, marked: 104, drawn: 70)
    #expect(abs(p.fall - hypergeometric) < 1e-13)
  }

  @Test func bothYearsInOneOrderMirrorTheOther() {
    let strata = [pair(118, 120, 129, 130), pair(55, 60, 86, 90), pair(297, 300, 279, 280)]
    let mirrored = strata.map { pair($0.passesNow, $0.trialsNow, $0.passesBefore, $0.trialsBefore) }
    let p = StratifiedTest.exact(strata)
    let q = StratifiedTest.exact(mirrored)
    #expect(abs(p.rise - q.fall) < 1e-13 && abs(p.fall - q.rise) < 1e-13)
  }

  @Test func strataOfOneYearSayNothing() {
    let strata = [pair(45, 50, 50, 50), pair(0, 0, 7, 9), pair(3, 3, 0, 0)]
    #expect(StratifiedTest.exact(strata) == StratifiedTest.exact([strata[0]]))
    #expect(StratifiedTest.score(strata) == StratifiedTest.score([strata[0]]))
    #expect(StratifiedTest.pValues(Array(strata.dropFirst())) == (1, 1))
    #expect(StratifiedTest.pValues([]) == (1, 1))
    #expect(StratifiedTest.score([pair(5, 5, 6, 6)]) == nil)
  }

  @Test func aFallsAttainableLevelIsTheGreatestPValueWithinIt() {
    let strata = [pair(48, 80, 56, 70)]
    let levels = (34...70).map { StratifiedTest.exact([pair(104 - $0, 80, $0, 70)]).fall }
    let expected = levels.filter { $0 <= 0.1 }.max() ?? 0
    #expect(abs(StratifiedTest.attainableFall(strata, level: 0.1) - expected) < 1e-12 && expected > 0.03)
    #expect(StratifiedTest.attainableFall([pair(5, 5, 6, 6)], level: 0.1) == 0)
    #expect(StratifiedTest.attainableFall([], level: 0.1) == 0)
    #expect(StratifiedTest.attainableFall([pair(9_000, 15_000, 9_200, 15_000)], level: 0.1) == 0.1)
  }

  @Test func largeTablesGoByTheScoreAndAgreeWithTheExactTest() {
    let large = [pair(9_000, 15_000, 9_200, 15_000)]
    let byScore = StratifiedTest.pValues(large)
    #expect(byScore.rise == SpecialFunctions.normalCDF(-(StratifiedTest.score(large) ?? 0)))
    #expect(abs(byScore.rise / StratifiedTest.exact(large).rise - 1) < 0.05)
  }
}
