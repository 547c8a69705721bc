import Glibc
import SpotCheckStatistics
import Testing

struct ExactTestTests {
  @Test func ofAFewTrialsTheyAreFractions() {
    #expect(ExactTest.pShortfall(passes: 1, trials: 2, target: 0.5).isNear(0.75))
    #expect(ExactTest.pMet(passes: 1, trials: 2, target: 0.5).isNear(0.75))
    #expect(ExactTest.pShortfall(passes: 0, trials: 1, target: 0.96).isNear(0.04, within: 1e-15))
  }

  @Test func theTailsOverlapInTheOutcomeSeen() {
    var random = SeededGenerator(seed: 1)
    for _ in 0..<200 {
      let trials = Int.random(in: 1...5_000, using: &random)
      let passes = Int.random(in: 1...trials, using: &random)
      let target = Double.random(in: 0.01...0.99, using: &random)
      let below = ExactTest.pShortfall(passes: passes - 1, trials: trials, target: target)
      #expect((below + ExactTest.pMet(passes: passes, trials: trials, target: target)).isNear(1))
    }
  }

  @Test func theyMoveOneWayWithCountsAndTarget() {
    let byPasses = (0...50).map { ExactTest.pShortfall(passes: $0, trials: 50, target: 0.9) }
    #expect(zip(byPasses, byPasses.dropFirst()).allSatisfy { $0 < $1 })
    let byTarget = (1...99).map { ExactTest.pMet(passes: 40, trials: 50, target: Double($0) / 100) }
    #expect(zip(byTarget, byTarget.dropFirst()).allSatisfy { $0 <= $1 })
  }

  @Test func atTheEndsTheyAreCertain() {
    #expect(ExactTest.pShortfall(passes: 199, trials: 200, target: 1) == 0)
    #expect(ExactTest.pShortfall(passes: 200, trials: 200, target: 1) == 1)
    #expect(ExactTest.pMet(passes: 199, trials: 200, target: 1) == 1)
    #expect(ExactTest.pMet(passes: 1, trials: 200, target: 0) == 0)
    #expect(ExactTest.pMet(passes: 0, trials: 200, target: 0) == 1)
    #expect(ExactTest.pShortfall(passes: 0, trials: 200, target: 0) == 1)
    #expect(ExactTest.pShortfall(passes: 0, trials: 0, target: 0.96) == 1)
    #expect(ExactTest.pMet(passes: 0, trials: 0, target: 0.96) == 1)
  }

  @Test func farTailsKeepTheirDigits() {
    #expect(ExactTest.pShortfall(passes: 0, trials: 200, target: 0.96).isNear(exp(200 * log(0.04))))
    #expect(ExactTest.pMet(passes: 7_000, trials: 7_000, target: 0.96).isNear(exp(7_000 * log(0.96))))
    let billion = ExactTest.pMet(passes: 1_000_000_000, trials: 1_000_000_000, target: 0.999_999_999)
    #expect(billion.isNear(exp(1e9 * log1p(-1e-9)), within: 1e-12))
  }

  @Test func manyCellsAreTheSameAsOneByOne() throws {
    var generator = SeededGenerator(seed: 11)
    var trials = [0, 3, 1000, 173, 5]
    var passes = [0, 3, 940, 173, 0]
    var targets = [0.96, 0.98, 0.96, 1, 0.5]
    for most in [4, 60, 3_000, 1_000_000] {
      for _ in 0..<500 {
        trials.append(Int.random(in: 1...most, using: &generator))
        passes.append(Int.random(in: 0...trials[trials.count - 1], using: &generator))
        // Often near the cell's own rate, where both tails are large.
        let rate = Double(passes[passes.count - 1]) / Double(trials[trials.count - 1])
        targets.append(Bool.random(using: &generator) ? min(1, max(0, rate + 0.01)) : 0.96)
      }
    }
    let all = ExactTest.evaluate(passes: passes, trials: trials, targets: targets)
    for cell in passes.indices {
      let below = ExactTest.pShortfall(passes: passes[cell], trials: trials[cell], target: targets[cell])
      let met = ExactTest.pMet(passes: passes[cell], trials: trials[cell], target: targets[cell])
      #expect(all.shortfall[cell] == below && all.met[cell] == met)
    }
    #expect(ExactTest.evaluate(passes: [], trials: [], targets: []).met.isEmpty)
  }

  @Test(arguments: ["0.96", "0.985", "0.999999", "0", "1", ".123456789012345"])
  func aTargetAsWrittenIsThatOfItsDouble(text: String) throws {
    let target = try #require(DecimalFraction(text))
    #expect(
      ExactTest.pShortfall(passes: 90, trials: 100, target: target)
        == ExactTest.pShortfall(passes: 90, trials: 100, target: target.value))
    #expect(
      ExactTest.pMet(passes: 90, trials: 100, target: target)
        == ExactTest.pMet(passes: 90, trials: 100, target: target.value))
  }
}
