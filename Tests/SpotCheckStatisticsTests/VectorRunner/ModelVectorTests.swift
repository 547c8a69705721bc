import Foundation

@testable import SpotCheckStatistics

/// Regression: grouped logistic models and least squares.
enum ModelVectors {
  static let methods: [String: VectorMethod] = [
    "computed-glm-binomial": factors, "star98-binomial-glm": dense, "nist-longley": leastSquares,
  ]

  private static func factors(_ inputs: VectorInputs) throws -> [String: JSONValue] {
    let table = try VectorTable(named: "computed-glm-data.csv")
    let place = try inputs.members("predict_at")
    var names = ["(Intercept)"]
    var terms: [FactorDesign.Term] = []
    var row = [1.0]
    for part in try inputs.text("formula").split(separator: "+") {
      let name = part.trimmingCharacters(in: .whitespaces)
      switch name {
      case "1": continue
      case "month":
        terms.append(.covariate(try table.numbers(name)))
        names.append(name)
        row.append(try place.number(name))
      default:
        let factor = try table.factor(name)
        terms.append(.factor(levels: factor.levels, count: factor.names.count))
        names += factor.names.dropFirst().map { name + $0 }
        let level = try place.text(name)
        row += factor.names.dropFirst().map { $0 == level ? 1 : 0 }
      }
    }
    let design = try FactorDesign(cells: table.rows, terms: terms)
    let fit = try LogisticRegression.fit(
      design: design, passes: try table.numbers("x").map { Int($0) },
      trials: try table.numbers("n").map { Int($0) })
    let predicted = try fit.predictor(at: row)
    return figures(fit).merging([
      "names": .array(names.map(JSONValue.text)), "pred_eta": JSONValue(predicted?.logit),
      "pred_se": JSONValue(predicted?.standardError),
    ]) { first, _ in first }
  }

  private static func dense(_ inputs: VectorInputs) throws -> [String: JSONValue] {
    let table = try VectorTable(named: try inputs.text("data"))
    let counts = try inputs.texts("y").map { try table.numbers($0).map { Int($0) } }
    let columns = try inputs.texts("regressors").map {
      $0 == "const" ? [Double](repeating: 1, count: table.rows) : try table.numbers($0)
    }
    return figures(
      try LogisticRegression.fit(
        design: try Matrix(columns: columns), passes: counts[0], trials: zip(counts[0], counts[1]).map(+)))
  }

  private static func figures(_ fit: LogisticFit) -> [String: JSONValue] {
    let freedom = JSONValue.number(Double(fit.degreesOfFreedom))
    return [
      "coef": JSONValue(fit.coefficients), "se": JSONValue(fit.standardErrors),
      "deviance": .number(fit.deviance), "null_deviance": .number(fit.nullDeviance), "df_residual": freedom,
      "df_resid": freedom, "aic": .number(fit.informationCriterion), "loglik": .number(fit.logLikelihood),
      "pearson_chi2": .number(fit.pearson), "quasi_dispersion": JSONValue(fit.dispersion),
      "quasi_se": fit.quasiStandardErrors.map { JSONValue($0) } ?? .null,
    ]
  }

  private static func leastSquares(_ inputs: VectorInputs) throws -> [String: JSONValue] {
    let table = try VectorTable(named: try inputs.text("data"))
    let regressors = ["GNPDEFL", "GNP", "UNEMP", "ARMED", "POP", "YEAR"]
    let ones = [Double](repeating: 1, count: table.rows)
    let fit = try LeastSquares(
      design: try Matrix(columns: [ones] + regressors.map { try table.numbers($0) }),
      responses: try table.numbers(try inputs.text("y")))
    return [
      "names": .array((["const"] + regressors).map(JSONValue.text)), "coef": JSONValue(fit.coefficients),
      "se": fit.standardErrors.map { JSONValue($0) } ?? .null,
      "residual_sd": JSONValue(fit.residualDeviation), "r2": JSONValue(fit.determination),
    ]
  }
}
