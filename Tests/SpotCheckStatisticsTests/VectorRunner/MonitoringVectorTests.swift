@testable import SpotCheckStatistics

/// Charts, run rules and sequential tests.
enum MonitoringVectors {
  static let methods: [String: VectorMethod] = [
    "qcc-ewma": { inputs in
      guard inputs.values["smooth"] == nil else { return try smoothed(inputs) }
      let points = try points(inputs)
      let chart = EWMAChart(
        values: points.values, sizes: points.sizes, center: try inputs.number("center"),
        deviation: try inputs.number("sd"), lambda: try inputs.number("lambda"),
        width: try inputs.number("nsigmas"))
      return [
        "ewma": JSONValue(chart.averages), "sigma": JSONValue(chart.deviations),
        "violation_index": fromOne(chart.signals),
      ]
    },
    "qcc-cusum": { inputs in
      let points = try points(inputs)
      let chart = TabularCUSUM(
        values: points.values, sizes: points.sizes, center: try inputs.number("center"),
        deviation: try inputs.number("sd"), shift: try inputs.number("se_shift"),
        decisionInterval: try inputs.number("decision_interval"))
      return [
        "pos": JSONValue(chart.upper), "neg": JSONValue(chart.lower),
        "violations_upper_index": fromOne(chart.upperSignals),
        "violations_lower_index": fromOne(chart.lowerSignals),
      ]
    },
    "qcc-run-rules": { inputs in
      let name = try inputs.text("rule")
      guard let rule = RunRule(rawValue: name) else { throw VectorInputs.Unreadable(description: name) }
      return ["index": fromOne(rule.signals(in: try inputs.numbers("x")))]
    },
    "nhsr-special-cause": { inputs in
      switch try inputs.text("f") {
      case "seven_one_side":
        let sides = try inputs.numbers("v")
        return ["r": flags(SpecialCause.sevenOnOneSide(sides), of: sides.count)]
      case "seven_trend":
        return ["r": JSONValue(SpecialCause.sevenPointTrend(try inputs.numbers("v")).map(Double.init))]
      case "two_in_three":
        let isClose = try inputs.numbers("close").map { $0 != 0 }
        let points = SpecialCause.twoInThree(isClose: isClose, sides: try inputs.numbers("side"))
        return ["r": flags(points, of: isClose.count)]
      case let other: throw VectorInputs.Unreadable(description: other)
      }
    },
    "nhsr-assurance": { inputs in
      let direction = try inputs.text("direction")
      guard ["increase", "decrease"].contains(direction) else {
        throw VectorInputs.Unreadable(description: direction)
      }
      let assurance = Assurance(
        lowerLimit: try inputs.number("lpl"), upperLimit: try inputs.number("upl"),
        target: try inputs.number("target"), isHigherBetter: direction == "increase")
      return ["assurance": .text(assurance.rawValue)]
    },
    "computed-anhoej-run-limits": { inputs in
      let points = try inputs.count("n_useful")
      return [
        "longest_run_max": .number(Double(RunChart.longestRunLimit(usefulPoints: points))),
        "crossings_min": .number(Double(RunChart.crossingsLimit(usefulPoints: points))),
      ]
    },
    "computed-ears": { inputs in
      let name = try inputs.text("method")
      guard let method = EARSMethod(rawValue: name) else { throw VectorInputs.Unreadable(description: name) }
      return try ears(method, inputs, from: try inputs.count("offset"))
    },
    "surveillance-ears-c1": { try ears(.c1, $0, from: try $0.count("baseline")) },
    "computed-mann-kendall": { inputs in
      let trend = MannKendall(try inputs.numbers("y"))
      return [
        "S": JSONValue(trend.map { Double($0.statistic) }), "varS": JSONValue(trend?.variance),
        "z": JSONValue(trend?.z), "p_two_sided": JSONValue(trend?.pTwoSided),
        "sen_slope": JSONValue(trend?.senSlope), "tau_b": JSONValue(trend?.tauB),
      ]
    },
    "computed-sprt": { inputs in
      let test = SequentialTest(
        acceptable: try inputs.number("p0"), unacceptable: try inputs.number("p1"),
        alpha: try inputs.number("alpha"), beta: try inputs.number("beta"))
      let numbers = [1, 2, 10, 24, 50, 100, 200].map { items in
        JSONValue.array([
          .number(Double(items)), JSONValue(test?.acceptanceNumber(items: items).map(Double.init)),
          JSONValue(test?.rejectionNumber(items: items).map(Double.init)),
        ])
      }
      return [
        "k": JSONValue(test?.logOddsRatio), "slope": JSONValue(test?.slope),
        "h1": JSONValue(test?.acceptanceIntercept), "h2": JSONValue(test?.rejectionIntercept),
        "asn_p0": JSONValue(test?.expectedItemsAcceptable),
        "asn_p1": JSONValue(test?.expectedItemsUnacceptable), "n_accept_reject": .array(numbers),
      ]
    },
  ]

  private static func fromOne(_ points: [Int]) -> JSONValue {
    JSONValue(points.map { Double($0 + 1) })
  }

  private static func flags(_ points: [Int], of count: Int) -> JSONValue {
    JSONValue((0..<count).map { points.contains($0) ? 1 : 0 })
  }

  private static func ears(
    _ method: EARSMethod, _ inputs: VectorInputs, from first: Int
  ) throws -> [String: JSONValue] {
    let detector = EARSDetector(
      method: method, baseline: try inputs.count("baseline"), alpha: try inputs.number("alpha"))
    let alarms = detector.judge(try inputs.numbers("counts")).dropFirst(first)
    return [
      "upper": .array(alarms.map { JSONValue($0?.limit) }),
      "alarm": .array(alarms.map { JSONValue($0.map { $0.isAlarm ? 1 : 0 }) }),
    ]
  }

  /// The pairs in order of x, and their average from `start`.
  private static func smoothed(_ inputs: VectorInputs) throws -> [String: JSONValue] {
    guard case .object(let members)? = inputs.values["smooth"] else {
      throw VectorInputs.Unreadable(description: "no object smooth")
    }
    let pairs = VectorInputs(values: members)
    let sorted = zip(try pairs.numbers("x"), try pairs.numbers("y")).sorted { $0.0 < $1.0 }
    let averages = EWMAChart.smooth(
      sorted.map(\.1), lambda: try inputs.number("lambda"), start: try inputs.number("start"))
    return ["x": JSONValue(sorted.map(\.0)), "y": JSONValue(averages)]
  }

  /// Single points, or means of groups in which null is missing; new ones follow the old.
  private static func points(_ inputs: VectorInputs) throws -> (values: [Double], sizes: [Double]) {
    var (values, sizes): ([Double], [Double]) = ([], [])
    for (key, groups, given) in [("x", "x_groups", "sizes"), ("new", "new_groups", "newsizes")] {
      if inputs.values[key] != nil {
        let singles = try inputs.numbers(key)
        values += singles
        sizes += singles.map { _ in 1 }
      } else if case .array(let elements)? = inputs.values[groups] {
        let present = try elements.map(numbersPresent)
        values += present.map { $0.reduce(0, +) / Double($0.count) }
        sizes += inputs.values[given] == nil ? present.map { Double($0.count) } : try inputs.numbers(given)
      }
    }
    guard !values.isEmpty, values.count == sizes.count else {
      throw VectorInputs.Unreadable(description: "no points")
    }
    return (values, sizes)
  }

  private static func numbersPresent(_ group: JSONValue) throws -> [Double] {
    guard case .array(let elements) = group else {
      throw VectorInputs.Unreadable(description: "a group is no array")
    }
    return elements.compactMap { if case .number(let value) = $0 { value } else { nil } }
  }
}
