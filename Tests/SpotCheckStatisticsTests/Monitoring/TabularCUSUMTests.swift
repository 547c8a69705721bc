import SpotCheckStatistics
import Testing

struct TabularCUSUMTests {
  @Test func pointsCountBySizes() {
    let chart = TabularCUSUM(
      values: [10, 10, 14, 16], sizes: [3, 3, 2, 3], center: 10, deviation: 2, shift: 1, decisionInterval: 5)
    #expect(chart.upper[2].isNear(2.32842712474619, within: 1e-14))
    #expect(chart.upper[3].isNear(7.02457954745282, within: 1e-14))
    #expect(chart.upperSignals == [3])
    #expect(chart.lowerSignals.isEmpty)
  }

  @Test func aHeadStartSignalsSooner() {
    let values = [1.2, 1.2, 1.2, 1.2, 1.2, 1.2]
    func first(_ headStart: Double) -> Int? {
      TabularCUSUM(
        values: values, center: 0, deviation: 1, shift: 1, decisionInterval: 3, headStart: headStart
      ).upperSignals.first
    }
    #expect(first(0) == 4)
    #expect(first(1.5) == 2)
  }

  @Test func pointsWithoutAScoreChangeNothing() {
    let missing = TabularCUSUM(
      values: [2, .nan, 2], center: 0, deviation: 1, shift: 1, decisionInterval: 9)
    #expect(missing.upper == [1.5, 1.5, 3])
    let flat = TabularCUSUM(values: [1, 2], center: 1, deviation: 0, shift: 1, decisionInterval: 1)
    #expect(flat.upper == [0, 0] && flat.upperSignals.isEmpty)
  }
}
