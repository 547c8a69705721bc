import SpotCheckStatistics
import Testing

struct SurveyDesignEstimatesTests {
  private static func design() throws -> SurveyDesign { try SurveyDesign(weights: [1, 2, 3, 4]) }

  @Test func aRatioToOnesIsTheMean() throws {
    let design = try Self.design()
    let values = [4.0, 1, 7, 3]
    let mean = try #require(try design.mean(of: values))
    let ratio = try #require(try design.ratio(of: values, to: [1, 1, 1, 1]))
    #expect(mean.value.isNear(3.9) && ratio.value.isNear(mean.value))
    #expect(ratio.variance.isNear(mean.variance))
    #expect(ratio.designEffect == nil)
  }

  @Test func aRatioToNothingIsNone() throws {
    #expect(try Self.design().ratio(of: [1, 2, 3, 4], to: [0, 0, 0, 0]) == nil)
  }

  @Test func aSingleRowHasNoDesignEffect() throws {
    let one = try #require(try Self.design().mean(of: [1, 2, 3, 4], in: [false, true, false, false]))
    #expect(one.value == 2 && one.variance == 0 && one.sampleSize == 1)
    #expect(one.designEffect == nil && one.designEffectWithReplacement == nil)
  }

  @Test func theIntervalIsStudents() throws {
    let mean = try #require(try Self.design().mean(of: [4, 1, 7, 3]))
    let interval = try #require(mean.interval(level: 0.95))
    let t = SpecialFunctions.studentQuantile(0.975, freedom: 3)
    #expect(interval.upper.isNear(mean.value + t * mean.standardError))
    #expect(interval.lower.isNear(mean.value - t * mean.standardError))
    let alone = try SurveyDesign(weights: [2], singletons: .certainty)
    #expect(try alone.mean(of: [5])?.interval(level: 0.95) == nil)
  }
}
