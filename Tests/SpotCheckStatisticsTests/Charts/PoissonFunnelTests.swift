import SpotCheckStatistics
import Testing

@Suite("Poisson funnel")
struct PoissonFunnelTests {
  @Test("no events have no lower limit and can only be too few")
  func noEvents() {
    #expect(PoissonFunnel.expectedLimits(observed: 0, tail: 0.025).lower == 0)
    #expect(
      [0, 1, 5, 8].map { PoissonFunnel.position(observed: 0, expected: $0) }
        == [.within, .within, .lowInner, .lowOuter])
  }

  @Test("exact and approximate limits meet at ten events")
  func seam() {
    let exact = PoissonFunnel.expectedLimits(observed: 10, tail: 0.025)
    #expect(PoissonFunnel.position(observed: 10, expected: exact.upper + 0.05) == .lowInner)
    #expect(PoissonFunnel.position(observed: 10, expected: exact.upper - 0.05) == .within)
    #expect(PoissonFunnel.position(observed: 10, expected: exact.lower - 0.05) == .highInner)
  }
}
