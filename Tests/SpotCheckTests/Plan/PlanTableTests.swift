import Foundation
import SpotCheckIngest
import SpotCheckStatistics
import TestSupport
import Testing

@testable import SpotCheck

@Suite struct PlanTableTests {
  private func plan(_ text: String) throws -> Plan {
    let scratch = try Scratch()
    return try Plan(contentsOf: try scratch.write(text, to: "plan.csv"))
  }

  private func target(_ text: String) -> DecimalFraction? { DecimalFraction(text) }

  @Test func anOfficesTableIsRead() throws {
    let plan = try plan(
      """
      \u{FEFF}云南省质量提升行动计划表,,,,,,,,
      序号,指标名称,单位,2022年基期值,2023,2024年,2025年目标值,属性,责任单位
      1,制造业产品质量合格率,%,93.29,94.5,95.5,96,预期性,省工业和信息化厅、省市场监管局
      2,农产品质量安全例行监测合格率,％,97.9,,98以上,≥ 98.0,约束性,省农业农村厅
      3,建设工程质量抽查符合率,,,持续提高,,持续提高,预期性,省住房城乡建设厅
      4,食品不合格率,%,,—,≤2,1.5%,,
      ,注：基期值为2022年数据,,,,,,,
      """)
    #expect(plan.title == ["": "云南省质量提升行动计划表"])
    #expect(plan.indicators.count == 4)
    #expect(plan.sha256?.count == 64)
    let first = plan.indicators[0]
    #expect(first.id == "制造业产品质量合格率" && first.title == ["": first.id])
    #expect(first.scope == ["category": [DimensionKey(levels: ["制造业"])]])
    #expect(first.targets == [2023: target("0.945"), 2024: target("0.955"), 2025: target("0.96")])
    #expect(first.sources == [2023: "预期性", 2024: "预期性", 2025: "预期性"])
    #expect(first.comparison == .atLeast && first.measure == .passRate)
    #expect(first.responsible == ["省工业和信息化厅", "省市场监管局"])
    #expect(plan.indicators[1].targets == [2024: target("0.98"), 2025: target("0.980")])
    #expect(plan.indicators[2].comparison == .rising && plan.indicators[2].targets.isEmpty)
    #expect(plan.indicators[2].scope == ["category": [DimensionKey(levels: ["建设工程"])]])
    #expect(plan.indicators[3].comparison == .atMost && plan.indicators[3].measure == .failRate)
    #expect(plan.indicators[3].targets == [2024: target("0.02"), 2025: target("0.015")])
  }

  @Test func columnsSayWhatNamesDoNot() throws {
    let plan = try plan(
      """
      indicator\tcategory\tprogramme\t2025
      Food\t食品/乳制品、食品/饮料\t评价性抽检\t98.5
      Everything\t*\t\t100
      """)
    #expect(
      plan.indicators[0].scope == [
        "category": [DimensionKey(levels: ["食品/乳制品"]), DimensionKey(levels: ["食品/饮料"])],
        "programme": [DimensionKey(levels: ["评价性抽检"])],
      ])
    #expect(plan.indicators[1].scope.isEmpty)
    #expect(plan.indicators[1].targets == [2025: target("1.00")])
  }

  @Test func gb18030IsReadAsUTF8Is() throws {
    let table = try #require(
      Data(
        base64Encoded: "1rix6sP7s8YsMjAyNMTqLDIwMjXE6izU8MjOtaXOuwrKs8a3sLLIq8bAvNvQ1LPp"
          + "vOy6z7jxwsosOTjS1MnPLKHdOTguNSzKocrQs6G84LncvtahosClw/e6o7nYCg=="
      ))
    let scratch = try Scratch()
    let plan = try Plan(contentsOf: try scratch.write(Array(table), to: "PLAN.CSV"))
    #expect(plan.indicators.map(\.id) == ["食品安全评价性抽检合格率"])
    #expect(plan.indicators[0].targets == [2024: target("0.98"), 2025: target("0.985")])
    #expect(plan.indicators[0].responsible == ["省市场监管局", "昆明海关"])
  }

  @Test(arguments: [
    ("96", PlanTableTarget.rate(DecimalFraction(digits: 96, places: 2), nil)),
    ("98.50 %", .rate(DecimalFraction(digits: 9850, places: 4), nil)),
    ("不低于98", .rate(DecimalFraction(digits: 98, places: 2), .atLeast)),
    ("达到98%以上", .rate(DecimalFraction(digits: 98, places: 2), .atLeast)),
    ("2及以下", .rate(DecimalFraction(digits: 2, places: 2), .atMost)),
    ("<=2", .rate(DecimalFraction(digits: 2, places: 2), .atMost)),
    ("逐年提高", .rising), ("", .blank), ("—", .blank),
  ])
  func fieldsAreTargets(text: String, target: PlanTableTarget) {
    #expect(PlanTableTarget(text) == target)
  }

  @Test(arguments: ["101", "≥98以下", "96-98", "-5", "约96", "1e2", ">98", "%", "96%%", "123456789012345678"])
  func otherFieldsAreNone(text: String) {
    #expect(PlanTableTarget(text) == nil)
  }

  @Test(
    arguments: [
      ("名称,2025\n食品,98\n", .noNames, 1), ("指标名称,单位\n食品,%\n", .noYears, 1),
      ("指标名称,2025年增长\n食品,98\n", .unclearYear, 1), ("指标名称,2025,2025年\n食品,98,98\n", .columnTwice, 1),
      ("指标名称,2025\n\n", .noRows, 1), ("指标名称,属性,2025\n\n,预期性,98\n", .blankName, 3),
      ("指标名称,2025\n食品,98\n食品,99\n", .nameTwice, 3), ("指标名称,单位,2025\n食品,家,98\n", .badUnit, 2),
      ("指标名称,2025年\n食品,约98\n", .badTarget(column: "2025年"), 2),
      ("指标名称,2025\n食品,0.985\n", .proportion(column: "2025", suggestion: "98.5"), 2),
      ("指标名称,2024,2025\n食品,≥98,≤2\n", .mixedComparisons, 2),
      ("指标名称,2024,2025\n食品,98,持续提高\n", .mixedComparisons, 2),
      (
        "指标名称,2025\n绿化率,98\n",
        .unsettledCategory(header: "指标名称,2025,范围", row: "绿化率,98,<类别>"), 2
      ),
      (
        "指标名称,范围,2025\n农产品和食品合格率,,98\n",
        .unsettledCategory(header: "指标名称,范围,2025", row: "农产品和食品合格率,<类别>,98"), 2
      ),
    ] as [(String, SpotCheckError.PlanTableProblem, Int)])
  func whatIsWrongIsSaidWithItsLine(text: String, problem: SpotCheckError.PlanTableProblem, line: Int) throws
  {
    let error = try #require(throws: SpotCheckError.self) { try plan(text) }
    #expect(error.kind == .badPlanTable(problem))
    #expect(error.line == line)
    #expect(error.file?.hasSuffix("plan.csv") == true)
  }
}
