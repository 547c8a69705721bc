import Glibc
import SpotCheckStatistics
import Testing

struct BinomialIntervalTests {
  @Test(arguments: IntervalMethod.allCases) func theEndsAreExact(method: IntervalMethod) throws {
    let none = BinomialInterval.interval(passes: 0, trials: 0, level: 0.95, method: method)
    let allFail = try #require(
      BinomialInterval.interval(passes: 0, trials: 77, level: 0.99, method: method))
    let allPass = try #require(
      BinomialInterval.interval(passes: 77, trials: 77, level: 0.99, method: method))
    #expect(none == nil)
    #expect(allFail.lower == 0 && allFail.upper < 1)
    #expect(allPass.upper == 1 && allPass.lower > 0)
  }

  @Test(arguments: IntervalMethod.allCases.filter { $0 != .complementaryLogLog })
  func passesAndFailuresMirror(method: IntervalMethod) throws {
    for (passes, trials) in [(0, 5), (3, 8), (960, 1_000), (999_000_000, 1_000_000_000)] {
      let one = try #require(
        BinomialInterval.interval(passes: passes, trials: trials, level: 0.95, method: method))
      let other = try #require(
        BinomialInterval.interval(passes: trials - passes, trials: trials, level: 0.95, method: method))
      #expect((one.lower - (1 - other.upper)).magnitude < 1e-13)
      #expect((one.upper - (1 - other.lower)).magnitude < 1e-13)
      let rate = Double(passes) / Double(trials)
      #expect(one.lower <= rate && rate <= one.upper)
    }
  }

  @Test(arguments: IntervalMethod.allCases) func manyCellsAreTheSameAsOneByOne(method: IntervalMethod) {
    let passes = [0, 0, 9, 30]
    let trials = [0, 1, 10, 30]
    let all = BinomialInterval.intervals(passes: passes, trials: trials, level: 0.9, method: method)
    for cell in passes.indices {
      #expect(
        all[cell]
          == BinomialInterval.interval(
            passes: passes[cell], trials: trials[cell], level: 0.9, method: method))
    }
  }

  @Test func aBoundIsWhereItsTestTurns() throws {
    var random = SeededGenerator(seed: 2)
    for _ in 0..<300 {
      let trials = Int.random(in: 2...20_000, using: &random)
      let passes = Int.random(in: 1..<trials, using: &random)
      let alpha = pow(10, Double.random(in: -8 ... -1, using: &random))
      let upper = try #require(
        BinomialInterval.upperBound(passes: passes, trials: trials, level: 1 - alpha))
      let lower = try #require(
        BinomialInterval.lowerBound(passes: passes, trials: trials, level: 1 - alpha))
      let left = 1 - (1 - alpha)
      #expect(
        ExactTest.pShortfall(passes: passes, trials: trials, target: upper).isNear(left, within: 1e-6))
      #expect(ExactTest.pMet(passes: passes, trials: trials, target: lower).isNear(left, within: 1e-6))
      let target = min(0.999, max(0.001, Double.random(in: lower - 0.02...upper + 0.02, using: &random)))
      let proven = ExactTest.pShortfall(passes: passes, trials: trials, target: target) < left
      #expect(proven == (upper < target))
    }
  }

  @Test func withoutAFailureTheBoundIsARoot() throws {
    let lower = try #require(BinomialInterval.lowerBound(passes: 173, trials: 173, level: 0.95))
    #expect(lower.isNear(pow(0.05, 1.0 / 173)))
    let upper = try #require(BinomialInterval.upperBound(passes: 0, trials: 500, level: 1 - 0.0005 / 501))
    #expect(upper.isNear(1 - pow(0.0005 / 501, 1.0 / 500)))
  }

  @Test func theExactIntervalCoversAtLeastItsLevel() {
    let trials = 30
    for rate in stride(from: 0.05, through: 0.95, by: 0.05) {
      let covered = (0...trials).reduce(0.0) { sum, passes in
        let interval = BinomialInterval.interval(
          passes: passes, trials: trials, level: 0.95, method: .clopperPearson)
        guard let interval, interval.lower <= rate, rate <= interval.upper else { return sum }
        return sum + ExactTest.pShortfall(passes: passes, trials: trials, target: rate)
          - ExactTest.pShortfall(passes: passes - 1, trials: trials, target: rate)
      }
      #expect(covered >= 0.95)
    }
  }
}
