import SpotCheckStatistics
import Testing

struct FayHerriotTests {
  private static func constant(_ rows: Int) throws -> Matrix {
    try Matrix(rows: rows, columns: 1, elements: [Double](repeating: 1, count: rows))
  }

  /// With one D for all, y ~ N(β, σ² + D): REML and the moment equation give S² − D, likelihood S²(m − 1)/m − D.
  @Test(arguments: [(FayHerriot.Method.restricted, 8.0), (.likelihood, 6.0), (.moment, 8.0)])
  func equalVariancesHaveAClosedForm(method: FayHerriot.Method, variance: Double) throws {
    let estimates = [2.0, 4, 6, 8, 10]
    let fit = try FayHerriot(
      design: try Self.constant(5), estimates: estimates, variances: [2, 2, 2, 2, 2], method: method)
    #expect(fit.variance.isNear(variance, within: 1e-9) && fit.coefficients[0].isNear(6))
    for (found, direct) in zip(fit.estimates, estimates) {
      #expect(found.isNear(6 + (direct - 6) * variance / (variance + 2)))
    }
    #expect(fit.squaredErrors.allSatisfy { $0 > 0 && $0 < 3 })
  }

  @Test(arguments: FayHerriot.Method.allCases)
  func withoutVarianceBeyondSamplingEveryAreaIsTheRegression(method: FayHerriot.Method) throws {
    let fit = try FayHerriot(
      design: try Self.constant(4), estimates: [1, 1.1, 0.9, 1], variances: [4, 4, 4, 4], method: method)
    #expect(fit.variance == 0 && fit.estimates.allSatisfy { $0.isNear(1) })
  }

  @Test func whatCannotBeFittedIsAnError() throws {
    let one = try Self.constant(2)
    #expect(throws: SurveyError.length(expected: 2, found: 1)) {
      try FayHerriot(design: one, estimates: [1], variances: [1, 1])
    }
    #expect(throws: SurveyError.weight(row: 1)) {
      try FayHerriot(design: one, estimates: [1, 2], variances: [1, 0])
    }
    #expect(throws: SurveyError.value(row: 0)) {
      try FayHerriot(design: one, estimates: [.nan, 2], variances: [1, 1])
    }
    let twice = try Matrix(columns: [[1, 1, 1], [2, 2, 2]])
    #expect(throws: SurveyError.model(.algebra(.dependentColumn(1)))) {
      try FayHerriot(design: twice, estimates: [1, 2, 3], variances: [1, 1, 1])
    }
    #expect(throws: SurveyError.length(expected: 3, found: 2)) {
      try FayHerriot(
        design: try Matrix(columns: [[1, 1], [0, 1]]), estimates: [1, 2], variances: [1, 1])
    }
  }
}
