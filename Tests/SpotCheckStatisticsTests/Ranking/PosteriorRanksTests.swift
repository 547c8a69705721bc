import SpotCheckStatistics
import Testing

@Suite("Posterior ranks")
struct PosteriorRanksTests {
  private static func unit(_ passes: Int, of trials: Int) -> [PosteriorRanks.Stratum] {
    [PosteriorRanks.Stratum(rate: BetaDistribution.jeffreys.posterior(passes: passes, trials: trials))]
  }

  @Test("many trials rank as the rates do, and three of three is not the first for certain")
  func ranks() {
    let units = [Self.unit(9_000, of: 10_000), Self.unit(9_900, of: 10_000), Self.unit(9_500, of: 10_000)]
    #expect(PosteriorRanks.medians(of: units) == [3, 1, 2])
    #expect(PosteriorRanks.medians(of: units + [Self.unit(3, of: 3)])[3] > 1)
  }

  @Test("the same seed gives the same ranks, and a unit alone is the first")
  func seeded() {
    let units = (0..<20).map { Self.unit(90 + $0 % 7, of: 100) }
    #expect(PosteriorRanks.medians(of: units, seed: 1) == PosteriorRanks.medians(of: units, seed: 1))
    #expect(PosteriorRanks.medians(of: [Self.unit(1, of: 2)]) == [1])
    #expect(PosteriorRanks.medians(of: []).isEmpty)
  }

  @Test("a heavy stratum decides")
  func weights() {
    let good = BetaDistribution(alpha: 990, beta: 10)
    let bad = BetaDistribution(alpha: 500, beta: 500)
    typealias Stratum = PosteriorRanks.Stratum
    let ranks = PosteriorRanks.medians(of: [
      [Stratum(weight: 9, rate: bad), Stratum(weight: 1, rate: good)],
      [Stratum(weight: 1, rate: bad), Stratum(weight: 9, rate: good)],
    ])
    #expect(ranks == [2, 1])
  }

  @Test(
    "draws have the mean and variance of their distribution",
    arguments: [(0.5, 0.5), (960.5, 40.5), (3.5, 0.5), (0.01, 2)])
  func moments(alpha: Double, beta: Double) {
    let distribution = BetaDistribution(alpha: alpha, beta: beta)
    var generator = SplitMix64(seed: 11)
    let draws = (0..<20_000).map { _ in distribution.draw(using: &generator) }
    let mean = draws.reduce(0, +) / 20_000
    let variance = draws.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / 20_000
    #expect((mean - distribution.mean).magnitude < 5 * (distribution.variance / 20_000).squareRoot())
    #expect((variance / distribution.variance - 1).magnitude < 0.25)
  }
}
