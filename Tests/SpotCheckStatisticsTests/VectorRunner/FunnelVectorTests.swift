@testable import SpotCheckStatistics

/// Funnels of proportions and of ratios.
enum FunnelVectors {
  static let methods: [String: VectorMethod] = [
    "phe-funnel-proportion-limits": { inputs in
      let (center, trials) = (try inputs.number("p0"), try inputs.number("n"))
      let inner = FunnelPlot.limits(center: center, trials: trials, z: FunnelPlot.inner)
      let outer = FunnelPlot.limits(center: center, trials: trials, z: FunnelPlot.outer)
      return [
        "lower95_pct": .number(100 * inner.lower), "upper95_pct": .number(100 * inner.upper),
        "lower998_pct": .number(100 * outer.lower), "upper998_pct": .number(100 * outer.upper),
      ]
    },
    "phe-funnel-proportion-significance": { inputs in
      let (center, trials) = (try inputs.number("p0"), try inputs.number("n"))
      let position = FunnelPosition(
        of: try inputs.number("x") / trials,
        inner: FunnelPlot.limits(center: center, trials: trials, z: FunnelPlot.inner),
        outer: FunnelPlot.limits(center: center, trials: trials, z: FunnelPlot.outer))
      return ["significance": .text(words(position))]
    },
    "phe-funnel-ratio-limits": { inputs in
      let observed = try inputs.number("observed")
      let inner = PoissonFunnel.expectedLimits(observed: observed, tail: 0.025)
      let outer = PoissonFunnel.expectedLimits(observed: observed, tail: 0.001)
      var values: [String: JSONValue] = [:]
      for (name, exact) in [
        ("lower_2s", inner.upper), ("upper_2s", inner.lower), ("lower_3s", outer.upper),
        ("upper_3s", outer.lower),
      ] {
        let expected = bisected(exact, observed: observed)
        values[name + "_exp_events"] = .number(expected)
        values[name + "_isr"] = .number(100 * observed / expected)
      }
      return values
    },
    "phe-funnel-ratio-significance": { inputs in
      let position = PoissonFunnel.position(
        observed: try inputs.number("observed"), expected: try inputs.number("expected"))
      return ["significance": .text(words(position))]
    },
    "funnelplotr-poisson-limits": { inputs in
      let expected = try inputs.number("expected")
      let inner = PoissonFunnel.ratioLimits(expected: expected, tail: 0.025)
      let outer = PoissonFunnel.ratioLimits(expected: expected, tail: 0.001)
      return [
        "ll95": .number(inner.lower), "ul95": .number(inner.upper), "ll998": .number(outer.lower),
        "ul998": .number(outer.upper),
      ]
    },
    "computed-funnel-overdispersion": { inputs in
      let trials = try inputs.counts("n")
      let funnel = FunnelDispersion(
        passes: try inputs.counts("x"), trials: trials, trim: try inputs.number("trim"))
      guard let funnel else { throw VectorInputs.Unreadable(description: "no units") }
      var values: [String: JSONValue] = [
        "target": .number(funnel.center), "phi": .number(funnel.dispersion),
        "tau2": .number(funnel.variance), "z": .array(funnel.zScores.map { JSONValue($0) }),
        "winsorised": .array(funnel.winsorised.map { JSONValue($0) }),
      ]
      for (level, z) in [("95", 1.959964), ("998", 3.090232)] {
        for (prefix, variance) in [("", 0), ("od_", funnel.variance)] {
          let limits = trials.map {
            FunnelPlot.arcsineLimits(center: funnel.center, trials: Double($0), z: z, variance: variance)
          }
          values["\(prefix)lower\(level)"] = JSONValue(limits.map(\.lower))
          values["\(prefix)upper\(level)"] = JSONValue(limits.map(\.upper))
        }
      }
      return values
    },
  ]

  private static func words(_ position: FunnelPosition) -> String {
    switch position {
    case .lowOuter: "Low (0.001)"
    case .lowInner: "Low (0.025)"
    case .within: "Not significant"
    case .highInner: "High (0.025)"
    case .highOuter: "High (0.001)"
    }
  }

  /// Where the published figures stop: they halve the share E/(E + 1 + O) until the step is below 1e-7.
  private static func bisected(_ exact: Double, observed: Double) -> Double {
    let wanted = exact / (exact + 1 + observed)
    var (share, step) = (0.5, 0.5)
    while step > 1e-7 {
      step /= 2
      share += share > wanted ? -step : step
    }
    return (1 + observed) * share / (1 - share)
  }
}
