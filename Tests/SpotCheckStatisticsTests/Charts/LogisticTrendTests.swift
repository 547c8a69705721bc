import SpotCheckStatistics
import Testing

@Suite("Logistic trend")
struct LogisticTrendTests {
  private static let trials = [100, 200, 300, 400, 500, 600]
  private static let months = [0.0, 1, 2, 3, 4, 5]

  /// Slopes, standard errors and p-values by iterated least squares in NumPy, p by SciPy's t.
  @Test(
    "an independent fit",
    arguments: [
      ([95, 190, 284, 370, 471, 548], -0.12408583934560434, 0.06159613067716758, 1, 0.11421047668520848),
      (
        [80, 199, 250, 399, 420, 590], 0.18810866185389966, 0.33697067876857445, 41.40070630630616,
        0.606453246934396
      ),
    ])
  func independent(passes: [Int], slope: Double, error: Double, dispersion: Double, p: Double) throws {
    let trend = try #require(LogisticTrend(passes: passes, trials: Self.trials, scores: Self.months))
    #expect((trend.slope - slope).magnitude < 1e-11)
    #expect((trend.standardError - error).magnitude < 1e-11)
    #expect((trend.dispersion - dispersion).magnitude < 1e-9)
    #expect((trend.p - p).magnitude < 1e-10)
    #expect(trend.freedom == 4)
  }

  @Test("far scores, such as months since year 0, fit as well as near ones")
  func farScores() throws {
    let passes = [95, 190, 284, 370, 471, 548]
    let near = try #require(LogisticTrend(passes: passes, trials: Self.trials, scores: Self.months))
    let far = try #require(
      LogisticTrend(passes: passes, trials: Self.trials, scores: Self.months.map { $0 + 24_288 }))
    #expect((near.slope - far.slope).magnitude < 1e-9)
    #expect((near.standardError - far.standardError).magnitude < 1e-9)
  }

  @Test("one failure in the last month but one is still a line")
  func rare() throws {
    let trend = try #require(
      LogisticTrend(passes: [50, 50, 50, 49, 50], trials: [50, 50, 50, 50, 50], scores: [0, 1, 2, 3, 4]))
    #expect(trend.slope < 0 && trend.p > 0.2)
  }

  @Test(
    "no line: too few groups, no variation, separation",
    arguments: [
      ([9, 8], [10, 10]), ([10, 10, 10], [10, 10, 10]), ([0, 0, 0], [10, 10, 10]),
      ([0, 0, 10, 10], [10, 10, 10, 10]), ([10, 10, 10, 4], [10, 10, 10, 10]), ([0, 3, 10], [10, 10, 10]),
    ])
  func none(passes: [Int], trials: [Int]) {
    #expect(LogisticTrend(passes: passes, trials: trials, scores: passes.indices.map(Double.init)) == nil)
  }
}
