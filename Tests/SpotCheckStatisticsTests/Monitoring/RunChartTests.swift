import SpotCheckStatistics
import Testing

struct RunChartTests {
  @Test func aShiftIsALongRun() throws {
    let chart = try #require(RunChart((0..<24).map { $0 < 12 ? 1 : 2 }))
    #expect(chart.median == 1.5)
    #expect(chart.usefulPoints == 24)
    #expect(chart.longestRun == 12)
    #expect(chart.crossings == 1)
    #expect(chart.hasSignal)
  }

  @Test func chanceHasNoSignal() throws {
    let chart = try #require(RunChart([3, 1, 4, 1, 5, 9, 2, 6, 5, 3, 5, 8, 9, 7]))
    #expect(!chart.hasSignal)
  }

  @Test func pointsOnTheMedianAreNoUse() throws {
    let flat = try #require(RunChart([2, 2, 2]))
    #expect(flat.usefulPoints == 0 && flat.longestRun == 0 && !flat.hasSignal)
    #expect(try #require(RunChart([1, 2, .nan, 3])).usefulPoints == 2)
    #expect(try #require(RunChart([7])).hasSignal == false)
    #expect(RunChart([]) == nil)
    #expect(RunChart([.nan]) == nil)
  }
}
