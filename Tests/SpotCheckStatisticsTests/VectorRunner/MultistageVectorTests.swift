@testable import SpotCheckStatistics

/// Designs of several stages, each with its finite correction.
enum MultistageVectors {
  static let methods: [String: VectorMethod] = [
    "mu284-two-stage": twoStages, "svy-multistage-fpc": stages,
  ]

  private static func twoStages(_ inputs: VectorInputs) throws -> [String: JSONValue] {
    let table = try VectorTable(named: "r-survey-mu284-data.csv")
    let design = try SurveyDesign(
      weights: nil,
      stages: [
        SurveyDesign.Stage(clusters: try table.factor("id1").levels, population: try table.numbers("n1")),
        SurveyDesign.Stage(clusters: try table.factor("id2").levels, population: try table.numbers("n2")),
      ])
    let total = try design.total(of: try table.numbers("y1"))
    // The standard error is printed to one decimal, the total and the variance to units.
    return [
      "total": .number(total.value.rounded()), "se": .number((total.standardError * 10).rounded() / 10),
      "var": .number(total.variance.rounded()),
    ]
  }

  private static func stages(_ inputs: VectorInputs) throws -> [String: JSONValue] {
    let words = try inputs.text("design")
    let table = try VectorTable(named: try inputs.text("data"))
    let levels = [("psu", "fpc_psu"), ("ssu", "fpc_ssu"), ("unit_id", "fpc_unit")]
    let depth = words.contains("three-stage") ? 3 : words.contains("ssu") ? 2 : 1
    let isStratified = !words.contains("no strata")
    let stages = try levels.prefix(depth).enumerated().map { number, level in
      SurveyDesign.Stage(
        strata: number == 0 && isStratified ? try table.factor("stratum").levels : nil,
        clusters: try table.factor(level.0).levels,
        population: words.contains(level.1) ? try table.numbers(level.1) : nil)
    }
    let design = try SurveyDesign(weights: try table.numbers("wgt"), stages: stages)
    let values = try table.numbers(try inputs.text("y"))
    if words.contains("domain") {
      let strata = try table.factor("stratum")
      return Dictionary(
        try strata.names.enumerated().map { number, name in
          let mean = try design.mean(of: values, in: strata.levels.map { $0 == number })
          return (name, JSONValue([mean?.value ?? .nan, mean?.standardError ?? .nan]))
        }, uniquingKeysWith: { first, _ in first })
    }
    let (mean, total) = (try design.mean(of: values), try design.total(of: values))
    let ratio = try design.ratio(of: values, to: try table.numbers("x"))
    let share = try design.mean(of: try table.numbers("binary_y").map { $0 == 0 ? 1 : 0 })
    // The standard error of the share is printed to four decimals.
    let shareError = share.map { ($0.standardError * 1e4).rounded() / 1e4 }
    return [
      "mean": JSONValue(mean?.value), "se_mean": JSONValue(mean?.standardError),
      "total": .number(total.value), "se_total": .number(total.standardError),
      "ratio": JSONValue(ratio?.value), "se_ratio": JSONValue(ratio?.standardError),
      "prop0": JSONValue(share?.value), "se_prop0": JSONValue(shareError),
    ]
  }
}
