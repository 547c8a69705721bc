@testable import SpotCheck
import SpotCheckIngest
import SpotCheckStatistics
import Testing

@Suite("Region funnel")
struct RegionFunnelTests {
  private static func funnel(
    _ counts: [(String, Int, Int)], _ change: (inout Plan) -> Void = { _ in }
  ) throws -> RegionFunnel? {
    var builder = SurveyBuilder(["region"])
    for (region, passes, trials) in counts { builder.add(region, in: "2024-03", passes, of: trials) }
    let funnels = try OutlookFixture.outlook(builder, change).funnels
    #expect(funnels.count <= 1)
    return funnels.first
  }

  @Test("limits are around the target, the variance between regions is around the pooled rate")
  func target() throws {
    let counts = (0..<10).map { ("r\($0)", 450, 500) }
    let funnel = try #require(try Self.funnel(counts))
    #expect(funnel.target == 0.96 && (funnel.center - 0.9).magnitude < 1e-12)
    #expect(funnel.variance == 0)
    #expect(funnel.points.allSatisfy { $0.position == .lowOuter && $0.plainPosition == .lowOuter })
    #expect(
      funnel.points[0].limits.inner
        == FunnelPlot.arcsineLimits(center: 0.96, trials: 500, z: FunnelPlot.inner))
  }

  @Test("regions that differ for reasons of their own widen the limits")
  func overdispersed() throws {
    let counts = (0..<12).map { ("r\($0)", 1800 + 15 * $0, 2000) }
    let funnel = try #require(try Self.funnel(counts))
    #expect(funnel.variance > 0 && funnel.dispersion > 2)
    let first = try #require(funnel.points.first)
    #expect(first.plainPosition == .lowOuter && first.position != .lowOuter)
  }

  @Test("the curve runs from the fewest units to the most, ascending, each once")
  func curve() throws {
    let funnel = try #require(try Self.funnel([("a", 9, 10), ("b", 90_000, 100_000), ("c", 0, 0)]))
    let sizes = funnel.curve.map(\.trials)
    #expect(sizes.first == 10 && sizes.last == 100_000 && sizes.count <= 48)
    #expect(zip(sizes, sizes.dropFirst()).allSatisfy { $0 < $1 })
    #expect(funnel.points.map(\.region) == ["a", "b"])
    let alone = try #require(try Self.funnel([("a", 9, 10)]))
    #expect(alone.curve.map(\.trials) == [10] && alone.variance == 0)
  }

  @Test("a region with a target of its own lies in a funnel of its own")
  func overrides() throws {
    let funnel = try #require(
      try Self.funnel([("a", 900, 1000), ("b", 900, 1000)]) {
        $0.indicators[0].overrides = [
          .init(region: "b", targets: [2024: DecimalFraction(digits: 9, places: 1)])
        ]
      })
    #expect(funnel.points.map(\.position) == [.lowOuter, .within])
    #expect(funnel.points.map(\.target) == [0.96, 0.9])
  }

  @Test("without a target there is no funnel")
  func none() throws {
    #expect(
      try Self.funnel([("a", 9, 10)]) {
        $0.indicators[0].targets = [2023: DecimalFraction(digits: 9, places: 1)]
      } == nil)
  }
}
