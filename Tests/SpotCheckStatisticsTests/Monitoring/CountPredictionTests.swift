import Glibc
import Testing

@testable import SpotCheckStatistics

struct CountPredictionTests {
  private static let methods: [PredictionMethod] =
    PredictionMethod.Power.allCases.map(PredictionMethod.power) + [.meanQuantile, .plugin]

  @Test(arguments: methods) func limitsEncloseTheMeanAndWidenWithDispersion(method: PredictionMethod) throws {
    let calm = CountPrediction(logMean: log(20), logError: 0.05, dispersion: 0.3)
    let wild = CountPrediction(logMean: log(20), logError: 0.05, dispersion: 4)
    #expect(calm.dispersion == 1)
    let narrow = try #require(calm.limits(count: 20, alpha: 0.01, method: method))
    let wide = try #require(wild.limits(count: 20, alpha: 0.01, method: method))
    #expect(narrow.lower < 20 && narrow.upper > 20)
    #expect(wide.upper > narrow.upper && wide.lower < narrow.lower && wide.lower >= 0)
  }

  @Test(arguments: methods) func whatCannotBePredictedHasNoLimits(method: PredictionMethod) {
    for logMean in [-Double.infinity, .infinity, 800, .nan] {
      let prediction = CountPrediction(logMean: logMean, logError: 0.1, dispersion: 2)
      #expect(prediction.limits(count: 3, alpha: 0.05, method: method) == nil)
    }
  }

  @Test func tailsAndQuantilesAgree() {
    for dispersion in [1, 1.4, 9] {
      let distribution = CountDistribution(mean: 7.5, dispersion: dispersion)
      for count in 0...60 {
        let sum = distribution.probability(atMost: count - 1) + distribution.probability(atLeast: count)
        #expect(sum.isNear(1, within: 1e-12))
      }
      for p in [0.001, 0.5, 0.975] {
        let quantile = distribution.quantile(p)
        #expect(distribution.probability(atMost: quantile) >= p)
        #expect(distribution.probability(atMost: quantile - 1) < p)
      }
    }
  }
}
