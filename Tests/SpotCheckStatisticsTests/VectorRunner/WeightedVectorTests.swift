@testable import SpotCheckStatistics

/// Weighted rates: the gamma method and the shown variance.
enum WeightedVectors {
  static let methods: [String: VectorMethod] = [
    "computed-weighted-evidence": { inputs in
      inputs.values["multiplier"] == nil ? try evidence(inputs) : try standardisedRate(inputs)
    },
    "computed-output-weighted-rate": { inputs in
      let estimate = WeightedRate.estimate(
        weights: try inputs.numbers("weight"), trials: try inputs.counts("n"), passes: try inputs.counts("x"))
      return [
        "weighted_rate": JSONValue(estimate?.rate), "raw_rate": JSONValue(estimate?.rawRate),
        "se": JSONValue(estimate?.standardError),
        "df_satterthwaite": JSONValue(estimate?.degreesOfFreedom),
        "n_eff": JSONValue(estimate?.effectiveSampleSize), "kish_deff": JSONValue(estimate?.kishDesignEffect),
        "wilson95": IntervalVectors.pair(estimate?.interval(level: 0.95)),
      ]
    },
    "computed-stratified-proportion": { inputs in
      let sample = StratifiedSample(
        populations: try inputs.counts("N"), trials: try inputs.counts("n"), passes: try inputs.counts("x"))
      return [
        "p": JSONValue(sample?.rate), "se_fpc": JSONValue(sample?.standardError),
        "se_nofpc": JSONValue(sample?.standardErrorWithoutCorrection),
        "df": JSONValue(sample?.degreesOfFreedom), "deff": JSONValue(sample?.designEffect),
        "n_eff": JSONValue(sample?.effectiveSampleSize),
        "logit": IntervalVectors.pair(sample?.logitInterval(level: 0.95)),
        "xlogit": IntervalVectors.pair(sample?.logitInterval(level: 0.95)),
        "beta": IntervalVectors.pair(sample?.betaInterval(level: 0.95)),
        "mean": IntervalVectors.pair(sample?.meanInterval(level: 0.95)),
        "wilson": IntervalVectors.pair(sample?.wilsonInterval(level: 0.95)),
        "wilson_one_sided_95": IntervalVectors.pair(sample?.wilsonInterval(level: 0.9)),
      ]
    },
  ]

  private static func evidence(_ inputs: VectorInputs) throws -> [String: JSONValue] {
    let strata = Strata(
      weights: try inputs.numbers("weight"), trials: try inputs.counts("n"), passes: try inputs.counts("k"))
    let evidence = strata?.gammaEvidence(target: Target(try inputs.number("target")), level: 0.95)
    return [
      "failure_rate": JSONValue(evidence?.failureRate), "variance": JSONValue(evidence?.variance),
      "w_max": JSONValue(evidence?.maximumUnitWeight), "p_met": JSONValue(evidence?.pMet),
      "p_shortfall": JSONValue(evidence?.pShortfall),
      "pass_lower_one_sided_95": JSONValue(evidence?.lowerBound),
      "pass_upper_one_sided_95": JSONValue(evidence?.upperBound),
      "pass_interval_95": IntervalVectors.pair(evidence?.interval),
    ]
  }

  /// A published table of events over a population: events are the failures.
  private static func standardisedRate(_ inputs: VectorInputs) throws -> [String: JSONValue] {
    let trials = try inputs.counts("n")
    let events = try inputs.counts("x")
    let scale = try inputs.number("multiplier")
    let evidence = WeightedRate.evidence(
      weights: try inputs.numbers("weight"), trials: trials, passes: zip(trials, events).map { $0 - $1 },
      target: 1, level: 0.95)
    let limits = evidence.map { [1 - $0.interval.upper, 1 - $0.interval.lower].map { $0 * scale } }
    return [
      "rate": JSONValue(evidence.map { $0.failureRate * scale }),
      "interval_95": limits.map { JSONValue($0) } ?? .null,
    ]
  }
}
