import SpotCheckStatistics
import Testing

@Suite("p and p′ charts")
struct PChartTests {
  @Test("groups without trials change nothing")
  func blanks() throws {
    let plain = try #require(PChart(passes: [90, 95, 99], trials: [100, 100, 100]))
    let holed = try #require(PChart(passes: [0, 90, 0, 95, 99], trials: [0, 100, 0, 100, 100]))
    #expect(holed.sigmaZ == plain.sigmaZ && holed.center == plain.center)
    #expect(holed.zScores == [nil, plain.zScores[0], nil, plain.zScores[1], plain.zScores[2]])
    #expect(holed.limits(trials: 0) == nil)
  }

  @Test("one group has no p′ limits")
  func single() throws {
    let chart = try #require(PChart(passes: [9], trials: [10]))
    #expect(chart.sigmaZ == nil && chart.limits(trials: 10) == nil)
    #expect(chart.plainLimits(trials: 10)?.upper == 1)
  }

  @Test(
    "no chart without variation", arguments: [([Int](), [Int]()), ([0, 0], [0, 0]), ([3, 4], [3, 4])])
  func none(passes: [Int], trials: [Int]) {
    #expect(PChart(passes: passes, trials: trials) == nil)
  }
}
