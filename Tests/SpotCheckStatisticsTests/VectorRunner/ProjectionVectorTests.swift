@testable import SpotCheckStatistics

/// The year's end, seen from within the year.
enum ProjectionVectors {
  static let methods: [String: VectorMethod] = [
    "computed-year-end-projection": { inputs in
      guard let target = DecimalFraction(String(try inputs.number("target"))),
        let prior = try pair(inputs.numbers("prior"))
      else { throw VectorInputs.Unreadable(description: "target or prior") }
      let projection = YearEndProjection(
        passes: try inputs.count("x"), trials: try inputs.count("n"),
        remaining: try inputs.count("remaining"), target: target, prior: prior)
      let limits = [0.05, 0.95].compactMap { projection.yearRate(quantile: $0) }
      return [
        "passes_needed_in_remaining": .number(Double(projection.need)),
        "required_future_rate": JSONValue(projection.requiredFutureRate),
        "status": .text(projection.status.rawValue), "predictive_prob_meet": .number(projection.chanceMet),
        "plugin_binomial_prob": JSONValue(projection.chanceAtRateSoFar),
        "year_end_rate_pi90": JSONValue(limits), "year_end_rate_mean": JSONValue(projection.expectedRate),
      ]
    }
  ]

  private static func pair(_ shapes: [Double]) -> BetaDistribution? {
    shapes.count == 2 ? BetaDistribution(alpha: shapes[0], beta: shapes[1]) : nil
  }
}
