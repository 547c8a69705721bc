@testable import SpotCheck
import SpotCheckIngest
import SpotCheckStatistics
import Testing

@Suite("Assessment")
struct AssessmentTests {
  private static func survey() throws -> Survey {
    var builder = SurveyBuilder()
    builder.add("530102", "制造业/水泥", in: "2024-02", 90, of: 100)
    builder.add("530102", "制造业/电线电缆", in: "2024-08", 95, of: 100)
    builder.add("530302", "制造业/水泥", in: "2023-12", 80, of: 100)
    builder.add("530302", "食品/乳制品", in: "2024-12", 99, of: 100)
    return builder.survey(table: try .sample())
  }

  private static func key(_ levels: String...) -> DimensionKey { DimensionKey(levels: levels) }

  @Test func findingsAreSortedAndCompleteAtTheAssessedLevels() throws {
    var plan = Plan.sample { $0.scope = ["category": [Self.key("制造业")]] }
    plan.assessment.levels = ["province", "prefecture"]
    let findings = try Assessment(of: try Self.survey(), against: plan).findings
    #expect(
      findings.filter { $0.category == "制造业" }.map { [$0.period, $0.region] } == [
        ["2023", "*"], ["2023", "530000"], ["2023", "530100"], ["2023", "530300"],
        ["2024", "*"], ["2024", "530000"], ["2024", "530100"], ["2024", "530300"],
      ])
    #expect(findings.prefix(3).map(\.category) == ["制造业", "制造业/水泥", "制造业/电线电缆"])
    #expect(findings.first { $0.region == "530300" && $0.period == "2024" }?.evidence == .noData)
    #expect(findings.first { $0.region == "530100" && $0.period == "2024" }?.trials == 200)
    #expect(findings.first { $0.region == "530100" }?.regionName == "昆明市")
  }

  @Test func withoutATableOnlyRegionsWithDataAreJudged() throws {
    var builder = SurveyBuilder()
    builder.add("a", "甲", in: "2024-12", 9, of: 10)
    builder.add("b", "甲", in: "2023-12", 9, of: 10)
    let findings = try Assessment(of: builder.survey(), against: .sample()).findings
    #expect(
      findings.filter { $0.category == "*" }.map { [$0.period, $0.region] } == [
        ["2023", "*"], ["2023", "b"], ["2024", "*"], ["2024", "a"],
      ])
  }

  @Test("depth 0 leaves out the categories below", arguments: [(0, ["*"]), (1, ["*", "制造业", "食品"])])
  func depth(depth: Int, categories: [String]) throws {
    var plan = Plan.sample()
    plan.assessment.depth = depth
    let findings = try Assessment(of: try Self.survey(), against: plan).findings
    #expect(findings.filter { $0.region == "*" && $0.period == "2024" }.map(\.category) == categories)
  }

  @Test func severalCategoriesAreJudgedTogetherAndEach() throws {
    let plan = Plan.sample { $0.scope = ["category": [Self.key("制造业", "水泥"), Self.key("食品")]] }
    let findings = try Assessment(of: try Self.survey(), against: plan).findings
    #expect(
      findings.filter { $0.region == "*" && $0.period == "2024" }.map { "\($0.category) \($0.trials)" } == [
        "制造业/水泥 + 食品 200", "制造业/水泥 100", "食品 100",
      ])
  }

  @Test func anIndicatorOfOneRegionExpectsDataThereOnly() throws {
    var plan = Plan.sample { $0.scope = ["region": [Self.key("昆明市")]] }
    plan.assessment.levels = ["prefecture", "county"]
    plan.assessment.depth = 0
    let findings = try Assessment(of: try Self.survey(), against: plan).findings
    #expect(
      findings.filter { $0.period == "2024" }.map { "\($0.region) \($0.trials)" } == [
        "* 200", "530100 200", "530102 200", "530103 0",
      ])
  }

  @Test func quartersTakeTheTargetOfTheirYear() throws {
    var plan = Plan.sample()
    plan.assessment.periods = [.year, .quarter]
    let assessment = try Assessment(of: try Self.survey(), against: plan)
    #expect(assessment.finding("*", "*", "2024-Q3")?.trials == 100)
    #expect(assessment.finding("*", "*", "2024-Q3")?.target == 0.96)
    #expect(
      assessment.findings.filter { $0.region == "*" && $0.category == "*" }.map(\.period) == [
        "2023", "2023-Q4", "2024", "2024-Q1", "2024-Q3", "2024-Q4",
      ])
  }

  @Test func cellsOfTheLowestLevelAreShrunken() throws {
    var builder = SurveyBuilder(["region"])
    var passes: [Int] = []
    for region in 0..<10 {
      passes.append(100 - region * 3)
      builder.add("r\(region)", in: "2024-12", 100 - region * 3, of: 100)
    }
    let assessment = try Assessment(of: builder.survey(), against: .sample())
    let expected = Shrinkage.shrink(
      passes: passes, trials: [Int](repeating: 100, count: 10), target: 0.96)
    let regions = assessment.findings.filter { $0.region != "*" }
    #expect(expected.kind == .betaBinomial)
    #expect(regions.map(\.shrunkenRate) == expected.cells.map { $0?.shrunkenRate })
    #expect(regions.map(\.probabilityBelow) == expected.cells.map { $0?.probabilityBelow })
    #expect(assessment.finding("*")?.shrinkage == nil)
  }

  // MARK: Programmes and conditions

  private static func programmes() -> Survey {
    var builder = SurveyBuilder(["region", "programme"])
    builder.add("a", "监督", in: "2024-12", 50, of: 100)
    builder.add("a", "评价", in: "2024-12", 99, of: 100)
    return builder.survey()
  }

  @Test func severalProgrammesMustBeNamedOrPooled() throws {
    let error = try #require(throws: SpotCheckError.self) {
      try Assessment(of: Self.programmes(), against: .sample())
    }
    #expect(error.kind == .programmesPooled(indicator: "quality", programmes: ["监督", "评价"]))
    let pooled = try Assessment(of: Self.programmes(), against: .sample { $0.poolsProgrammes = true })
    #expect(pooled.finding("*")?.trials == 200)
    #expect(pooled.finding("*")?.programme == nil)
    let named = try Assessment(
      of: Self.programmes(), against: .sample { $0.scope = ["programme": [Self.key("评价")]] })
    #expect(named.finding("*")?.passes == 99)
    #expect(named.finding("*")?.programme == "评价")
  }

  @Test func conditionsOnFurtherColumnsAreSelections() throws {
    let cells = [(UInt64(0b01), 10), (0b10, 20), (0b11, 40)].map {
      DimensionCube.Cell(
        ids: [0], selections: $0.0, month: Month(year: 2024, month: 12), trials: $0.1, passes: $0.1)
    }
    var builder = SurveyBuilder(["region"])
    builder.add("a", in: "2024-12", 1, of: 1)
    var ingested = builder.survey().ingested
    ingested.cube.cells = cells
    var plan = Plan.sample { $0.scope = ["stage": [Self.key("流通")]] }
    plan.indicators.append(plan.indicators[0])
    plan.indicators[1].id = "second"
    plan.indicators[1].scope = ["stage": [Self.key("生产")]]
    let findings = try Assessment(of: Survey(ingested), against: plan).findings
    #expect(findings.filter { $0.region == "*" }.map(\.trials) == [50, 60])
  }

  // MARK: Warnings

  @Test func whatThePlanNamesAndTheDataLacksIsToldApart() throws {
    let plan = Plan.sample { indicator in
      indicator.targets = [2025: DecimalFraction(digits: 96, places: 2)]
      indicator.scope = ["category": [Self.key("制造业"), Self.key("玩具")]]
      indicator.overrides = [.init(region: "999", targets: [2025: DecimalFraction(digits: 9, places: 1)])]
    }
    let warnings = try Assessment(of: try Self.survey(), against: plan).warnings
    #expect(
      warnings == [
        .periodOutsidePlan(period: "2023"), .periodOutsidePlan(period: "2024"),
        .planCategoryAbsent(indicator: "quality", category: "玩具"),
        .planRegionAbsent(indicator: "quality", region: "999"),
      ])
  }

  @Test func withoutDatesThereAreNoFindings() throws {
    var builder = SurveyBuilder(["region"])
    builder.add("a", in: nil, 9, of: 9)
    let survey = builder.survey()
    let assessment = try Assessment(of: survey, against: .sample())
    #expect(assessment.findings.isEmpty)
    #expect(assessment.warnings == [.noDates])
    #expect(survey.warnings == [.singleResult(isConforming: true, records: 0)])
  }

  @Test func weightsThatDoNotSumToOneAreTold() throws {
    let plan = Plan.sample { indicator in
      indicator.weights = .init(
        dimension: "category",
        values: [
          Self.key("制造业"): DecimalFraction(digits: 25, places: 1),
          Self.key("食品"): DecimalFraction(digits: 1, places: 0),
        ])
    }
    let assessment = try Assessment(of: try Self.survey(), against: plan)
    #expect(assessment.warnings.contains(.weightsNotNormalised(indicator: "quality", sum: "3.5")))
    let rate = try #require(assessment.finding("*")?.passRate)
    #expect(abs(rate - (0.925 * 2.5 + 0.99) / 3.5) < 1e-12)
  }

  @Test func regionsMayBeTheStrataOfTheRegionsAbove() throws {
    var builder = SurveyBuilder(["region"])
    builder.add("530102", in: "2024-12", 90, of: 100)
    builder.add("530302", in: "2024-12", 99, of: 100)
    builder.add("530303", in: "2024-12", 97, of: 100)
    let plan = Plan.sample { indicator in
      indicator.weights = .init(
        dimension: "region",
        values: [
          Self.key("530100"): DecimalFraction(digits: 75, places: 2),
          Self.key("530300"): DecimalFraction(digits: 15, places: 2),
          Self.key("530303"): DecimalFraction(digits: 10, places: 2),
        ])
    }
    let assessment = try Assessment(of: builder.survey(), against: plan)
    let rate = try #require(assessment.finding("*")?.passRate)
    #expect(abs(rate - (0.75 * 0.90 + 0.15 * 0.99 + 0.10 * 0.97)) < 1e-12)
    #expect(assessment.finding("530000")?.estimator == "weighted_gamma")
    #expect(assessment.finding("530102")?.estimator == "exact_binomial")
    let prefecture = try #require(assessment.finding("530300")?.passRate)
    #expect(abs(prefecture - (0.15 * 0.99 + 0.10 * 0.97) / 0.25) < 1e-12)
  }

  @Test func aTargetAboveOneIsRefused() throws {
    let plan = Plan.sample { $0.targets = [2024: DecimalFraction(digits: 96, places: 0)] }
    let error = try #require(throws: SpotCheckError.self) {
      try Assessment(of: try Self.survey(), against: plan)
    }
    #expect(error.kind == .shareOutOfRange(suggestion: nil))
  }

  // MARK: Size

  @Test func aHundredThousandCellsAreJudgedAndRolledUp() throws {
    let regions = (0..<250).map { DimensionKey(levels: [String(530_000 + $0 * 4)]) }
    let categories = (0..<20).map { DimensionKey(levels: ["类\($0 / 5)", "种\($0)"]) }
    var random = SplitMix(state: 1)
    var cells: [DimensionCube.Cell] = []
    for region in regions.indices {
      for category in categories.indices {
        for month in 1...20 {
          let trials = Int.random(in: 1...30, using: &random)
          cells.append(
            DimensionCube.Cell(
              ids: [Int32(region), Int32(category)], month: Month(index: 2023 * 12 + month), trials: trials,
              passes: trials - Int.random(in: 0...(trials / 10), using: &random)))
        }
      }
    }
    var builder = SurveyBuilder()
    builder.add("a", "b", in: "2024-12", 1, of: 1)
    var ingested = builder.survey().ingested
    ingested.cube = DimensionCube(
      dimensions: [.init(name: "region", keys: regions), .init(name: "category", keys: categories.sorted())],
      cells: cells)
    let survey = Survey(ingested)
    let report = Report(survey, assessment: try Assessment(of: survey, against: .sample()))
    let trials = cells.reduce(0) { $0 + $1.trials }
    let whole = report.findings.filter { $0.region == "*" && $0.category == "*" }
    #expect(report.cells.count == 100_000)
    #expect(whole.reduce(0) { $0 + $1.trials } == trials)
    let years = report.rollups.filter {
      ["2023", "2024"].contains($0.keys[2]) && $0.keys[..<2] == ["*", "*"]
    }
    #expect(years.reduce(0) { $0 + $1.trials } == trials)
  }
}
