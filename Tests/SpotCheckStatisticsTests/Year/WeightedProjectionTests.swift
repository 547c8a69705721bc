import SpotCheckStatistics
import Testing

@Suite("Weighted projection")
struct WeightedProjectionTests {
  private typealias Stratum = WeightedProjection.Stratum

  /// Chances and 10 % and 90 % quantiles of 4 million draws of the same model, seed 1, NumPy.
  @Test("near the simulated chance, and less near with a small heavy stratum")
  func simulated() throws {
    let even = try #require(
      WeightedProjection(
        strata: [
          Stratum(weight: 0.3, passes: 290, trials: 300, remaining: 200),
          Stratum(weight: 0.7, passes: 380, trials: 400, remaining: 300),
        ], target: DecimalFraction(digits: 96, places: 2)))
    #expect((even.chanceMet - 0.1569).magnitude < 0.01)
    #expect((even.yearRate(quantile: 0.1) - 0.9474).magnitude < 0.001)
    #expect((even.yearRate(quantile: 0.9) - 0.9612).magnitude < 0.001)
    let heavy = try #require(
      WeightedProjection(
        strata: [
          Stratum(weight: 0.5, passes: 9, trials: 10, remaining: 10),
          Stratum(weight: 0.5, passes: 960, trials: 1000, remaining: 500),
        ], target: DecimalFraction(digits: 95, places: 2)))
    #expect((heavy.chanceMet - 0.3449).magnitude < 0.15)
  }

  @Test("settled by the least and greatest rates possible")
  func settled() throws {
    func projection(_ passes: Int, of trials: Int, _ remaining: Int) -> WeightedProjection? {
      WeightedProjection(
        strata: [
          Stratum(weight: 1, passes: passes, trials: trials, remaining: remaining),
          Stratum(weight: 1, passes: 9, trials: 10, remaining: 0),
        ], target: DecimalFraction(digits: 9, places: 1))
    }
    let secured = try #require(projection(98, of: 99, 5))
    #expect(secured.status == .secured && secured.chanceMet == 1)
    let unreachable = try #require(projection(0, of: 10, 5))
    #expect(unreachable.status == .unreachable && unreachable.chanceMet == 0)
    let closed = try #require(projection(9, of: 10, 0))
    #expect(closed.status == .secured && closed.requiredFutureRate == nil)
    #expect(closed.yearRate(quantile: 0.3) == closed.possible.upper)
  }

  @Test("strata without weight or samples take no part; with none left there is no projection")
  func missing() {
    let empty = Stratum(weight: 1, passes: 0, trials: 0, remaining: 0)
    let weightless = Stratum(weight: 0, passes: 5, trials: 9, remaining: 3)
    let target = DecimalFraction(digits: 9, places: 1)
    #expect(WeightedProjection(strata: [empty, weightless], target: target) == nil)
    let alone = Stratum(weight: 2, passes: 8, trials: 9, remaining: 3)
    #expect(
      WeightedProjection(strata: [empty, weightless, alone], target: target)
        == WeightedProjection(strata: [alone], target: target))
  }
}
