import SpotCheckStatistics
import Testing

@Suite struct MeanEstimateTests {
  /// Student's own sleep data, group 2 against 0: t = 3.6799, p = 0.0025331 (R, `t.test(extra)`).
  private let sleep = [1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4]

  @Test func figuresAreThoseOfStudent() throws {
    let estimate = try #require(MeanEstimate(sleep))
    #expect(estimate.count == 10)
    #expect(abs(estimate.mean - 2.33) < 1e-12)
    #expect(abs((estimate.standardDeviation ?? 0) - 2.0022487) < 1e-7)
    #expect(abs((estimate.pMet(target: 0) ?? 0) * 2 - 0.005076133) < 1e-8)
    #expect(abs((estimate.pShortfall(target: 0) ?? 0) - (1 - 0.005076133 / 2)) < 1e-8)
    let interval = try #require(estimate.interval(level: 0.95))
    #expect(abs(interval.lowerBound - 0.8976775) < 1e-6 && abs(interval.upperBound - 3.7623225) < 1e-6)
  }

  @Test func aBoundExcludesTheTargetExactlyWhenTheTestRejects() throws {
    let estimate = try #require(MeanEstimate(sleep))
    for target in stride(from: -1.0, through: 6, by: 0.25) {
      #expect(
        ((estimate.lowerBound(risk: 0.05) ?? 0) >= target) == ((estimate.pMet(target: target) ?? 1) <= 0.05))
      #expect(
        ((estimate.upperBound(risk: 0.05) ?? 0) <= target)
          == ((estimate.pShortfall(target: target) ?? 1) <= 0.05))
    }
  }

  @Test func withoutSpreadThereIsNoTest() throws {
    let one = try #require(MeanEstimate([80]))
    #expect(one.standardDeviation == nil && one.pMet(target: 70) == nil && one.interval(level: 0.9) == nil)
    let alike = try #require(MeanEstimate([80, 80, 80]))
    #expect(alike.standardDeviation == 0 && alike.pShortfall(target: 90) == nil)
    #expect(MeanEstimate([]) == nil)
    #expect(MeanEstimate([1, .nan]) == nil)
    #expect(MeanEstimate(count: 2, mean: 1, squaredDeviations: -1) == nil)
  }
}
