import Foundation

@testable import SpotCheckStatistics

/// Designs and weights whose data stand in the vector files.
enum SmallSurveyVectors {
  static func estimates(_ inputs: VectorInputs) throws -> [String: JSONValue] {
    let name = try inputs.text("table")
    let table = try columns(of: name)
    func column(_ title: String) throws -> [Double] {
      guard let column = table[title] else {
        throw VectorInputs.Unreadable(description: "no column \(title)")
      }
      return column
    }
    switch name {
    case "fpc":
      let words = try inputs.text("design")
      let (strata, units) = (try column("stratid").map { Int($0) }, try column("psuid").map { Int($0) })
      var stage = SurveyDesign.Stage(strata: strata, clusters: units)
      if words.contains("clusters=stratid") { stage = SurveyDesign.Stage(clusters: strata) }
      if words.contains("psuid as cluster") { stage = SurveyDesign.Stage(clusters: units) }
      if words.contains("fpc=Nh") { stage.population = try column("Nh") }
      let design = try SurveyDesign(weights: try column("weight"), stages: [stage])
      return SurveyVectors.figures(try design.mean(of: try column("x")), designEffect: nil)
    case "singleton":
      let rules: [String: SurveyDesign.SingletonRule] = [
        "remove": .certainty, "certainty": .certainty, "adjust": .adjust, "average": .average,
      ]
      let word = String(try inputs.text("lonely_psu").prefix { $0.isLetter })
      guard let rule = rules[word] else { throw VectorInputs.Unreadable(description: "no rule \(word)") }
      let stage = SurveyDesign.Stage(
        strata: try column("Stratum").map { Int($0) }, clusters: try column("PSU").map { Int($0) })
      let design = try SurveyDesign(weights: try column("Weight"), stages: [stage], singletons: rule)
      return SurveyVectors.figures(try design.total(of: try column("Age")), designEffect: nil)
    default:
      let words = try inputs.text("design").components(separatedBy: "=")
      let design = try SurveyDesign(weights: try column(words[words.count - 1]))
      let stat = try inputs.text("stat")
      let estimate =
        stat.contains("total")
        ? try design.total(of: try column("uriage")) : try design.mean(of: try column("uriage"))
      return SurveyVectors.figures(
        estimate,
        designEffect: stat.contains("replace")
          ? estimate?.designEffectWithReplacement : estimate?.designEffect)
    }
  }

  /// The columns of a table by the first case that gives its rows.
  private static func columns(of name: String) throws -> [String: [Double]] {
    let inputs = try VectorFile.read("r-survey-small-tables.json").cases.lazy
      .map { VectorInputs(values: $0.inputs) }
      .first { $0.values["table"] == .text(name) && $0.values["rows"] != nil }
    guard let inputs else { throw VectorInputs.Unreadable(description: "no rows of \(name)") }
    let titles = try inputs.texts("columns")
    let values = try inputs.rows("rows")
    return Dictionary(
      titles.enumerated().map { place, title in (title, values.map { $0[place] }) },
      uniquingKeysWith: { first, _ in first })
  }

  /// Ratios of adjusted to initial weights in a table of 4 (a) × 3 (b), a varying fastest.
  static func weighting(_ inputs: VectorInputs) throws -> [String: JSONValue] {
    let sample: [Double] = [20, 50, 100, 30, 40, 140, 50, 100, 40, 310, 50, 70]
    let population: [Double] = [80, 60, 170, 55, 40, 150, 60, 165, 55, 340, 200, 125]
    let drawn = try SurveyDesign(weights: sample)
    let method = try inputs.text("method")
    let (a, b) = ((0..<12).map { $0 % 4 }, (0..<12).map { $0 / 4 })
    func sums(_ groups: [Int]) -> [Double] {
      (0...(groups.max() ?? 0)).map { group in
        (0..<12).reduce(0) { $0 + (groups[$1] == group ? population[$1] : 0) }
      }
    }
    let design: SurveyDesign
    if method == "post-stratification" {
      design = try drawn.postStratified(by: Array(0..<12), totals: population)
    } else if method.contains("numeric") {
      let columns = [[Double](repeating: 1, count: 12)] + [a, b].map { $0.map { Double($0 + 1) } }
      let auxiliaries = try Matrix(columns: columns)
      let totals = try LinearAlgebra.transposedProduct(auxiliaries, population)
      design = try drawn.calibrated(to: totals, of: auxiliaries)
    } else {
      guard let distance = SurveySample.distance(method) else {
        throw VectorInputs.Unreadable(description: "no method \(method)")
      }
      design = try drawn.raked(
        to: [a, b].map { SurveyDesign.Margin(groups: $0, totals: sums($0)) }, by: distance)
    }
    let ratios = zip(design.weights, sample).map { $0 / $1 }
    return ["ratio": .array((0..<4).map { row in JSONValue((0..<3).map { ratios[4 * $0 + row] }) })]
  }
}
