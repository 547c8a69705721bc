@testable import SpotCheckStatistics

/// Tests and bounds for a population of known size.
enum FinitePopulationVectors {
  static let methods: [String: VectorMethod] = [
    "computed-hypergeometric-bounds": { inputs in
      let population = try inputs.count("N")
      let trials = try inputs.count("n")
      let passes = try inputs.count("x")
      let target = DecimalFraction(digits: 96, places: 2)
      let wide = bounds(passes, trials, population, risk: 1 - 0.95)
      let wider = bounds(passes, trials, population, risk: 1 - 0.975)
      return [
        "M_bounds_0.95": JSONValue(wide), "M_bounds_0.975": JSONValue(wider),
        "p_bounds_0.95": JSONValue(wide.map { $0 / Double(population) }),
        "p_bounds_0.975": JSONValue(wider.map { $0 / Double(population) }),
        "p_shortfall_target_0.96": .number(
          FinitePopulationTest.pShortfall(
            passes: passes, trials: trials, population: population, target: target)),
        "M0": .number(Double(FinitePopulationTest.requiredPasses(of: population, target: target))),
        "se_fpc": JSONValue(
          FinitePopulationTest.standardError(passes: passes, trials: trials, population: population)),
      ]
    },
    "samplingbook-hypergeometric": { inputs in
      let population = try inputs.count("N")
      let trials = try inputs.count("n")
      let passes = try inputs.count("m")
      let tail = (1 - (try inputs.number("confidence"))) / 2
      let rate = Double(passes) / Double(trials)
      let error = FinitePopulationTest.standardError(passes: passes, trials: trials, population: population)
      let margin = (error ?? .nan) * -SpecialFunctions.normalQuantile(tail)
      let approximate = [rate - margin, rate + margin]
      let exact = outside(bounds(passes, trials, population, risk: tail))
      return [
        "p": .number(rate), "se": JSONValue(error), "approx": JSONValue(approximate),
        "approx_count": JSONValue(approximate.map { ($0 * Double(population)).rounded() }),
        "exact": JSONValue(exact.map { $0 / Double(population) }), "exact_count": JSONValue(exact),
      ]
    },
  ]

  private static func bounds(_ passes: Int, _ trials: Int, _ population: Int, risk: Double) -> [Double] {
    [
      Double(
        FinitePopulationTest.lowerBound(passes: passes, trials: trials, population: population, risk: risk)),
      Double(
        FinitePopulationTest.upperBound(passes: passes, trials: trials, population: population, risk: risk)),
    ]
  }

  /// The package prints the first counts that the test rejects, one unit beyond the bounds at either end.
  private static func outside(_ bounds: [Double]) -> [Double] {
    [bounds[0] - 1, bounds[1] + 1]
  }
}
