import Foundation

@testable import SpotCheckStatistics

/// A data table with the design that a case describes in words.
struct SurveySample {
  let table: VectorTable
  let design: SurveyDesign
  /// The weights before calibration.
  let drawn: SurveyDesign

  init(_ inputs: VectorInputs) throws {
    let words = try inputs.text("design")
    table = try VectorTable(named: "r-survey-\(try inputs.text("data"))-data.csv")
    drawn = try Self.drawn(words, table)
    design = try Self.calibrated(drawn, words, table)
  }

  private static func drawn(_ words: String, _ table: VectorTable) throws -> SurveyDesign {
    if words.contains("two-stage") {
      let stages = try [("dnum", "fpc1"), ("snum", "fpc2")].map { clusters, population in
        SurveyDesign.Stage(
          clusters: try table.factor(clusters).levels,
          population: words.contains(population) ? try table.numbers(population) : nil)
      }
      return try SurveyDesign(
        weights: words.contains("weights=pw") ? try table.numbers("pw") : nil, stages: stages)
    }
    func factor(_ key: String) throws -> [Int]? {
      try words.firstMatch(of: try Regex("\(key)=([A-Za-z.]+)", as: (Substring, Substring).self)).map {
        try table.factor(String($0.output.1)).levels
      }
    }
    let stage = SurveyDesign.Stage(
      strata: try factor("strata"), clusters: try factor("cluster"),
      population: words.contains("fpc=fpc") ? try table.numbers("fpc") : nil)
    return try SurveyDesign(weights: try table.numbers("pw"), stages: [stage])
  }

  private static func calibrated(
    _ design: SurveyDesign, _ words: String, _ table: VectorTable
  ) throws -> SurveyDesign {
    let types = SurveyDesign.Margin(
      groups: try table.factor("stype", order: ["E", "H", "M"]).levels, totals: [4421, 755, 1018])
    let wide = try table.factor("sch.wide", order: ["No", "Yes"]).levels
    let margins = [types, SurveyDesign.Margin(groups: wide, totals: [1072, 5122])]
    if words.contains("postStratify") || words.contains("post-stratified") {
      return try design.postStratified(by: types.groups, totals: types.totals)
    }
    if words.contains("raked joint") {
      let joint = SurveyDesign.Margin(
        groups: zip(types.groups, wide).map { 2 * $0 + $1 }, totals: [472, 3949, 334, 421, 266, 752])
      let improved = SurveyDesign.Margin(
        groups: try table.factor("comp.imp", order: ["No", "Yes"]).levels, totals: [1712, 4482])
      return try design.raked(to: [joint, improved])
    }
    guard let distance = distance(words) else { return design }
    return try design.raked(to: margins, by: distance)
  }

  /// The distance that words name, with bounds in parentheses where it has any.
  static func distance(_ words: String) -> CalibrationDistance? {
    let bounds = words.firstMatch(of: /bounds ?\(([0-9.]+), ?([0-9.]+)\)/)
      .flatMap { found in Double(found.1).flatMap { lower in Double(found.2).map { (lower, $0) } } }
    if words.contains("truncated linear"), let (lower, upper) = bounds {
      return .truncatedLinear(lower: lower, upper: upper)
    }
    if words.contains("logit"), let (lower, upper) = bounds { return .logit(lower: lower, upper: upper) }
    if words.contains("raked") || words.contains("raking") { return .exponential }
    return words.contains("linear") || words.contains("greg") ? .linear : nil
  }

  /// 1 where an indicator `VAR ==|>|< VALUE` holds, 0 elsewhere.
  func indicator(_ words: String) throws -> [Double] {
    guard let found = words.wholeMatch(of: /\s*([A-Za-z0-9.]+)\s*(==|>|<)\s*'?([^']*?)'?\s*/) else {
      throw VectorInputs.Unreadable(description: "no indicator: \(words)")
    }
    let name = String(found.1)
    let value = String(found.3)
    guard let number = Double(value) else {
      return try table.texts(name).map { $0 == value ? 1 : 0 }
    }
    return try table.numbers(name).map {
      (found.2 == "==" ? $0 == number : found.2 == ">" ? $0 > number : $0 < number) ? 1 : 0
    }
  }

  /// The rows where `VAR=VALUE & VAR=VALUE` holds.
  func domain(_ words: String) throws -> [Bool] {
    try words.components(separatedBy: "&").reduce([Bool](repeating: true, count: table.rows)) { rows, part in
      let sides = part.components(separatedBy: "=").map { $0.trimmingCharacters(in: .whitespaces) }
      guard sides.count == 2 else { throw VectorInputs.Unreadable(description: "no domain: \(part)") }
      return zip(rows, try table.texts(sides[0])).map { $0 && $1 == sides[1] }
    }
  }
}
