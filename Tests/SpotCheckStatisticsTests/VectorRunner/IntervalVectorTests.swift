@testable import SpotCheckStatistics

/// Intervals for one rate.
enum IntervalVectors {
  static let methods: [String: VectorMethod] = [
    "r-binom-confint": { inputs in
      let limits = try printed(inputs)
      return ["lower": JSONValue(limits?.lower), "upper": JSONValue(limits?.upper)]
    },
    "computed-binomial-ci": { inputs in
      [
        "wilson": pair(try interval(inputs, .wilson)),
        "clopper_pearson": pair(try interval(inputs, .clopperPearson)),
        "jeffreys_equal_tailed": pair(try equalTails(inputs)),
        "agresti_coull": pair(try interval(inputs, .agrestiCoull)),
        "wald": pair(try interval(inputs, .wald)),
        "wilson_cc": pair(try interval(inputs, .wilsonContinuity)),
        "mid_p": pair(try interval(inputs, .midP)),
      ]
    },
    "propcis-add4ci": { inputs in
      let limits = try interval(inputs, .addFour)
      return [
        "estimate": .number(((try inputs.number("x")) + 2) / ((try inputs.number("n")) + 4)),
        "lower": JSONValue(limits?.lower), "upper": JSONValue(limits?.upper),
      ]
    },
    "phe-wilson": { inputs in
      let interval = wilson(
        try inputs.number("x"), try inputs.number("n"), level: try inputs.number("confidence"))
      return ["lower": .number(interval.lower), "upper": .number(interval.upper)]
    },
    "phe-proportion-wilson": { inputs in
      let x = try inputs.number("x")
      let n = try inputs.number("n")
      let usual = wilson(x, n, level: 0.95)
      let wide = wilson(x, n, level: 0.998)
      return [
        "value": .number(x / n), "lower95": .number(usual.lower), "upper95": .number(usual.upper),
        "lower998": .number(wide.lower), "upper998": .number(wide.upper),
      ]
    },
  ]

  static func pair(_ interval: RateInterval?) -> JSONValue {
    interval.map { JSONValue([$0.lower, $0.upper]) } ?? .null
  }

  static func wilson(_ x: Double, _ n: Double, level: Double) -> RateInterval {
    BinomialInterval.wilson(passes: x, trials: n, z: SpecialFunctions.normalQuantile((1 + level) / 2))
  }

  /// The methods by the names that R gives them.
  private static let named: [String: IntervalMethod] = [
    "exact": .clopperPearson, "wilson": .wilson, "bayes": .jeffreys, "logit": .logit,
    "probit": .probit, "cloglog": .complementaryLogLog, "profile": .profile, "lrt": .likelihoodRatio,
    "prop.test": .wilsonContinuity, "agresti-coull": .agrestiCoull, "asymptotic": .wald,
  ]

  /// The limits as R prints them: normal ones beyond 0 and 1 too, and of a posterior the highest density where
  /// all trials agree.
  private static func printed(_ inputs: VectorInputs) throws -> RateInterval? {
    let name = try inputs.text("method")
    guard let method = named[name] else { throw VectorInputs.Unreadable(description: name) }
    let sample = RateSample(passes: try inputs.count("x"), trials: try inputs.count("n"))
    let tail = (1 - (try inputs.number("confidence"))) / 2
    switch method {
    case .agrestiCoull where !sample.isAtAnEnd: return sample.agrestiCoull(tail: tail)
    case .wald where !sample.isAtAnEnd: return sample.wald(tail: tail)
    case .jeffreys where sample.isAtAnEnd: return try interval(inputs, .jeffreysHighestDensity)
    default: return try interval(inputs, method)
    }
  }

  private static func interval(_ inputs: VectorInputs, _ method: IntervalMethod) throws -> RateInterval? {
    BinomialInterval.interval(
      passes: try inputs.count("x"), trials: try inputs.count("n"), level: try inputs.number("confidence"),
      method: method)
  }

  /// The figures do not take the ends to 0 and 1: the interval itself where it has none, else its posterior.
  private static func equalTails(_ inputs: VectorInputs) throws -> RateInterval? {
    let passes = try inputs.count("x")
    let trials = try inputs.count("n")
    guard passes == 0 || passes == trials else { return try interval(inputs, .jeffreys) }
    let posterior = BetaDistribution.jeffreys.posterior(passes: passes, trials: trials)
    let tail = (1 - (try inputs.number("confidence"))) / 2
    return RateInterval(lower: posterior.quantile(tail), upper: posterior.upperQuantile(tail))
  }
}
