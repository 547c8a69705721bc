import SpotCheckStatistics
import Testing

struct EWMAChartTests {
  @Test func withoutMemoryItIsTheSeriesItself() {
    let chart = EWMAChart(values: [0, 0, 0, 5], center: 0, deviation: 1, lambda: 1, width: 2)
    #expect(chart.averages == [0, 0, 0, 5])
    #expect(chart.deviations == [1, 1, 1, 1])
    #expect(chart.signals == [3])
  }

  @Test func aMissingPointLeavesTheAverage() {
    let chart = EWMAChart(values: [2, .nan, 2], center: 0, deviation: 1, lambda: 0.5)
    #expect(chart.averages == [1, 1, 1.5])
    #expect(!chart.signals.contains(1))
  }

  @Test func largerPointsHaveNarrowerLimits() {
    let one = EWMAChart(values: [0, 0], center: 0, deviation: 3, lambda: 0.2)
    let nine = EWMAChart(values: [0, 0], sizes: [9, 9], center: 0, deviation: 3, lambda: 0.2)
    for point in 0..<2 { #expect(nine.deviations[point].isNear(one.deviations[point] / 3, within: 1e-14)) }
  }

  @Test func withoutVarianceAnyDepartureSignals() {
    let chart = EWMAChart(values: [1, 1, 1.5], center: 1, deviation: 0, lambda: 0.3)
    #expect(chart.signals == [2])
    #expect(EWMAChart(values: [], center: 0, deviation: 1, lambda: 0.3).averages.isEmpty)
  }
}
