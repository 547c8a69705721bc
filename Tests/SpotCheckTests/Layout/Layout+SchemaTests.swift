import SpotCheckIngest
import SpotCheckStatistics
import Testing

@testable import SpotCheck

@Suite struct LayoutSchemaTests {
  private func schema(
    _ yaml: String = "", by dimensions: [String] = ["region", "category", "period"], plan: Plan? = nil,
    unit: Schema.Unit? = nil, duplicates: Schema.DuplicatePolicy? = nil
  ) throws -> Schema {
    try Layout(yaml: yaml, file: "l.yaml")
      .schema(by: dimensions, plan: plan, unit: unit, duplicates: duplicates)
  }

  private func plan(_ indicators: String) throws -> Plan {
    try Plan(yaml: "indicators:\n" + indicators, file: "p.yaml")
  }

  @Test func withoutALayoutBuiltInHeadersAreLookedFor() throws {
    let schema = try Layout().schema(by: ["region", "category", "period"])
    #expect(schema.dimensions.map(\.name) == ["region", "category", "programme"])
    #expect(schema.dimensions.map { $0.levels[0].isRequired } == [true, true, false])
    #expect(schema.dimensions.map(\.allowsBlank) == [false, false, true])
    #expect(schema.dimensions.allSatisfy { $0.levels[0].isBuiltIn })
    #expect(schema.dimensions[0].levels[0].isIdentifier)
    #expect(schema.result.fields[0].isBuiltIn && schema.result.fields[0].isRequired)
    #expect(schema.result.rule == .labels(.builtIn))
    #expect(schema.date?.field.isRequired == false)
    #expect(schema.date?.patterns == Synonyms.patterns)
    #expect(schema.unit == .record)
    #expect(schema.duplicates == .keep)
    #expect(schema.sampleID == nil && schema.item == nil && schema.revised == nil)
  }

  @Test func namedColumnsAreNeeded() throws {
    let schema = try schema(
      "columns: { date: { from: d, formats: [MM/dd/yyyy] }, programme: p, revised: r }\nlabels: { pass: [a], fail: [b] }"
    )
    #expect(schema.date?.field.isRequired == true)
    #expect(schema.date?.patterns.count == 1)
    #expect(schema.revised?.patterns == Synonyms.patterns)
    #expect(schema.dimensions.last?.levels[0].isRequired == true)
    #expect(schema.result.rule == .labels(LabelSet(pass: ["a"], fail: ["b"])))
  }

  @Test func unitsAndDuplicatesFollowTheColumns() throws {
    let identified = try schema("columns: { sample_id: s }")
    #expect(identified.sampleID?.isIdentifier == true)
    #expect(identified.unit == .record)
    #expect(identified.duplicates == .last)
    let items = try schema("columns: { sample_id: s, item: i }")
    #expect(items.unit == .sample)
    #expect(items.item?.isIdentifier == false)
  }

  @Test func aFlagBeatsTheLayoutAndTheLayoutBeatsTheDefault() throws {
    let yaml = "columns: { sample_id: s, item: i }\nunit: record\nduplicates: worst"
    let byLayout = try schema(yaml)
    #expect(byLayout.unit == .record && byLayout.duplicates == .worst)
    let byFlag = try schema(yaml, unit: .sample, duplicates: .first)
    #expect(byFlag.unit == .sample && byFlag.duplicates == .first)
  }

  @Test func dimensionsBeyondTheCoreMustBeNamed() throws {
    let schema = try schema("columns: { stage: s }", by: ["stage", "region", "stage"])
    #expect(schema.dimensions.map(\.name) == ["region", "programme", "stage"])
    #expect(schema.dimensions[2].allowsBlank)
    let error = #expect(throws: SpotCheckError.self) { try self.schema(by: ["stage"]) }
    #expect(error?.kind == .dimensionWithoutColumn(askedBy: "--by"))
    #expect(error?.text == "stage")
    #expect(error?.message(in: .english).hasSuffix("columns:\n  stage: 抽样环节") == true)
  }

  @Test(arguments: ["date", "result", "revised"])
  func readingsAreNoDimensions(field: String) {
    let error = #expect(throws: SpotCheckError.self) {
      try schema("columns: { date: d, result: r, revised: v }", by: [field])
    }
    #expect(error?.kind == .dimensionWithoutColumn(askedBy: "--by"))
  }

  @Test func aPlanNeedsRegionAndCategory() throws {
    let plan = try plan("  - { id: a, where: { category: x } }")
    let schema = try schema(by: ["period"], plan: plan)
    #expect(schema.dimensions.map(\.name) == ["region", "category", "programme"])
    #expect(schema.dimensions.map { $0.levels[0].isRequired } == [false, true, false])
  }

  @Test func strataAreADimension() throws {
    let plan = try plan("  - { id: a, weights: { by: stage, values: { x: 1 } } }")
    #expect(try schema("columns: { stage: s }", plan: plan).dimensions.last?.name == "stage")
    let error = #expect(throws: SpotCheckError.self) { try schema(plan: plan) }
    #expect(error?.kind == .dimensionWithoutColumn(askedBy: "weights"))
  }

  @Test func filtersTakeLevelsApartOnlyWhereColumnsGiveThem() throws {
    let split = try schema("columns: { category: { path: [a, b] } }\nwhere: { category: 制造业/水泥 }")
    #expect(split.filters[0].values == [DimensionKey(levels: ["制造业", "水泥"])])
    #expect(split.filters[0].levels.count == 2)
    let separated = try schema(
      "columns: { category: { from: a, separator: \"-->\" } }\nwhere: { category: 甲/乙 }")
    #expect(separated.filters[0].values == [DimensionKey(levels: ["甲", "乙"])])
    let plain = try schema("follow_up: { category: 甲/乙 }")
    #expect(plain.followUps[0].values == [DimensionKey(levels: ["甲/乙"])])
    #expect(plain.filters.isEmpty)
  }

  @Test func filtersNeedTheirColumn() throws {
    #expect(try schema("where: { region: x }").filters[0].levels[0].isRequired)
    let error = #expect(throws: SpotCheckError.self) { try schema("where: { 环节: x }") }
    #expect(error?.kind == .dimensionWithoutColumn(askedBy: "where"))
  }

  @Test func programmesAreCountedUnderTheirGroup() throws {
    let yaml = "programmes: { evaluative: [评价性抽检, 评价] }\nwhere: { programme: evaluative }"
    let schema = try schema(yaml)
    let group = DimensionKey(levels: ["evaluative"])
    #expect(
      schema.dimensions.last?.groups
        == [DimensionKey(levels: ["评价性抽检"]): group, DimensionKey(levels: ["评价"]): group])
    #expect(
      schema.filters[0].values == [group, DimensionKey(levels: ["评价性抽检"]), DimensionKey(levels: ["评价"])])
    let plan = try plan("  - { id: a, where: { programme: 评价 } }").resolved(for: schema)
    #expect(plan.indicators[0].scope["programme"] == [group])
  }

  @Test func conditionsOnFurtherColumnsBecomeSelections() throws {
    let plan = try plan(
      """
        - { id: a, where: { stage: 生产, category: x } }
        - { id: b, where: { stage: 流通 } }
        - { id: c, where: { stage: 生产 } }
        - { id: d }
      """)
    let schema = try schema("columns: { stage: s }", plan: plan)
    #expect(
      schema.selections.map { $0.map(\.values) } == [
        [[DimensionKey(levels: ["生产"])]], [[DimensionKey(levels: ["流通"])]],
      ])
    #expect(plan.selections(beyond: schema.dimensions.map(\.name)).count == 2)
    #expect(try self.schema("columns: { stage: s }", by: ["stage"], plan: plan).selections.isEmpty)
  }

  @Test func selectionsAreAtMostSixtyFour() throws {
    let lines = (0..<65).map { "  - { id: i\($0), where: { stage: s\($0) } }" }
    let yaml = "columns: { stage: s }"
    #expect(
      try schema(yaml, plan: try plan(lines.dropLast().joined(separator: "\n"))).selections.count == 64)
    let all = try plan(lines.joined(separator: "\n"))
    let error = #expect(throws: SpotCheckError.self) { try schema(yaml, plan: all) }
    #expect(error?.kind == .tooManyConditions(limit: 64))
  }

  @Test func planValuesAreResolvedAsTheColumnsGiveThem() throws {
    let plan = try plan(
      "  - { id: a, where: { category: 甲/乙 }, weights: { by: category, values: { 甲/乙: 0.5, 甲/丙: 0.5 } } }")
    let levels = try schema("columns: { category: { path: [a, b] } }")
    let resolved = plan.resolved(for: levels).indicators[0]
    #expect(resolved.scope["category"] == [DimensionKey(levels: ["甲", "乙"])])
    #expect(
      resolved.weights?.values.keys.sorted()
        == [DimensionKey(levels: ["甲", "丙"]), DimensionKey(levels: ["甲", "乙"])].sorted())
    #expect(plan.resolved(for: try schema()).indicators == plan.indicators)
  }

  @Test(arguments: ["unit: sample", "columns: { item: i }"])
  func samplesNeedAnIdentifier(yaml: String) {
    let error = #expect(throws: SpotCheckError.self) { try schema(yaml) }
    #expect(error?.kind == .sampleWithoutIdentifier)
  }

  @Test func duplicatesNeedAnIdentifier() throws {
    let error = #expect(throws: SpotCheckError.self) { try schema(duplicates: .last) }
    #expect(error?.kind == .duplicatesWithoutIdentifier)
    #expect(try schema(duplicates: .keep).duplicates == .keep)
  }
}
