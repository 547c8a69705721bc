import SpotCheckStatistics
import Testing

struct SurveyDesignJackknifeTests {
  private static func total(_ values: [Double]) -> ([Double]) -> Double {
    { weights in zip(weights, values).reduce(0) { $0 + $1.0 * $1.1 } }
  }

  @Test(arguments: SurveyDesign.JackknifeCentre.allCases)
  func aTotalHasItsLinearVariance(centre: SurveyDesign.JackknifeCentre) throws {
    let values = [3.0, 9, 4, 8, 1, 6]
    let stage = SurveyDesign.Stage(
      strata: [1, 1, 1, 2, 2, 2], clusters: [1, 1, 2, 1, 2, 3], population: [7, 7, 7, 9, 9, 9])
    let design = try SurveyDesign(weights: [1, 2, 3, 4, 5, 6], stages: [stage])
    let found = design.jackknife(around: centre, Self.total(values))
    let linear = try design.total(of: values)
    #expect(found.estimate.isNear(linear.value))
    #expect(try #require(found.variance).isNear(linear.variance))
  }

  @Test func withoutReplicatesThereIsNoVariance() throws {
    let design = try SurveyDesign(weights: [1], singletons: .certainty)
    #expect(design.jackknife(Self.total([5])) == (5, nil))
  }
}
