import SpotCheckStatistics
import Testing

@Suite("Rank intervals")
struct RankIntervalTests {
  @Test("limits apart give ranks, limits that overlap or touch share them")
  func limits() {
    let ranks = RankInterval.of([
      RateInterval(lower: 0.9, upper: 0.95), RateInterval(lower: 0.5, upper: 0.6),
      RateInterval(lower: 0.6, upper: 0.8), RateInterval(lower: 0, upper: 1),
    ])
    #expect(
      ranks == [
        RankInterval(best: 1, worst: 2), RankInterval(best: 2, worst: 4), RankInterval(best: 2, worst: 4),
        RankInterval(best: 1, worst: 4),
      ])
  }

  @Test("the definition, counted pair by pair")
  func definition() {
    let passes = [480, 95, 3, 0, 880, 199, 45]
    let trials = [500, 100, 3, 0, 1000, 200, 50]
    let ranks = RankInterval.simultaneous(passes: passes, trials: trials, level: 0.95)
    let limits = trials.indices.map { unit in
      BinomialInterval.interval(
        passes: passes[unit], trials: trials[unit], level: 1 - 0.05 / 7, method: .clopperPearson)
        ?? RateInterval(lower: 0, upper: 1)
    }
    for (unit, rank) in ranks.enumerated() {
      #expect(rank.best == 1 + limits.count { $0.lower > limits[unit].upper })
      #expect(rank.worst == limits.count - limits.count { $0.upper < limits[unit].lower })
    }
    #expect(ranks[3] == RankInterval(best: 1, worst: 7))
  }

  @Test("three of three may have any rank; with ever more trials ranks become certain")
  func size() {
    #expect(
      RankInterval.simultaneous(passes: [3, 950], trials: [3, 1000], level: 0.95)[0]
        == RankInterval(best: 1, worst: 2))
    #expect(
      RankInterval.simultaneous(passes: [99_000, 95_000], trials: [100_000, 100_000], level: 0.95)
        == [RankInterval(best: 1, worst: 1), RankInterval(best: 2, worst: 2)])
    #expect(RankInterval.simultaneous(passes: [], trials: [], level: 0.95).isEmpty)
  }

  @Test(
    "a grade is decided where no cut-off lies inside",
    arguments: [(1, 3, 1), (1, 4, nil), (4, 6, 2), (7, 9, 3), (3, 4, nil), (1, 9, nil)])
  func grades(best: Int, worst: Int, grade: Int?) {
    #expect(RankInterval(best: best, worst: worst).grade(among: 9, parts: 3) == grade)
  }
}
