import Glibc

@testable import SpotCheckStatistics

/// Exact tests, bounds and anytime evidence against a target.
enum EvidenceVectors {
  static let methods: [String: VectorMethod] = [
    "computed-shortfall-exact-test": { inputs in
      let passes = try inputs.count("x")
      let trials = try inputs.count("n")
      let target = try inputs.number("target")
      func upper(_ level: Double) -> JSONValue {
        JSONValue(BinomialInterval.upperBound(passes: passes, trials: trials, level: level))
      }
      func lower(_ level: Double) -> JSONValue {
        JSONValue(BinomialInterval.lowerBound(passes: passes, trials: trials, level: level))
      }
      return [
        "p_shortfall_H0_ge": .number(
          ExactTest.pShortfall(passes: passes, trials: trials, target: target)),
        "p_meets_H0_lt": .number(ExactTest.pMet(passes: passes, trials: trials, target: target)),
        "midp_shortfall": .number(
          ExactTest.midPShortfall(passes: passes, trials: trials, target: target)),
        "score_z": JSONValue(ExactTest.score(passes: passes, trials: trials, target: target)),
        "upper_one_sided_95": upper(0.95), "lower_one_sided_95": lower(0.95),
        "upper_one_sided_99": upper(0.99), "lower_one_sided_99": lower(0.99),
      ]
    },
    "r-binom-test": { inputs in
      let passes = try inputs.count("x")
      let trials = try inputs.count("n")
      let target = try inputs.number("p0")
      switch try inputs.text("alternative") {
      case "less":
        let upper = BinomialInterval.upperBound(passes: passes, trials: trials, level: 0.95)
        return [
          "p_value": .number(ExactTest.pShortfall(passes: passes, trials: trials, target: target)),
          "ci95": .array([.number(0), JSONValue(upper)]),
        ]
      case "greater":
        let lower = BinomialInterval.lowerBound(passes: passes, trials: trials, level: 0.95)
        return [
          "p_value": .number(ExactTest.pMet(passes: passes, trials: trials, target: target)),
          "ci95": .array([JSONValue(lower), .number(1)]),
        ]
      case let other:
        guard other == "two-sided" else { throw VectorInputs.Unreadable(description: other) }
        let interval = BinomialInterval.interval(
          passes: passes, trials: trials, level: 0.95, method: .clopperPearson)
        return [
          "p_value": .number(ExactTest.pTwoSided(passes: passes, trials: trials, target: target)),
          "ci95": IntervalVectors.pair(interval),
        ]
      }
    },
    "computed-anytime-shortfall": { inputs in
      let size = try inputs.count("n_per_look")
      let target = try inputs.number("target")
      let failures = try inputs.counts("failures")
      var looks: (passes: [Int], trials: [Int]) = ([], [])
      var values: (fixed: [Double], evidence: [Double], anytime: [Double]) = ([], [], [])
      for failed in failures {
        let trials = (looks.trials.last ?? 0) + size
        let passes = (looks.passes.last ?? 0) + size - failed
        looks.trials.append(trials)
        looks.passes.append(passes)
        values.fixed.append(ExactTest.pShortfall(passes: passes, trials: trials, target: target))
        values.evidence.append(
          exp(AnytimeTest.logEvidence(passes: passes, trials: trials, target: target).shortfall))
        values.anytime.append(
          AnytimeTest.pValues(passes: looks.passes, trials: looks.trials, target: target).shortfall)
      }
      return [
        "p_fixed": JSONValue(values.fixed), "e_value": JSONValue(values.evidence),
        "p_anytime": JSONValue(values.anytime),
      ]
    },
  ]
}
