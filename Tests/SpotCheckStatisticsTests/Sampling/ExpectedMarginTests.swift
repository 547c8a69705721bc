import Testing

@testable import SpotCheckStatistics

struct ExpectedMarginTests {
  @Test("it is the margin of Wilson's interval where counts come out as expected", arguments: [10, 50, 1000])
  func wilson(units: Int) throws {
    let passes = units * 9 / 10
    let interval = try #require(
      BinomialInterval.interval(passes: passes, trials: units, level: 0.95, method: .wilson))
    let margin = try #require(BinomialInterval.expectedMargin(units: units, rate: 0.9))
    #expect(margin.isNear((interval.upper - interval.lower) / 2))
  }

  @Test("a known population narrows it down to nothing")
  func population() throws {
    let margins = [1, 50, 90, 99, 100].compactMap {
      BinomialInterval.expectedMargin(units: $0, rate: 0.96, population: 100)
    }
    #expect(margins == margins.sorted(by: >) && margins.count == 5 && margins.last == 0)
    #expect(BinomialInterval.expectedMargin(units: 0, rate: 0.96) == nil)
  }
}
