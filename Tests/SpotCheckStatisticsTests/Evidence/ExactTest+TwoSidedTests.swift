import SpotCheckStatistics
import Testing

@Suite struct ExactTestTwoSidedTests {
  @Test("it is the sum of all outcomes no more probable", arguments: [(20, 0.3), (17, 0.5), (33, 0.96)])
  func sumOfOutcomes(trials: Int, target: Double) {
    func probability(_ count: Int) -> Double {
      ExactTest.pShortfall(passes: count, trials: trials, target: target)
        - (count == 0 ? 0 : ExactTest.pShortfall(passes: count - 1, trials: trials, target: target))
    }
    for passes in 0...trials {
      let seen = probability(passes)
      let sum = (0...trials).map(probability).filter { $0 <= seen * (1 + 1e-7) + 1e-15 }.reduce(0, +)
      #expect(abs(ExactTest.pTwoSided(passes: passes, trials: trials, target: target) - sum) < 1e-10)
    }
  }

  @Test func edgesAreDefined() {
    #expect(ExactTest.pTwoSided(passes: 0, trials: 0, target: 0.5) == 1)
    #expect(ExactTest.pTwoSided(passes: 3, trials: 3, target: 1) == 1)
    #expect(ExactTest.pTwoSided(passes: 2, trials: 3, target: 1) == 0)
    #expect(ExactTest.pTwoSided(passes: 0, trials: 3, target: 0) == 1)
  }
}
