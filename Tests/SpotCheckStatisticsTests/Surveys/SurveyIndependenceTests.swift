import SpotCheckStatistics
import Testing

struct SurveyIndependenceTests {
  @Test func equalWeightsGivePearsonsStatistic() throws {
    // Counts 30, 10 / 20, 40.
    let first = (0..<100).map { $0 < 40 ? 0 : 1 }
    let second = (0..<100).map { $0 < 30 || (40..<60).contains($0) ? 0 : 1 }
    let design = try SurveyDesign(weights: [Double](repeating: 2, count: 100))
    let tests = try #require(try design.independence(first, 2, second, 2))
    #expect(tests.firstOrder.statistic.isNear(50.0 / 3))
    #expect(tests.firstOrder.p < 1e-3 && tests.secondOrder.p < 1e-3 && tests.wald.p < 1e-3)
    #expect(tests.secondOrder.freedom.isNear(1) && tests.secondOrder.denominator.isNear(99))
  }

  @Test func exactIndependenceIsNoEvidence() throws {
    let design = try SurveyDesign(weights: [Double](repeating: 1, count: 8))
    let tests = try #require(
      try design.independence([0, 0, 0, 0, 1, 1, 1, 1], 2, [0, 0, 1, 1, 0, 0, 1, 1], 2))
    #expect(tests.firstOrder.statistic.magnitude < 1e-12 && tests.firstOrder.p.isNear(1))
    #expect(tests.wald.p.isNear(1, within: 1e-6))
  }

  @Test func aTableWithoutTwoOfEachHasNoTest() throws {
    let design = try SurveyDesign(weights: [1, 1, 1])
    #expect(try design.independence([0, 0, 0], 1, [0, 1, 0], 2) == nil)
    #expect(try design.independence([0, 0, 0], 2, [0, 1, 0], 2) == nil, "an empty row")
    #expect(throws: SurveyError.value(row: 1)) { try design.independence([0, 2, 0], 2, [0, 1, 0], 2) }
  }
}
