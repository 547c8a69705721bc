import SpotCheckStatistics
import Testing

struct SurveyDesignVarianceTests {
  @Test func aCensusHasNoVariance() throws {
    let design = try SurveyDesign(weights: nil, stages: [SurveyDesign.Stage(population: [3, 3, 3])])
    #expect(try design.mean(of: [1, 5, 9])?.variance == 0)
  }

  @Test func simpleSamplingIsTheTextbookFormula() throws {
    let values = [3.0, 7, 8, 1, 4]
    let design = try SurveyDesign(
      weights: nil, stages: [SurveyDesign.Stage(population: [Double](repeating: 50, count: 5))])
    let estimate = try #require(try design.mean(of: values))
    let mean = 4.6
    let spread = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / 4
    #expect(estimate.value.isNear(mean))
    #expect(estimate.variance.isNear(0.9 * spread / 5))
    #expect(try #require(estimate.designEffect).isNear(1))
  }

  /// Two of 4 clusters, 2 of 3 rows in each: (1 − ½)·2·Σ(z_c − z̄)² + ½·Σ_c (1 − ⅔)·2·Σ(z_ci − z̄_c)².
  @Test func laterStagesAddWithinClusters() throws {
    let stages = [
      SurveyDesign.Stage(clusters: [1, 1, 2, 2], population: [4, 4, 4, 4]),
      SurveyDesign.Stage(population: [3, 3, 3, 3]),
    ]
    let design = try SurveyDesign(weights: nil, stages: stages)
    let total = try design.total(of: [1, 2, 5, 9])
    // Weights are 3; cluster totals 9 and 42; within, half squared differences 4.5 and 72.
    #expect(total.value.isNear(51))
    #expect(total.variance.isNear(544.5 + 25.5))
  }

  @Test func rowsOutsideTheDomainStayInTheDesign() throws {
    let design = try SurveyDesign(weights: [2, 2, 2, 2])
    let total = try design.total(of: [1, .nan, 3, .nan], in: [true, false, true, false])
    // Values 2, 0, 6, 0 of four clusters.
    #expect(total.value == 8 && total.variance.isNear(4.0 / 3 * 24))
    #expect(throws: SurveyError.value(row: 1)) { try design.total(of: [1, .nan, 3, .nan]) }
    #expect(throws: SurveyError.length(expected: 4, found: 2)) {
      try design.total(of: [1, 2, 3, 4], in: [true, false])
    }
    #expect(try design.mean(of: [1, 2, 3, 4], in: [false, false, false, false]) == nil)
  }

  @Test func influencesMustFit() throws {
    let design = try SurveyDesign(weights: [1, 1])
    let wrong = try Matrix(rows: 3, columns: 1, elements: [1, 2, 3])
    #expect(throws: SurveyError.length(expected: 2, found: 3)) { try design.covariance(ofInfluences: wrong) }
  }
}
