import SpotCheckStatistics
import Testing

@Suite struct RatePairTestsTests {
  @Test(
    "Fisher's test is the exact test of one stratum",
    arguments: [(48, 80, 56, 70), (0, 5, 3, 7), (5, 5, 7, 7), (300, 310, 250, 290), (1, 1, 0, 1)])
  func fisher(k0: Int, n0: Int, k1: Int, n1: Int) {
    let pair = RatePair(passesBefore: k0, trialsBefore: n0, passesNow: k1, trialsNow: n1)
    let exact = StratifiedTest.exact([pair])
    #expect(abs(pair.fisher.rise - exact.rise) < 1e-12 && abs(pair.fisher.fall - exact.fall) < 1e-12)
  }

  @Test func vastCountsGoByTheScore() {
    let half = FinitePopulationTest.largestPopulation
    let pair = RatePair(
      passesBefore: half - 9000, trialsBefore: half, passesNow: half - 8000, trialsNow: half)
    #expect(pair.fisher == StratifiedTest.pValues([pair]))
    #expect(pair.fisher.rise < 1e-12)
  }

  @Test func ratesThatCannotVaryHaveNoScore() {
    #expect(RatePair(passesBefore: 5, trialsBefore: 5, passesNow: 6, trialsNow: 6).pooledScore == nil)
    #expect(RatePair(passesBefore: 0, trialsBefore: 5, passesNow: 0, trialsNow: 6).pooledScore == nil)
  }
}
