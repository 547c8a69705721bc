@testable import SpotCheckStatistics

/// Adjusted p-values and rejections.
enum MultiplicityVectors {
  static let methods: [String: VectorMethod] = [
    "r-multtest-adjusted-p": { inputs in
      let p = try inputs.numbers("p")
      return [
        "BH": JSONValue(MultipleTesting.benjaminiHochberg(p)), "Holm": JSONValue(MultipleTesting.holm(p)),
      ]
    },
    "computed-multiplicity": { inputs in
      let p = try inputs.numbers("p")
      return [
        "bh": JSONValue(MultipleTesting.benjaminiHochberg(p)), "holm": JSONValue(MultipleTesting.holm(p)),
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
      return ["bh_rejections": .number(Double(rejected.count)), "bh_cutoff": JSONValue(rejected.max())]
    },
  ]

  private static func flags(_ values: [Bool]) -> JSONValue {
    JSONValue(values.map { $0 ? 1 : 0 })
  }
}
