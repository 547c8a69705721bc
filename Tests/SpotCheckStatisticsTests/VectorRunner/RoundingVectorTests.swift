@testable import SpotCheckStatistics

/// Percentages for people.
enum RoundingVectors {
  static let methods: [String: VectorMethod] = [
    "computed-gb8170-rounding": { inputs in
      let percent = Rounding.percentText(
        passes: try inputs.count("k"), trials: try inputs.count("n"), decimals: try inputs.count("decimals"))
      return ["percent": .text(percent)]
    }
  ]
}
