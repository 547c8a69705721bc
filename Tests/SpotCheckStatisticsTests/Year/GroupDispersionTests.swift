import SpotCheckStatistics
import Testing

@Suite("Dispersion between groups")
struct GroupDispersionTests {
  @Test("Pearson's chi-square over its degrees of freedom")
  func pearson() throws {
    let found = try #require(
      GroupDispersion.pearson(passes: [83, 90, 0, 129, 70], trials: [86, 93, 0, 136, 82]))
    #expect((found - 12.6004112971276 / 3).magnitude < 1e-12)
  }

  @Test(
    "none where nothing can vary",
    arguments: [([Int](), [Int]()), ([5], [9]), ([5, 5], [5, 5]), ([0, 0], [3, 4]), ([0, 2], [0, 4])])
  func none(passes: [Int], trials: [Int]) {
    #expect(GroupDispersion.pearson(passes: passes, trials: trials) == nil)
  }
}
