@testable import SpotCheckStatistics

/// Small-area models.
enum SmallAreaVectors {
  static let methods: [String: VectorMethod] = ["fay-herriot-milk": fayHerriot]

  private static func fayHerriot(_ inputs: VectorInputs) throws -> [String: JSONValue] {
    let rows = try rows(inputs)
    let groups = rows.map { Int($0[1]) }
    let design = try Matrix(
      columns: [[Double](repeating: 1, count: rows.count)]
        + (2...4).map { group in groups.map { $0 == group ? 1 : 0 } })
    let name = inputs.values["method"] == nil ? "REML" : try inputs.text("method")
    guard let method = FayHerriot.Method(rawValue: name) else {
      throw VectorInputs.Unreadable(description: "no method \(name)")
    }
    let fit = try FayHerriot(
      design: design, estimates: rows.map { $0[2] }, variances: rows.map { $0[3] * $0[3] }, method: method,
      tolerance: 1e-4)
    // The step that found the search settled is not counted in the figures.
    return [
      "iterations": .number(Double(fit.steps - 1)), "tol": .number(1e-4),
      "method": .text(method == .moment ? "FH moment" : name), "sigma2u": .number(fit.variance),
      "beta": JSONValue(fit.coefficients), "beta_se": JSONValue(fit.standardErrors),
      "eblup": JSONValue(fit.estimates), "mse": JSONValue(fit.squaredErrors),
      "eblup_first10": JSONValue(Array(fit.estimates.prefix(10))),
      "mse_first10": JSONValue(Array(fit.squaredErrors.prefix(10))),
    ]
  }

  /// The rows of a case, or those of the first case that gives them.
  private static func rows(_ inputs: VectorInputs) throws -> [[Double]] {
    let given =
      try inputs.values["rows"]
      ?? VectorFile.read("fay-herriot-milk.json").cases.lazy
      .compactMap { $0.inputs["rows"] }.first
    return try VectorInputs(values: ["rows": given ?? .null]).rows("rows")
  }
}
