import SpotCheckStatistics
import Testing

@Suite struct FinitePopulationTestTests {
  private let target = DecimalFraction(digits: 96, places: 2)
  private let all = DecimalFraction(digits: 1, places: 0)
  private let none = DecimalFraction(digits: 0, places: 0)

  @Test func theTargetCountIsReckonedInWholeNumbers() {
    let written = DecimalFraction(digits: 936, places: 3)
    #expect(FinitePopulationTest.requiredPasses(of: 2125, target: written) == 1989)
    #expect(FinitePopulationTest.requiredPasses(of: 0, target: written) == 0)
  }

  @Test(
    "a bound excludes the target exactly when the test rejects",
    arguments: [(40, 20), (97, 60), (500, 30), (120, 120)])
  func boundsAreDualToTests(population: Int, trials: Int) {
    for passes in 0...trials {
      let required = FinitePopulationTest.requiredPasses(of: population, target: target)
      for risk in [0.01, 0.05, 0.2] {
        let upper = FinitePopulationTest.upperBound(
          passes: passes, trials: trials, population: population, risk: risk)
        let lower = FinitePopulationTest.lowerBound(
          passes: passes, trials: trials, population: population, risk: risk)
        let short = FinitePopulationTest.pShortfall(
          passes: passes, trials: trials, population: population, target: target)
        let met = FinitePopulationTest.pMet(
          passes: passes, trials: trials, population: population, target: target)
        #expect((upper < required) == (short <= risk))
        #expect((lower >= required) == (met <= risk))
        #expect(passes <= lower && lower <= upper && upper <= population - (trials - passes))
      }
    }
  }

  @Test func aCensusKnowsItsCount() {
    for passes in [0, 7, 10] {
      #expect(
        FinitePopulationTest.upperBound(passes: passes, trials: 10, population: 10, risk: 0.05) == passes)
      #expect(
        FinitePopulationTest.lowerBound(passes: passes, trials: 10, population: 10, risk: 0.05) == passes)
    }
    #expect(FinitePopulationTest.pShortfall(passes: 9, trials: 10, population: 10, target: target) == 0)
    #expect(FinitePopulationTest.pMet(passes: 10, trials: 10, population: 10, target: target) == 0)
    #expect(FinitePopulationTest.standardError(passes: 9, trials: 10, population: 10) == 0)
  }

  @Test func edgesAreDefined() {
    #expect(FinitePopulationTest.pShortfall(passes: 0, trials: 0, population: 9, target: target) == 1)
    #expect(FinitePopulationTest.pMet(passes: 0, trials: 0, population: 9, target: target) == 1)
    #expect(FinitePopulationTest.upperBound(passes: 0, trials: 0, population: 9, risk: 0.05) == 9)
    #expect(FinitePopulationTest.lowerBound(passes: 0, trials: 0, population: 9, risk: 0.05) == 0)
    #expect(FinitePopulationTest.pShortfall(passes: 4, trials: 5, population: 9, target: all) == 0)
    #expect(FinitePopulationTest.pShortfall(passes: 5, trials: 5, population: 9, target: all) == 1)
    let clean = FinitePopulationTest.pMet(passes: 5, trials: 5, population: 9, target: all)
    #expect(abs(clean - 4.0 / 9) < 1e-12)
    #expect(FinitePopulationTest.pMet(passes: 0, trials: 5, population: 9, target: none) == 0)
    #expect(FinitePopulationTest.pShortfall(passes: 0, trials: 5, population: 9, target: none) == 1)
    #expect(FinitePopulationTest.standardError(passes: 1, trials: 1, population: 9) == nil)
  }

  @Test func aVastPopulationIsNearTheBinomial() {
    let vast = FinitePopulationTest.pShortfall(
      passes: 450, trials: 500, population: FinitePopulationTest.largestPopulation, target: target)
    let binomial = ExactTest.pShortfall(passes: 450, trials: 500, target: target)
    #expect(abs(vast / binomial - 1) < 1e-4)
  }
}
