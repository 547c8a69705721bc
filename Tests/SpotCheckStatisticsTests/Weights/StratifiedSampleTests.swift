import SpotCheckStatistics
import Testing

@Suite struct StratifiedSampleTests {
  @Test func aCensusHasNoError() throws {
    let census = try #require(StratifiedSample(populations: [10, 20], trials: [10, 20], passes: [9, 10]))
    #expect(census.standardError == 0)
    #expect(abs(census.rate - 19.0 / 30) < 1e-15)
    #expect(census.effectiveSampleSize == nil && census.designEffect == nil)
    #expect(census.logitInterval(level: 0.95) == nil && census.betaInterval(level: 0.95) == nil)
    #expect(abs(census.meanInterval(level: 0.95).upper - census.rate) < 1e-15)
  }

  @Test func strataAlikeHaveNoSpread() throws {
    let alike = try #require(StratifiedSample(populations: [100, 200], trials: [10, 20], passes: [10, 20]))
    #expect(alike.rate == 1 && alike.standardError == 0 && alike.wilsonInterval(level: 0.95) == nil)
  }

  @Test(
    "strata outside the ranges give nothing",
    arguments: [([5], [1], [1]), ([5], [6], [5]), ([5], [3], [4]), ([], [], [])])
  func ranges(populations: [Int], trials: [Int], passes: [Int]) {
    #expect(StratifiedSample(populations: populations, trials: trials, passes: passes) == nil)
  }
}
