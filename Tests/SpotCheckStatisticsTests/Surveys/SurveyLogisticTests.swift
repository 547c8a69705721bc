import SpotCheckStatistics
import Testing

struct SurveyLogisticTests {
  private let outcomes = [true, false, true, true, false, true, true, false]

  @Test func theInterceptIsTheLogitOfTheProportion() throws {
    let design = try SurveyDesign(weights: [1, 2, 3, 4, 5, 6, 7, 8])
    let model = try SurveyLogistic(
      design: design, predictors: try FactorDesign(cells: 8, terms: []), outcomes: outcomes)
    let p = try #require(try design.mean(of: outcomes.map { $0 ? 1 : 0 }))
    #expect(model.fit.rates[0].isNear(p.value))
    #expect(model.standardErrors[0].isNear(p.standardError / (p.value * (1 - p.value))))
    #expect(model.degreesOfFreedom == 7)
  }

  @Test func aLevelWithoutFailuresHasNoFiniteCoefficient() throws {
    let design = try SurveyDesign(weights: [1, 2, 3, 4, 5, 6, 7, 8])
    let levels = FactorDesign.Term.factor(levels: [1, 0, 1, 1, 0, 0, 0, 0], count: 2)
    let model = try SurveyLogistic(
      design: design, predictors: try FactorDesign(cells: 8, terms: [levels]), outcomes: outcomes)
    #expect(model.fit.outcome == .separated && model.fit.coefficients[1] == .infinity)
    #expect(model.standardErrors[0].isFinite && model.standardErrors[1] == .infinity)
  }

  @Test func errorsAreThoseOfTheModel() throws {
    let design = try SurveyDesign(weights: [Double](repeating: 1, count: 8))
    let twice = try FactorDesign(cells: 8, terms: [.covariate([Double](repeating: 2, count: 8))])
    #expect(throws: SurveyError.model(.algebra(.dependentColumn(1)))) {
      try SurveyLogistic(design: design, predictors: twice, outcomes: outcomes)
    }
    #expect(throws: SurveyError.length(expected: 8, found: 1)) {
      try SurveyLogistic(design: design, predictors: twice, outcomes: [true])
    }
    let weightless = try SurveyDesign(weights: [Double](repeating: 0, count: 8))
    #expect(throws: SurveyError.model(.noTrials)) {
      try SurveyLogistic(
        design: weightless, predictors: try FactorDesign(cells: 8, terms: []), outcomes: outcomes)
    }
  }
}
