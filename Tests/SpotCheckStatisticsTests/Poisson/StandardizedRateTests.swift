import SpotCheckStatistics
import Testing

struct StandardizedRateTests {
  @Test func oneStratumIsItsCrudeRateWithByarsLimits() throws {
    let rate = try #require(StandardizedRate(counts: [20], exposures: [400], weights: [7]))
    let plain = try #require(
      PoissonInterval.rateInterval(count: 20, exposure: 400, level: 0.95, method: .byar))
    let limits = try #require(rate.interval(level: 0.95))
    #expect(rate.rate.isNear(0.05))
    #expect(limits.upper.isNear(plain.upper, within: 1e-12))
    #expect(try #require(limits.lower).isNear(try #require(plain.lower), within: 1e-12))
  }

  @Test func whatHasNoRateIsNil() throws {
    #expect(StandardizedRate(counts: [1], exposures: [0], weights: [1]) == nil)
    #expect(StandardizedRate(counts: [1], exposures: [5], weights: [0]) == nil)
    #expect(StandardizedRate(counts: [], exposures: [], weights: []) == nil)
    let none = try #require(StandardizedRate(counts: [0, 0], exposures: [5, 6], weights: [1, 2]))
    #expect(none.rate == 0)
    #expect(none.interval(level: 0.95) == nil)
  }
}
