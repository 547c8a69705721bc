import SpotCheckStatistics
import Testing

struct PoissonIntervalTests {
  @Test func theExactLimitsAreWhereTheTailsAreHalfTheRest() throws {
    let limits = PoissonInterval.interval(count: 7, level: 0.9, method: .exact)
    let lower = try #require(limits.lower)
    #expect(SpecialFunctions.incompleteGamma(lower, a: 7).isNear(0.05, within: 1e-12))
    #expect(SpecialFunctions.incompleteGammaComplement(limits.upper, a: 8).isNear(0.05, within: 1e-12))
  }

  @Test(arguments: PoissonMethod.allCases) func noEventsGiveALowerLimitOfZero(method: PoissonMethod) {
    let limits = PoissonInterval.interval(count: 0, level: 0.95, method: method)
    #expect(limits.lower == 0)
    #expect(limits.upper > 3.5 && limits.upper < 3.9)
  }

  @Test func byarIsNearTheExactInterval() throws {
    for count in [10, 100, 15_552_912] {
      let exact = PoissonInterval.interval(count: count, level: 0.95, method: .exact)
      let byar = PoissonInterval.interval(count: count, level: 0.95, method: .byar)
      #expect(try #require(byar.lower).isNear(try #require(exact.lower), within: 2e-3))
      #expect(byar.upper.isNear(exact.upper, within: 2e-3))
    }
  }

  @Test func aRateNeedsAnExposure() {
    #expect(PoissonInterval.rateInterval(count: 3, exposure: 0, level: 0.95, method: .exact) == nil)
    #expect(PoissonInterval.rateInterval(count: 3, exposure: -1, level: 0.95, method: .exact) == nil)
    let count = PoissonInterval.interval(count: 3, level: 0.95, method: .exact)
    let rate = PoissonInterval.rateInterval(count: 3, exposure: 4, level: 0.95, method: .exact)
    #expect(rate?.upper == count.upper / 4)
  }
}
