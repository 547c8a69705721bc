@testable import SpotCheckStatistics

/// Charts of successive groups: limits, warnings, trends.
enum ChartVectors {
  static let methods: [String: VectorMethod] = [
    "computed-laney-p-prime": { inputs in
      let trials = try inputs.counts("n")
      let chart = PChart(passes: try inputs.counts("x"), trials: trials)
      let limits = trials.map { chart?.limits(trials: $0) }
      let plain = trials.map { chart?.plainLimits(trials: $0) }
      return [
        "center": JSONValue(chart?.center), "sigma_z": JSONValue(chart?.sigmaZ),
        "z": .array(chart?.zScores.map { JSONValue($0) } ?? []),
        "lcl": .array(limits.map { JSONValue($0?.lower) }),
        "ucl": .array(limits.map { JSONValue($0?.upper) }),
        "p_lcl": .array(plain.map { JSONValue($0?.lower) }),
        "p_ucl": .array(plain.map { JSONValue($0?.upper) }),
      ]
    },
    "qcc-p-chart": { inputs in
      let size = try inputs.count("n")
      let passes = try inputs.counts("x")
      let chart = PChart(passes: passes, trials: passes.map { _ in size })
      let limits = chart?.plainLimits(trials: size)
      return [
        "center": JSONValue(chart?.center), "lcl": JSONValue(limits?.lower), "ucl": JSONValue(limits?.upper),
      ]
    },
    "computed-bernoulli-cusum": { inputs in
      let failures = try inputs.counts("fail")
      let cusum = BernoulliCUSUM(
        acceptable: try inputs.number("p0"), unacceptable: try inputs.number("p1"),
        threshold: try inputs.number("h"))
      let sums = cusum.sums(failures: failures, trials: failures.map { _ in 1 })
      return [
        "first_alarm_1based": JSONValue(
          sums.firstIndex { $0 >= cusum.threshold }.map { Double($0 + 1) }),
        "max": JSONValue(sums.max()), "last": JSONValue(sums.last),
        "cusum_every_20": JSONValue(stride(from: 19, to: sums.count, by: 20).map { sums[$0] }),
      ]
    },
    "computed-trend-tests": { inputs in
      let (passes, trials) = (try inputs.counts("x"), try inputs.counts("n"))
      let scores =
        inputs.values["score"] == nil
        ? trials.indices.map { Double($0 + 1) } : try inputs.numbers("score")
      let trend = TrendTest.cochranArmitage(passes: passes, trials: trials, scores: scores)
      let homogeneity = TrendTest.homogeneity(passes: passes, trials: trials)
      return [
        "chisq": JSONValue(trend?.chiSquare), "p_two_sided": JSONValue(trend?.p),
        "homogeneity_chisq": JSONValue(homogeneity?.chiSquare),
        "homogeneity_df": JSONValue(homogeneity.map { Double($0.freedom) }),
        "homogeneity_p": JSONValue(homogeneity?.p),
      ]
    },
  ]
}
