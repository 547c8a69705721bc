import SpotCheckStatistics
import Testing

struct SurveyDesignTests {
  @Test func weightsComeFromPopulationsOfAllStages() throws {
    let stages = [
      SurveyDesign.Stage(clusters: [1, 1, 2, 2], population: [10, 10, 10, 10]),
      SurveyDesign.Stage(population: [6, 6, 4, 4]),
    ]
    let design = try SurveyDesign(weights: nil, stages: stages)
    #expect(design.weights == [15, 15, 10, 10])
    #expect(design.degreesOfFreedom == 1)
  }

  @Test func columnsThatDoNotFitAreRefused() {
    #expect(throws: SurveyError.length(expected: 2, found: 1)) {
      try SurveyDesign(weights: [1, 1], stages: [SurveyDesign.Stage(strata: [1])])
    }
    #expect(throws: SurveyError.weight(row: 1)) { try SurveyDesign(weights: [1, -1]) }
    #expect(throws: SurveyError.weight(row: 0)) { try SurveyDesign(weights: [.nan, 1]) }
    #expect(throws: SurveyError.population(row: 0)) {
      try SurveyDesign(weights: [1, 1], stages: [SurveyDesign.Stage(population: [1, 1])])
    }
    #expect(throws: SurveyError.population(row: 1)) {
      try SurveyDesign(weights: [1, 1], stages: [SurveyDesign.Stage(population: [9, 8])])
    }
    #expect(throws: SurveyError.population(row: 0)) {
      try SurveyDesign(weights: nil, stages: [SurveyDesign.Stage(population: [.nan, .nan])])
    }
  }

  @Test func aSingleClusterFailsUnlessARuleIsGiven() throws {
    let stage = SurveyDesign.Stage(strata: [1, 1, 2])
    #expect(throws: SurveyError.singleton(stage: 0, row: 2)) {
      try SurveyDesign(weights: [1, 1, 1], stages: [stage])
    }
    let known = SurveyDesign.Stage(strata: [1, 1, 2], population: [4, 4, 1])
    #expect(try SurveyDesign(weights: nil, stages: [known]).weights == [2, 2, 1])
    #expect(throws: SurveyError.singleton(stage: 0, row: 0)) {
      try SurveyDesign(weights: [1], singletons: .average)
    }
  }

  /// Strata {2, 4}, {10}: the first adds 2 · (1² + 1²) = 4; the second is 14/3 from the mean of all three.
  @Test(arguments: [
    (SurveyDesign.SingletonRule.certainty, 4.0), (.average, 8.0), (.adjust, 232.0 / 9),
  ])
  func singletonRules(rule: SurveyDesign.SingletonRule, variance: Double) throws {
    let design = try SurveyDesign(
      weights: [1, 1, 1], stages: [SurveyDesign.Stage(strata: [1, 1, 2])], singletons: rule)
    #expect(try design.total(of: [2, 4, 10]).variance.isNear(variance))
  }

  @Test func aDesignWithoutRowsEstimatesNothing() throws {
    let empty = try SurveyDesign(weights: [])
    #expect(try empty.mean(of: []) == nil)
    #expect(try empty.total(of: []).value == 0)
  }
}
