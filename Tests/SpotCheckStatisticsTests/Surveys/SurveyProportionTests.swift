import SpotCheckStatistics
import Testing

struct SurveyProportionTests {
  private static func estimate(_ passes: Int, of count: Int) throws -> SurveyEstimate {
    let design = try SurveyDesign(weights: [Double](repeating: 3, count: count))
    return try #require(try design.mean(of: (0..<count).map { $0 < passes ? 1 : 0 }))
  }

  @Test(arguments: SurveyIntervalMethod.allCases)
  func everyIntervalHoldsTheProportion(method: SurveyIntervalMethod) throws {
    for passes in [1, 7, 20, 29] {
      let estimate = try Self.estimate(passes, of: 30)
      let wide = try #require(estimate.proportionInterval(method, level: 0.99))
      let narrow = try #require(estimate.proportionInterval(method, level: 0.8))
      #expect(0 <= wide.lower && wide.lower <= narrow.lower && narrow.lower < estimate.value)
      #expect(estimate.value < narrow.upper && narrow.upper <= wide.upper && wide.upper <= 1)
    }
  }

  @Test(arguments: SurveyIntervalMethod.allCases)
  func noneAndAllSayNothing(method: SurveyIntervalMethod) throws {
    for passes in [0, 12] {
      let estimate = try Self.estimate(passes, of: 12)
      #expect(estimate.effectiveSize == nil && estimate.proportionInterval(method, level: 0.95) == nil)
    }
  }

  @Test func equalWeightsHaveAnEffectiveSizeOfOneLess() throws {
    let estimate = try Self.estimate(9, of: 25)
    #expect(try #require(estimate.effectiveSize).isNear(24))
    let interval = try #require(estimate.proportionInterval(.beta, level: 0.95))
    let exact = BinomialInterval.interval(passes: 9, trials: 25, level: 0.95, method: .clopperPearson)
    #expect((interval.lower - (exact?.lower ?? 0)).magnitude < 0.01)
  }
}
