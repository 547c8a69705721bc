@testable import SpotCheckStatistics

/// Identifiers, and rates as regulators publish them.
enum PublicFigureVectors {
  static let methods: [String: VectorMethod] = [
    "uscc-check-digit": { inputs in
      let code = CreditCode(try inputs.text("code"))
      return [
        "weighted_sum": JSONValue(code.map { Double($0.weightedSum) }),
        "check_char": code.map { .text(String($0.checkCharacter)) } ?? .null,
        "valid": code.map { .bool($0.isValid) } ?? .null,
      ]
    },
    "cn-national-sampling-rates": { inputs in
      let (failed, sampled) = (try inputs.count("failed"), try inputs.count("batches"))
      return [
        "rate_pct": percent(failed, of: sampled), "pass_pct": percent(sampled - failed, of: sampled),
      ]
    },
    "cn-food-sampling-34-categories": { inputs in
      ["rate_pct": percent(try inputs.count("failed"), of: try inputs.count("sampled"))]
    },
  ]

  /// The rounded percentage that is printed.
  private static func percent(_ part: Int, of whole: Int) -> JSONValue {
    JSONValue(Double(Rounding.percentText(passes: part, trials: whole, decimals: 2)))
  }
}
