import SpotCheckStatistics
import Testing

@Suite struct SameScopeChangeTests {
  private func pair(_ k0: Int, _ n0: Int, _ k1: Int, _ n1: Int) -> RatePair {
    RatePair(passesBefore: k0, trialsBefore: n0, passesNow: k1, trialsNow: n1)
  }

  @Test func effectsSumToTheCrudeChange() throws {
    let strata = [pair(3546, 3600, 1589, 1600), pair(372, 400, 2292, 2400)]
    let change = try #require(SameScopeChange(strata))
    let crude = Double(1589 + 2292) / 4000 - Double(3546 + 372) / 4000
    #expect(abs(change.rateEffect + change.mixEffect - crude) < 1e-14)
    #expect(change.heldDifference > 0 && crude < 0)
  }

  @Test func strataOfOneYearAreLeftOut() throws {
    let change = try #require(SameScopeChange([pair(5, 10, 8, 10), pair(0, 0, 1, 1), pair(9, 9, 0, 0)]))
    #expect(change.strata == 1)
    #expect(abs(change.heldDifference - 0.3) < 1e-15)
    #expect(SameScopeChange([pair(0, 0, 1, 1)]) == nil)
    #expect(SameScopeChange([]) == nil)
  }
}
