import SpotCheckStatistics
import Testing

@Suite("Year-end projection")
struct YearEndProjectionTests {
  private static let target = DecimalFraction(digits: 936, places: 3)

  @Test("what is needed is exact where doubles are not")
  func exactNeed() {
    let done = YearEndProjection(passes: 1989, trials: 2000, remaining: 125, target: Self.target)
    #expect(done.need == 0)
    #expect(done.status == .secured)
    #expect(done.chanceMet == 1)
  }

  @Test(
    "with nothing to come the year is settled",
    arguments: [(936, ProjectionStatus.secured, 1.0), (935, .unreachable, 0)])
  func nothingToCome(passes: Int, status: ProjectionStatus, chance: Double) {
    let projection = YearEndProjection(passes: passes, trials: 1000, remaining: 0, target: Self.target)
    #expect(projection.status == status)
    #expect(projection.chanceMet == chance && projection.chanceAtRateSoFar == chance)
    #expect(projection.requiredFutureRate == nil)
    #expect(projection.expectedRate == Double(passes) / 1000)
  }

  @Test("before the first sample the prior alone speaks")
  func nothingYet() {
    let projection = YearEndProjection(passes: 0, trials: 0, remaining: 10, target: Self.target)
    #expect(projection.status == .open)
    #expect(projection.need == 10)
    #expect(projection.chanceAtRateSoFar == nil)
    #expect(projection.chanceMet > 0.1 && projection.chanceMet < 0.3)
    let none = YearEndProjection(passes: 0, trials: 0, remaining: 0, target: Self.target)
    #expect(none.expectedRate == nil && none.yearRate(quantile: 0.5) == nil)
  }

  @Test("restless months make a likely outcome less so, and change nothing that is counted")
  func dispersion() {
    func projection(_ dispersion: Double) -> YearEndProjection {
      YearEndProjection(
        passes: 950, trials: 1000, remaining: 1000, target: Self.target, dispersion: dispersion)
    }
    #expect(projection(4).need == projection(1).need)
    #expect(projection(4).chanceMet < projection(1).chanceMet)
    #expect(projection(0.25) == projection(1))
  }
}
