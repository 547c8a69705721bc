@testable import SpotCheckStatistics

/// Sizes of samples, and their allocation to strata.
enum SamplingVectors {
  static let methods: [String: VectorMethod] = [
    "computed-samplesize-precision": { inputs in
      let size = try precision(inputs, margin: "moe")
      return [
        "n0": number(size.simple), "n_deff": number(size.withDesignEffect),
        "n_fpc": number(size.withPopulation),
      ]
    },
    "svy-samplesize-proportion": { inputs in
      let size = try precision(inputs, margin: "moe")
      return [
        "n0": number(size.simple), "n_deff": number(size.withDesignEffect),
        "n_fpc": number(size.withPopulation),
        "n": number(size.size),
      ]
    },
    "computed-samplesize-shortfall": { inputs in
      guard let target = DecimalFraction(String(try inputs.number("target"))),
        let test = ShortfallPower(
          target: target, rate: try inputs.number("true_rate"), alpha: try inputs.number("alpha")),
        let size = ShortfallSize(test, power: try inputs.number("power"))
      else { throw VectorInputs.Unreadable(description: "no shortfall") }
      return [
        "n_first": number(size.first.size), "n_stable": number(size.stable.size),
        "critical_at_first": number(size.first.criticalPasses), "power_at_first": .number(size.first.power),
        "n_normal_approx": number(size.normalApproximation),
      ]
    },
    "svy-samplesize-two-proportions": { inputs in
      let ratio = inputs.values["alloc_ratio"] == nil ? 1 : try inputs.number("alloc_ratio")
      let variance = inputs.values["variance"] == nil ? "unpooled" : try inputs.text("variance")
      guard let variance = ComparisonSize.Variance(rawValue: variance),
        let size = ComparisonSize(
          rates: (try inputs.number("p1"), try inputs.number("p2")),
          difference: inputs.values["delta"] == nil ? 0 : try inputs.number("delta"), ratio: ratio,
          alpha: try inputs.number("alpha"), power: try inputs.number("power"),
          isTwoSided: inputs.values["two_sided"] == .bool(true), variance: variance)
      else { throw VectorInputs.Unreadable(description: "no comparison") }
      return ratio == 1
        ? ["n_per_group": number(size.first)] : ["n1": number(size.first), "n2": number(size.second)]
    },
    "stratallo-box-allocation": { inputs in
      var strata = try inputs.numbers("A").map { AllocationStratum(size: $0, deviation: 1, isFinite: false) }
      try bound(&strata, inputs)
      return ["x": JSONValue(try Allocation.shares(of: inputs.number("n"), among: strata))]
    },
    "stratallo-min-cost": { inputs in
      let weights = try inputs.numbers("A")
      let deviation = try inputs.number("A0") / weights.reduce(0, +)
      var strata = zip(weights, try inputs.numbers("cost")).map {
        AllocationStratum(size: $0 / deviation, deviation: deviation, unitCost: $1)
      }
      try bound(&strata, inputs)
      return ["x": JSONValue(try Allocation.shares(reaching: inputs.number("V"), among: strata))]
    },
    "stratallo-round-oric": { inputs in
      ["int": .array(LargestRemainder.rounded(try inputs.numbers("x")).map(number))]
    },
    "stratallo-variance": { inputs in
      let strata = zip(try inputs.numbers("N"), try inputs.numbers("S")).map {
        AllocationStratum(size: $0, deviation: $1)
      }
      return ["var": .number(Allocation.variance(of: try inputs.numbers("x"), among: strata))]
    },
    "svy-neyman-caps": { inputs in
      let sizes = try inputs.members("N")
      let deviations = try inputs.members("S")
      let names = sizes.values.keys.sorted()
      let strata = try names.map { name in
        AllocationStratum(
          size: try sizes.number(name),
          deviation: deviations.values[name] == nil ? 0 : try deviations.number(name))
      }
      let units = try Allocation.units(of: inputs.count("n"), among: strata)
      return zip(names, units).reduce(into: [:]) { $0[$1.0] = number($1.1) }
    },
    "computed-neyman-proportions": { inputs in
      let least = try inputs.number("min")
      let strata = zip(try inputs.counts("N"), try inputs.numbers("p")).map { size, rate in
        AllocationStratum(
          size: Double(size), deviation: AllocationStratum.deviation(rate: rate, population: size),
          minimum: least)
      }
      let shares = try Allocation.shares(of: inputs.number("n"), among: strata)
      let all = strata.reduce(0) { $0 + $1.size }
      return [
        "S": JSONValue(strata.map(\.deviation)), "x": JSONValue(shares),
        "x_int_largest_remainder": .array(LargestRemainder.rounded(shares).map(number)),
        "var_p": .number(Allocation.variance(of: shares, among: strata) / (all * all)),
      ]
    },
  ]

  private static func number(_ count: Int) -> JSONValue { .number(Double(count)) }

  private static func precision(_ inputs: VectorInputs, margin: String) throws -> PrecisionSize {
    let formula = inputs.values["method"] == nil ? "wald" : try inputs.text("method")
    guard let formula = PrecisionSize.Formula(rawValue: formula) else {
      throw VectorInputs.Unreadable(description: "formula")
    }
    return PrecisionSize(
      rate: try inputs.number("p"), margin: try inputs.number(margin),
      confidence: inputs.values["confidence"] == nil ? 0.95 : try inputs.number("confidence"),
      designEffect: try inputs.number("deff"),
      population: inputs.values["N"] == .null ? nil : try inputs.count("N"),
      response: inputs.values["resp"] == nil ? 1 : try inputs.number("resp"), formula: formula)
  }

  private static func bound(_ strata: inout [AllocationStratum], _ inputs: VectorInputs) throws {
    if inputs.values["m"] != nil {
      for (index, bound) in zip(strata.indices, try inputs.numbers("m")) { strata[index].minimum = bound }
    }
    if inputs.values["M"] != nil {
      for (index, bound) in zip(strata.indices, try inputs.numbers("M")) { strata[index].maximum = bound }
    }
  }
}
