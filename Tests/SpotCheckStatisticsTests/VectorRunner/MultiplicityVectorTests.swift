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
    "benjamini-hochberg-1995-example": { inputs in
      let p = try inputs.numbers("p")
      let level = try inputs.number("q")
      let rejected = zip(p, MultipleTesting.benjaminiHochberg(p)).filter { $0.1 <= level }.map(\.0)
      return ["bh_rejections": .number(Double(rejected.count)), "bh_cutoff": JSONValue(rejected.max())]
    },
  ]
}
