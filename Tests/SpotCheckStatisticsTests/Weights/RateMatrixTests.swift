import SpotCheckStatistics
import Testing

struct RateMatrixTests {
  @Test func weightedRowsAreThoseOfPlainLoops() {
    var random = SeededGenerator(seed: 11)
    let (rows, columns) = (17, 9)
    let trials = (0..<rows * columns).map { _ in Int.random(in: 0...40, using: &random) / 4 * 4 }
    let passes = trials.map { random.passes(of: $0, rate: 0.9) }
    let weights = (0..<columns).map { _ in Double.random(in: 0...5, using: &random) }
    let matrix = RateMatrix(passes: passes, trials: trials, rows: rows, columns: columns)
    let weighted = matrix.weighted(by: weights)
    for row in 0..<rows {
      let cells = (0..<columns).filter { trials[row * columns + $0] > 0 }
      let present = cells.reduce(0) { $0 + weights[$1] }
      var rate = 0.0
      var variance = 0.0
      for column in cells {
        let n = Double(trials[row * columns + column])
        let p = Double(passes[row * columns + column]) / n
        let share = weights[column] / present
        rate += share * p
        variance += share * share * p * (1 - p) / (n - 1)
      }
      #expect(weighted.rates[row].map { $0.isNear(rate, within: 1e-12) } ?? cells.isEmpty)
      #expect(weighted.variances[row].map { ($0 - variance).magnitude < 1e-15 } ?? cells.isEmpty)
      #expect((weighted.weightCovered[row] - present / weights.reduce(0, +)).magnitude < 1e-12)
    }
    #expect(trials.contains(0))
  }

  @Test func rowsAgreeWithTheWeightedRateOfOneRegion() throws {
    let (passes, trials, weights) = ([19, 30, 285, 9, 0, 50], [20, 30, 300, 10, 0, 60], [70.0, 20, 10])
    let weighted = RateMatrix(passes: passes, trials: trials, rows: 2, columns: 3).weighted(by: weights)
    for row in 0..<2 {
      let cells = row * 3..<row * 3 + 3
      let estimate = try #require(
        WeightedRate.estimate(weights: weights, trials: Array(trials[cells]), passes: Array(passes[cells])))
      let rate = try #require(weighted.rates[row])
      let variance = try #require(weighted.variances[row])
      #expect(rate.isNear(estimate.rate) && variance.isNear(estimate.variance))
      #expect(weighted.weightCovered[row].isNear(estimate.weightCovered))
    }
  }

  @Test func aRowWithoutTrialsHasNoRate() {
    let weighted = RateMatrix(passes: [0, 0, 3, 4], trials: [0, 0, 4, 4], rows: 2, columns: 2)
      .weighted(by: [1, 1])
    #expect(weighted.rates == [nil, 0.875])
    #expect(weighted.variances[0] == nil)
    #expect(weighted.weightCovered == [0, 1])
  }

  @Test func anEmptyMatrixHasEmptyRows() {
    let none = RateMatrix(passes: [], trials: [], rows: 0, columns: 3).weighted(by: [1, 1, 1])
    #expect(none.rates.isEmpty)
    let bare = RateMatrix(passes: [], trials: [], rows: 2, columns: 0).weighted(by: [])
    #expect(bare.rates == [nil, nil] && bare.weightCovered == [0, 0])
  }
}
