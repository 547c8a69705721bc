@testable import SpotCheckStatistics

/// Changes of a rate: two proportions, and strata that two years have in common.
enum ComparisonVectors {
  static let methods: [String: VectorMethod] = [
    "computed-two-proportions": { inputs in
      let pair = RatePair(
        passesBefore: try inputs.count("x_before"), trialsBefore: try inputs.count("n_before"),
        passesNow: try inputs.count("x_now"), trialsNow: try inputs.count("n_now"))
      let level = try inputs.number("confidence")
      return [
        "diff": JSONValue(pair.difference), "newcombe": limits(pair.newcombeInterval(level: level)),
        "miettinen_nurminen": limits(pair.miettinenNurminenInterval(level: level)),
        "agresti_caffo": limits(pair.agrestiCaffoInterval(level: level)),
        "z_pooled": JSONValue(pair.pooledScore),
        "p_rise_pooled": JSONValue(pair.pooledScore.map { SpecialFunctions.normalCDF(-$0) }),
        "p_rise_fisher": .number(pair.fisher.rise),
      ]
    },
    "computed-rise-same-scope": { inputs in
      let strata = try inputs.rows("strata_n0_k0_n1_k1").map { row in
        guard row.count == 4, let counts = Optional(row.compactMap { Int(exactly: $0) }), counts.count == 4
        else { throw VectorInputs.Unreadable(description: "no stratum: \(row)") }
        return RatePair(
          passesBefore: counts[1], trialsBefore: counts[0], passesNow: counts[3], trialsNow: counts[2])
      }
      let crude = RatePair(
        passesBefore: strata.reduce(0) { $0 + $1.passesBefore },
        trialsBefore: strata.reduce(0) { $0 + $1.trialsBefore },
        passesNow: strata.reduce(0) { $0 + $1.passesNow }, trialsNow: strata.reduce(0) { $0 + $1.trialsNow })
      let change = SameScopeChange(strata)
      let p = StratifiedTest.exact(strata)
      return [
        "crude_before": JSONValue(crude.rateBefore), "crude_now": JSONValue(crude.rateNow),
        "fisher_fall": .number(crude.fisher.fall), "fisher_rise": .number(crude.fisher.rise),
        "mh_risk_difference": JSONValue(change?.heldDifference),
        "cmh_z_no_cc": JSONValue(StratifiedTest.score(strata)), "exact_stratified_rise": .number(p.rise),
        "exact_stratified_fall": .number(p.fall),
        "now_at_last_years_mix": JSONValue(change?.rateAtFormerMix),
        "rate_effect": JSONValue(change?.rateEffect), "mix_effect": JSONValue(change?.mixEffect),
      ]
    },
  ]

  private static func limits(_ interval: DifferenceInterval?) -> JSONValue {
    interval.map { JSONValue([$0.lower, $0.upper]) } ?? .null
  }
}
