@testable import SpotCheckStatistics

/// Adjusted p-values and rejections.
enum MultiplicityVectors {
  static let methods: [String: VectorMethod] = [
    "r-multtest-adjusted-p": { inputs in
      let p = try inputs.numbers("p")
      return [
        "BH": JSONValue(MultipleTesting.benjaminiHochberg(p)), "Holm": JSONValue(MultipleTesting.holm(p)),
        "BY": JSONValue(MultipleTesting.benjaminiYekutieli(p)),
        "Bonferroni": JSONValue(MultipleTesting.bonferroni(p)),
        "Hochberg": JSONValue(MultipleTesting.hochberg(p)),
        "SidakSS": JSONValue(MultipleTesting.sidak(p)),
        "SidakSD": JSONValue(MultipleTesting.sidakStepDown(p)),
      ]
    },
    "computed-multiplicity": { inputs in
      let p = try inputs.numbers("p")
      let storey = MultipleTesting.storey(p)
      let adaptive = MultipleTesting.benjaminiKriegerYekutieli(p, level: 0.05)
      return [
        "bh": JSONValue(MultipleTesting.benjaminiHochberg(p)), "holm": JSONValue(MultipleTesting.holm(p)),
        "by": JSONValue(MultipleTesting.benjaminiYekutieli(p)),
        "bonferroni": JSONValue(MultipleTesting.bonferroni(p)),
        "hochberg": JSONValue(MultipleTesting.hochberg(p)), "sidak": JSONValue(MultipleTesting.sidak(p)),
        "storey_pi0_lambda.5": .number(storey.trueShare), "storey_q": JSONValue(storey.q),
        "bky_two_stage_rejected_q.05": flags(adaptive.isRejected),
      ]
    },
    "computed-hierarchical-bb": { inputs in
      let families = try inputs.rows("families")
      let level = try inputs.number("q")
      let simes = families.map(MultipleTesting.simes)
      let selected = MultipleTesting.benjaminiHochberg(simes).map { $0 <= level }
      let rejected = MultipleTesting.twoLevel(families).map { flags($0.map { $0 <= level }) }
      let flat = MultipleTesting.benjaminiHochberg(families.flatMap(\.self)).count { $0 <= level }
      return [
        "simes": JSONValue(simes), "family_selected": flags(selected),
        "within_level": .number(level * Double(selected.count(where: \.self)) / Double(families.count)),
        "rejected": .array(rejected), "flat_bh_rejections": .number(Double(flat)),
      ]
    },
    "computed-hierarchical-bb-adjusted": { inputs in
      ["q": .array(MultipleTesting.twoLevel(try inputs.rows("families")).map { JSONValue($0) })]
    },
    "benjamini-hochberg-1995-example": { inputs in
      let p = try inputs.numbers("p")
      let level = try inputs.number("q")
      let rejected = zip(p, MultipleTesting.benjaminiHochberg(p)).filter { $0.1 <= level }.map(\.0)
      let adaptive = MultipleTesting.benjaminiKriegerYekutieli(p, level: level)
      let iterated = MultipleTesting.benjaminiKriegerYekutieli(p, level: level, stages: p.count)
      return [
        "bonferroni_rejections": count(MultipleTesting.bonferroni(p).map { $0 <= level }),
        "bh_rejections": .number(Double(rejected.count)), "bh_cutoff": JSONValue(rejected.max()),
        "bky_two_stage_rejections": count(adaptive.isRejected),
        "bky_iterated_rejections": count(iterated.isRejected), "bky_alpha_star": JSONValue(adaptive.levels),
      ]
    },
  ]

  private static func flags(_ values: [Bool]) -> JSONValue {
    JSONValue(values.map { $0 ? 1 : 0 })
  }

  private static func count(_ isRejected: [Bool]) -> JSONValue {
    .number(Double(isRejected.count { $0 }))
  }
}
