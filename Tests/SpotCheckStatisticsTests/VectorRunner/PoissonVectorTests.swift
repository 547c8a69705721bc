@testable import SpotCheckStatistics

/// Counts of events and rates of them.
enum PoissonVectors {
  static let methods: [String: VectorMethod] = [
    "phe-byars": { inputs in
      let limits = PoissonInterval.interval(
        count: try inputs.count("x"), level: try inputs.number("confidence"), method: .byar)
      return ["lower": JSONValue(limits.lower), "upper": .number(limits.upper)]
    },
    "phe-rate-byars-exact": { inputs in
      let events = try inputs.count("events")
      let scale = try inputs.number("multiplier")
      let exposure = try inputs.number("denominator") / scale
      let method = PoissonMethod.usual(forCount: events)
      return [
        "value": .number(Double(events) / exposure),
        "method": .text(method == .exact ? "Exact" : "Byars"),
      ].merging(
        levels { level in
          PoissonInterval.rateInterval(count: events, exposure: exposure, level: level, method: method)
        }
      ) { first, _ in first }
    },
    "phe-dsr-dobson": { inputs in
      let named = try inputs.text("weight")
      guard named == "ESP2013" else { throw VectorInputs.Unreadable(description: named) }
      let scale = try inputs.number("multiplier")
      let rate = StandardizedRate(
        counts: try inputs.counts("count"), exposures: try inputs.numbers("pop").map { $0 / scale },
        weights: europe2013)
      return ["value": JSONValue(rate?.rate)].merging(levels { rate?.interval(level: $0) }) { first, _ in
        first
      }
    },
  ]

  /// The European standard population of 2013 by age.
  private static let europe2013: [Double] = [
    5_000, 5_500, 5_500, 5_500, 6_000, 6_000, 6_500, 7_000, 7_000, 7_000, 7_000, 6_500, 6_000, 5_500, 5_000,
    4_000, 2_500, 1_500, 1_000,
  ]

  private static func levels(_ interval: (Double) -> CountInterval?) -> [String: JSONValue] {
    let (usual, wide) = (interval(0.95), interval(0.998))
    return [
      "lower95": JSONValue(usual?.lower), "upper95": JSONValue(usual?.upper),
      "lower998": JSONValue(wide?.lower), "upper998": JSONValue(wide?.upper),
    ]
  }
}
