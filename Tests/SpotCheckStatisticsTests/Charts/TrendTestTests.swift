import SpotCheckStatistics
import Testing

@Suite("Trend tests")
struct TrendTestTests {
  @Test("groups without trials, and where the scores begin, do not matter")
  func invariance() throws {
    let plain = try #require(
      TrendTest.cochranArmitage(passes: [83, 90, 129, 70], trials: [86, 93, 136, 82], scores: [1, 2, 3, 4]))
    let moved = try #require(
      TrendTest.cochranArmitage(
        passes: [83, 90, 0, 129, 70], trials: [86, 93, 0, 136, 82], scores: [24, 26, 27, 28, 30]))
    #expect((plain.chiSquare - moved.chiSquare).magnitude < 1e-10)
  }

  @Test(
    "no test where nothing can vary",
    arguments: [([Int](), [Int]()), ([4], [9]), ([3, 4], [3, 4]), ([0, 0], [3, 4])])
  func none(passes: [Int], trials: [Int]) {
    let scores = passes.indices.map(Double.init)
    #expect(TrendTest.cochranArmitage(passes: passes, trials: trials, scores: scores) == nil)
    #expect(TrendTest.homogeneity(passes: passes, trials: trials) == nil)
  }

  @Test("two groups of one score have no trend, though they may differ")
  func oneScore() {
    #expect(TrendTest.cochranArmitage(passes: [3, 9], trials: [9, 10], scores: [5, 5]) == nil)
    #expect(TrendTest.homogeneity(passes: [3, 9], trials: [9, 10])?.freedom == 1)
  }
}
