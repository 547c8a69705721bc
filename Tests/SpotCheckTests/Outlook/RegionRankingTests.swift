@testable import SpotCheck
import SpotCheckIngest
import SpotCheckStatistics
import Testing

@Suite("Region ranking")
struct RegionRankingTests {
  private static func ranking(
    _ counts: [(String, Int, Int)], _ change: (inout Plan) -> Void = { _ in }
  ) throws -> RegionRanking? {
    var builder = SurveyBuilder(["region"])
    for (region, passes, trials) in counts { builder.add(region, in: "2024-03", passes, of: trials) }
    return try OutlookFixture.outlook(builder, change).rankings.first
  }

  private static let counts = [
    ("a", 9_900, 10_000), ("b", 9_500, 10_000), ("c", 9_000, 10_000), ("d", 3, 3), ("e", 0, 0),
  ]

  @Test("ranks, medians and grades; a region without units has none")
  func ranks() throws {
    let ranking = try #require(try Self.ranking(Self.counts))
    #expect(ranking.entries.map(\.region) == ["a", "b", "c", "d"])
    #expect(ranking.confidence == 0.95)
    #expect(
      ranking.entries.map(\.ranks) == [
        RankInterval(best: 1, worst: 2), RankInterval(best: 2, worst: 3), RankInterval(best: 3, worst: 4),
        RankInterval(best: 1, worst: 4),
      ])
    #expect(ranking.entries.map(\.grade) == [.upper, .undecided, .undecided, .undecided])
    let limits = BinomialInterval.interval(
      passes: 9_900, trials: 10_000, level: 1 - 0.05 / 4, method: .clopperPearson)
    #expect(ranking.entries[0].limits == limits)
    #expect(
      ranking.entries.prefix(3).map(\.medianRank) == ranking.entries.prefix(3).map(\.medianRank).sorted())
  }

  @Test("where few failures are wanted the order is the same; where many are, it is turned round")
  func measures() throws {
    let plain = try #require(try Self.ranking(Self.counts))
    let failures = try #require(
      try Self.ranking(Self.counts) {
        $0.indicators[0].measure = .failRate
        $0.indicators[0].comparison = .atMost
        $0.indicators[0].targets = [2024: DecimalFraction(digits: 4, places: 2)]
      })
    #expect(failures.entries == plain.entries)
    let turned = try #require(
      try Self.ranking(Self.counts) {
        $0.indicators[0].measure = .failRate
        $0.indicators[0].comparison = .atLeast
        $0.indicators[0].targets = [2024: DecimalFraction(digits: 4, places: 2)]
      })
    #expect(turned.entries[2].ranks == RankInterval(best: 1, worst: 2))
    #expect(turned.entries[2].limits.upper == plain.entries[2].limits.upper)
  }

  @Test("fewer than three regions have no grade; one alone is the first")
  func few() throws {
    let two = try #require(try Self.ranking([("a", 9, 10), ("b", 8, 10)]))
    #expect(two.entries.map(\.grade) == [nil, nil])
    let one = try #require(try Self.ranking([("a", 9, 10)]))
    #expect(one.entries[0].ranks == RankInterval(best: 1, worst: 1) && one.entries[0].medianRank == 1)
  }

  @Test("a weighted rate is ranked by its weights, with the limits of the gamma method")
  func weighted() throws {
    var builder = SurveyBuilder()
    for region in ["a", "b"] {
      builder.add(region, "甲", in: "2024-03", region == "a" ? 990 : 900, of: 1000)
      builder.add(region, "乙", in: "2024-03", region == "a" ? 70 : 99, of: 100)
    }
    let keys = ["甲", "乙"].map { DimensionKey(levels: [$0]) }
    let ranking = try #require(
      try OutlookFixture.outlook(builder) { plan in
        plan.indicators[0].weights = Indicator.Weights(
          dimension: "category",
          values: [
            keys[0]: DecimalFraction(digits: 1, places: 1), keys[1]: DecimalFraction(digits: 9, places: 1),
          ])
      }.rankings.first)
    #expect(ranking.entries.map(\.medianRank) == [2, 1])
    let limits = WeightedRate.evidence(
      weights: [0.9, 0.1], trials: [100, 1000], passes: [99, 900], target: 0.96, level: 1 - 0.05 / 2)?
      .interval
    #expect((ranking.entries[1].limits.lower - (limits?.lower ?? 0)).magnitude < 1e-12)
  }
}
