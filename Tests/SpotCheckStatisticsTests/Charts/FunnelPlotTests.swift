import SpotCheckStatistics
import Testing

@Suite("Funnel plot")
struct FunnelPlotTests {
  @Test("on a limit is within; the outer limits decide first")
  func positions() {
    let inner = RateInterval(lower: 0.4, upper: 0.6)
    let outer = RateInterval(lower: 0.3, upper: 0.7)
    #expect(
      [0.2, 0.3, 0.35, 0.4, 0.5, 0.6, 0.65, 0.7, 0.8].map {
        FunnelPosition(of: $0, inner: inner, outer: outer)
      }
        == [
          .lowOuter, .lowInner, .lowInner, .within, .within, .within, .highInner, .highInner, .highOuter,
        ])
  }

  @Test("units of one rate have no variance, and limits as without it")
  func homogeneous() throws {
    let funnel = try #require(FunnelDispersion(passes: [96, 192, 0, 480], trials: [100, 200, 0, 500]))
    #expect(funnel.variance == 0 && funnel.dispersion < 1e-20)
    #expect(funnel.zScores[2] == nil)
  }

  @Test(
    "one unit, all passing, none passing: no variance",
    arguments: [([5], [9]), ([3, 4], [3, 4]), ([0], [4])])
  func degenerate(passes: [Int], trials: [Int]) throws {
    #expect(try #require(FunnelDispersion(passes: passes, trials: trials)).variance == 0)
  }

  @Test("no funnel without trials")
  func none() {
    #expect(FunnelDispersion(passes: [0, 0], trials: [0, 0]) == nil)
  }

  @Test("limits stay within 0…1 and widen with the variance")
  func limits() {
    let narrow = FunnelPlot.arcsineLimits(center: 0.98, trials: 20, z: FunnelPlot.outer)
    let wide = FunnelPlot.arcsineLimits(center: 0.98, trials: 20, z: FunnelPlot.outer, variance: 0.01)
    #expect(narrow.upper == 1 && wide.lower < narrow.lower)
    let certain = FunnelPlot.arcsineLimits(center: 1, trials: 20, z: 3)
    #expect(certain.upper == 1 && certain.lower < 1)
  }
}
