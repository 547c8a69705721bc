import SpotCheckIngest
import SpotCheckStatistics
import TestSupport
import Testing

@testable import SpotCheck

@Suite struct PlanFiguresTests {
  private static let header = ["region", "category", "year", "value"]

  @Test func aTableNextToThePlanIsRead() throws {
    let folder = try Scratch()
    try folder.write(
      "region,category,year,value\n530100,制造业/水泥,2024,120\n*,,*,900\n", to: "population.csv")
    try folder.write("category,value\n制造业/水泥,12.5\n", to: "weights.csv")
    let plan = try folder.write(
      """
      indicators:
        - id: a
          population: { file: population.csv }
        - id: b
          planned: { file: population.csv }
          weights: { by: category, file: weights.csv, min_covered: 0.8 }
        - id: c
          clusters: establishment
      """, to: "plan.yaml")
    let indicators = try Plan(contentsOf: plan).indicators
    let cement = DimensionKey(levels: ["制造业/水泥"])
    let rows = [
      PlanFigures.Row(
        region: "530100", category: cement, year: 2024, value: DecimalFraction(digits: 120, places: 0)),
      PlanFigures.Row(region: nil, category: nil, year: nil, value: DecimalFraction(digits: 900, places: 0)),
    ]
    #expect(indicators[0].population?.rows == rows)
    #expect(indicators[1].planned?.rows == rows)
    #expect(indicators[1].weights?.minimumCovered == DecimalFraction(digits: 8, places: 1))
    #expect(
      indicators[1].weights?.figures?.rows == [
        .init(region: nil, category: cement, year: nil, value: DecimalFraction(digits: 125, places: 1))
      ])
    #expect(indicators[2].clusters == "establishment")
  }

  @Test func aMissingTableIsNamed() throws {
    let folder = try Scratch()
    let plan = try folder.write(
      "indicators: [ { id: a, population: { file: none.csv } } ]", to: "plan.yaml")
    let error = try #require(throws: SpotCheckError.self) { try Plan(contentsOf: plan) }
    #expect(error.file?.hasSuffix("none.csv") == true)
  }

  @Test(
    arguments: [
      ([["region"]], .counts, .missingColumn("value"), 1, nil),
      ([header, ["a", "b", "2024", "1"], ["a", "b", "2024", "2"]], .counts, .duplicateRow, 3, "a,b,2024"),
      ([header, ["a", "b", "24", "1"]], .counts, .badYear, 2, "24"),
      ([header, ["a", "b", "2024", "1.5"]], .counts, .badValue(isCount: true), 2, "1.5"),
      ([header, ["a", "b", "2024", "1000000001"]], .counts, .badValue(isCount: true), 2, "1000000001"),
      ([header, ["a", "b", "2024"]], .counts, .badValue(isCount: true), 2, nil),
      ([header, ["a", "b", "2024", "0"]], .weightsOfCategories, .badValue(isCount: false), 2, "0"),
      ([header, ["a", "*", "2024", "1"]], .weightsOfCategories, .needsCategory, 2, "a"),
      ([header, ["a", "b", "2024", "1"]], .weightsOfRegions, .needsNoCategory, 2, "b"),
    ] as [([[String]], PlanFigures.Kind, SpotCheckError.FiguresProblem, Int, String?)])
  func whatIsWrongIsPlaced(
    fields: [[String]], kind: PlanFigures.Kind, problem: SpotCheckError.FiguresProblem, line: Int,
    text: String?
  ) throws {
    let error = try #require(throws: SpotCheckError.self) { try PlanFigures(fields: fields, of: kind) }
    #expect(error.kind == .badFigures(problem))
    #expect(error.line == line)
    #expect(error.text == text)
  }

  @Test func categoriesTakeTheLevelsOfTheColumns() throws {
    var schema = Schema(result: ResultSource(fields: [], rule: .labels(.builtIn)))
    schema.dimensions = [
      DimensionSource(
        name: "category", levels: ["大类", "小类"].map { FieldSource(name: $0, columns: []) })
    ]
    var plan = Plan.sample()
    plan.indicators[0].population = PlanFigures([
      .init(
        region: nil, category: DimensionKey(levels: ["制造业/水泥"]), year: 2024,
        value: DecimalFraction(digits: 1, places: 0))
    ])
    let resolved = plan.resolved(for: schema).indicators[0].population
    #expect(resolved?.rows.first?.category == DimensionKey(levels: ["制造业", "水泥"]))
  }
}
