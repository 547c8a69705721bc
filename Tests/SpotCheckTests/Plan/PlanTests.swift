import SpotCheckIngest
import SpotCheckStatistics
import Testing

@testable import SpotCheck

@Suite struct PlanTests {
  private func plan(_ yaml: String) throws -> Plan {
    try Plan(yaml: yaml, file: "plan.yaml")
  }

  @Test func theWholeContractIsRead() throws {
    let plan = try plan(
      """
      version: 1
      title: 质量提升三年行动 2023—2025
      indicators:
        - id: manufacturing
          title: { zh-Hans: 制造业产品质量合格率, en: Manufacturing product quality pass rate }
          where: { category: 制造业, programme: [a, b] }
          measure: pass_rate
          target: { 2023: 0.945, 2024: 0.955, 2025: 0.960 }
          source: { 2025: policy, 2023: assumption, 2024: assumption }
          comparison: at_least
          path: linear
          weights: { by: category, values: { 制造业/电线电缆: 0.3, 制造业/水泥: 0.7 }, min_covered: 0.8 }
          responsible: [省工业和信息化厅, 省市场监管局]
          overrides: [ { region: "530100", target: { 2025: 0.965 } } ]
          pool_programmes: true
        - { id: green, comparison: all, responsible: 省住建厅 }
        - { id: complaints, measure: fail_rate, comparison: at_most, target: { 2025: .05 } }
      assess: { level: [province, prefecture], depth: 0, alpha: 0.1, multiplicity: holm, period: [quarter, year] }
      """)
    #expect(plan.title == ["": "质量提升三年行动 2023—2025"])
    let first = plan.indicators[0]
    #expect(first.id == "manufacturing")
    #expect(first.title["en"] == "Manufacturing product quality pass rate")
    #expect(
      first.scope == [
        "category": [DimensionKey(levels: ["制造业"])],
        "programme": [DimensionKey(levels: ["a"]), DimensionKey(levels: ["b"])],
      ])
    #expect(first.targets.mapValues(\.description) == [2023: "0.945", 2024: "0.955", 2025: "0.960"])
    #expect(first.sources == [2025: "policy", 2023: "assumption", 2024: "assumption"])
    #expect(first.interpolatesTargets && first.poolsProgrammes)
    #expect(
      first.weights
        == Indicator.Weights(
          dimension: "category",
          values: [
            DimensionKey(levels: ["制造业/电线电缆"]): DecimalFraction(digits: 3, places: 1),
            DimensionKey(levels: ["制造业/水泥"]): DecimalFraction(digits: 7, places: 1),
          ], minimumCovered: DecimalFraction(digits: 8, places: 1)))
    #expect(first.responsible == ["省工业和信息化厅", "省市场监管局"])
    #expect(
      first.overrides == [
        Indicator.TargetOverride(region: "530100", targets: [2025: DecimalFraction(digits: 965, places: 3)])
      ])
    #expect(plan.indicators[1].comparison == .all)
    #expect(plan.indicators[1].responsible == ["省住建厅"])
    #expect(plan.indicators[2].measure == .failRate)
    #expect(plan.indicators[2].comparison == .atMost)
    #expect(plan.assessment.levels == ["province", "prefecture"])
    #expect(plan.assessment.depth == 0)
    #expect(plan.assessment.alpha == 0.1)
    #expect(plan.assessment.multiplicity == .holm)
    #expect(plan.assessment.periods == [.quarter, .year])
    #expect(plan.sha256?.utf8.count == 64)
  }

  @Test func whatIsLeftOutHasItsDefault() throws {
    var plan = try plan("indicators: [ { id: a } ]")
    plan.sha256 = nil
    var expected = Plan()
    expected.indicators = [Indicator(id: "a")]
    #expect(plan == expected)
  }

  @Test(
    arguments: [
      ("", .noIndicators, 1, 1, ""),
      ("indicators: []", .noIndicators, 1, 13, ""),
      ("indicators: { a: b }", .expected(.list), 1, 13, "{…}"),
      ("indicators:\n  - { id: a }\n  - { id: a }", .duplicateIndicator, 3, 11, "a"),
      ("indicators:\n  - title: a", .missingKey("id"), 2, 5, ""),
      ("indicators:\n  - { id: \"\" }", .expected(.nonBlankText), 2, 11, ""),
      ("indicators:\n  - { id: a, tagret: {} }", .unknownKey(nearest: "target", known: []), 2, 14, "tagret"),
      ("indicators:\n  - { id: a, target: { 2025: 96 } }", .shareOutOfRange(suggestion: "0.96"), 2, 30, "96"),
      (
        "indicators:\n  - { id: a, target: { 2025: 96.5% } }", .shareOutOfRange(suggestion: "0.965"), 2, 30,
        "96.5%"
      ),
      ("indicators:\n  - { id: a, target: { 2025: 960 } }", .shareOutOfRange(suggestion: nil), 2, 30, "960"),
      ("indicators:\n  - { id: a, target: { 2025: high } }", .expected(.decimal), 2, 30, "high"),
      ("indicators:\n  - { id: a, target: { 25: 0.9 } }", .expected(.year), 2, 24, "25"),
      (
        "indicators:\n  - { id: a, target: 0.9 }", .expected(.targetsByYear(example: "{ 2025: 0.9 }")), 2, 22,
        "0.9"
      ),
      ("indicators:\n  - { id: a, source: { now: x } }", .expected(.year), 2, 24, "now"),
      ("indicators:\n  - { id: a, measure: mean }", .comesLater, 2, 23, "mean"),
      ("indicators:\n  - { id: a, measure: share }", .comesLater, 2, 23, "share"),
      ("indicators:\n  - { id: a, measure: x }", .expected(.oneOf(["pass_rate", "fail_rate"])), 2, 23, "x"),
      (
        "indicators:\n  - { id: a, comparison: is }",
        .expected(.oneOf(["at_least", "at_most", "rising", "all"])),
        2, 26, "is"
      ),
      (
        "indicators:\n  - { id: a, comparison: all, target: { 2025: 1 } }",
        .keysConflict("comparison: all", "target"), 2, 39, "target"
      ),
      (
        "indicators:\n  - { id: a, comparison: rising, target: { 2025: 1 } }",
        .keysConflict("comparison: rising", "target"), 2, 42, "target"
      ),
      (
        "indicators:\n  - { id: a, comparison: rising, measure: fail_rate }",
        .keysConflict("comparison: rising", "measure"), 2, 43, "measure"
      ),
      (
        "indicators:\n  - { id: a, comparison: rising, clusters: x }",
        .keysConflict("comparison: rising", "clusters"), 2, 44, "clusters"
      ),
      (
        "indicators:\n  - { id: a, population: { file: p.csv }, clusters: x }",
        .keysConflict("population", "clusters"), 2, 53, "clusters"
      ),
      ("indicators:\n  - { id: a, population: {} }", .expected(.nonEmptyMapping), 2, 26, "{…}"),
      (
        "indicators:\n  - { id: a, planned: { path: p.csv } }", .unknownKey(nearest: nil, known: []), 2, 25,
        "path"
      ),
      (
        "indicators:\n  - { id: a, cluster: x }", .unknownKey(nearest: "clusters", known: []), 2, 14,
        "cluster"
      ),
      ("indicators:\n  - { id: a, path: spline }", .expected(.oneOf(["linear"])), 2, 20, "spline"),
      (
        "indicators:\n  - { id: a, weights: { by: stage, file: v.csv } }",
        .expected(.oneOf(["region", "category"])), 2, 29, "stage"
      ),
      (
        "indicators:\n  - { id: a, weights: { by: category, file: v.csv, values: { x: 1 } } }",
        .keysConflict("values", "file"), 2, 45, "file"
      ),
      ("indicators:\n  - { id: a, weights: { values: { x: 1 } } }", .missingKey("by"), 2, 23, ""),
      ("indicators:\n  - { id: a, weights: { by: category } }", .missingKey("values"), 2, 23, ""),
      (
        "indicators:\n  - { id: a, weights: { by: x, values: {} } }", .expected(.nonEmptyMapping), 2, 40,
        "{…}"
      ),
      (
        "indicators:\n  - { id: a, weights: { by: x, values: { y: 0 } } }", .expected(.positiveDecimal), 2,
        45, "0"
      ),
      ("indicators:\n  - { id: a, weights: { by: x, values: { y: -1 } } }", .expected(.decimal), 2, 45, "-1"),
      (
        "indicators:\n  - { id: a, weights: { by: x, values: { y: 1 }, min_covered: 90 } }",
        .shareOutOfRange(suggestion: "0.90"), 2, 63, "90"
      ),
      ("indicators:\n  - { id: a, overrides: [ { target: {} } ] }", .missingKey("region"), 2, 27, ""),
      ("indicators:\n  - { id: a, overrides: [ { region: x } ] }", .missingKey("target"), 2, 27, ""),
      (
        "indicators:\n  - id: a\n    overrides:\n      - { region: x, target: { 2025: 1 } }\n      - { region: x, target: { 2025: 1 } }",
        .duplicateKey, 5, 19, "x"
      ),
      ("indicators:\n  - { id: a, pool_programmes: 1 }", .expected(.truth), 2, 31, "1"),
      (
        "assess: { level: [village] }", .expected(.oneOf(["province", "prefecture", "county", "region"])), 1,
        19, "village"
      ),
      ("assess: { level: [county, county] }", .duplicateKey, 1, 27, "county"),
      ("assess: { depth: 2 }", .expected(.integer(0...1)), 1, 18, "2"),
      ("assess: { alpha: 0 }", .expected(.levelOfSignificance), 1, 18, "0"),
      ("assess: { alpha: 1 }", .expected(.levelOfSignificance), 1, 18, "1"),
      ("assess: { alpha: 5% }", .expected(.decimal), 1, 18, "5%"),
      ("assess: { multiplicity: none }", .expected(.oneOf(["bh", "holm", "two-level"])), 1, 25, "none"),
      ("assess: { period: month }", .expected(.oneOf(["year", "quarter"])), 1, 19, "month"),
    ] as [(String, SpotCheckError.Kind, Int, Int, String)])
  func whatIsWrongIsPlaced(yaml: String, kind: SpotCheckError.Kind, line: Int, column: Int, text: String)
    throws
  {
    let error = try #require(#expect(throws: SpotCheckError.self) { try plan(yaml) })
    if case (.unknownKey(let found, let known), .unknownKey(let nearest, _)) = (error.kind, kind) {
      #expect(found == nearest)
      #expect(!known.isEmpty)
    } else {
      #expect(error.kind == kind)
    }
    #expect([error.line, error.column] == [line, column])
    #expect(error.text == text)
    #expect(error.file == "plan.yaml")
  }
}
