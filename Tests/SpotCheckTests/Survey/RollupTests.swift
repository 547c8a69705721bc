@testable import SpotCheck
import SpotCheckIngest
import Testing

@Suite("Rollups")
struct RollupTests {
  /// 300 random counts over counties, own records of higher levels, and two category levels.
  private static func random() -> SurveyBuilder {
    var random = SplitMix(state: 42)
    var builder = SurveyBuilder()
    let regions = ["530000", "530100", "530102", "530103", "530300", "530302", "外地"]
    let categories = ["食品", "食品/乳制品", "食品/肉制品", "制造业/水泥"]
    for region in regions {
      for category in categories {
        for month in ["2023-11", "2023-12", "2024-01"] where Int.random(in: 0..<4, using: &random) > 0 {
          let trials = Int.random(in: 1...50, using: &random)
          builder.add(region, category, in: month, Int.random(in: 0...trials, using: &random), of: trials)
        }
      }
    }
    return builder
  }

  private static func estimate(_ survey: Survey, by: [String], unit: PeriodUnit = .month) -> Rollup {
    Rollup(of: survey, by: by, unit: unit, estimate: EstimateOptions())
  }

  /// All sums by key: the rollup where there is one, else the cell that equals it.
  private static func sums(_ rollup: Rollup) -> [[String]: Int] {
    Dictionary(rollup.cells.map { ($0.keys, $0.trials) }, uniquingKeysWith: { $1 })
      .merging(rollup.rollups.map { ($0.keys, $0.trials) }) { $1 }
  }

  @Test func cellsAreTheCubeSortedByBytes() throws {
    let builder = Self.random()
    let survey = builder.survey(table: try .sample())
    let cells = Self.estimate(survey, by: ["region", "category", "period"]).cells
    #expect(cells.count == survey.ingested.cube.cells.count)
    #expect(cells.reduce(0) { $0 + $1.trials } == survey.ingested.samples)
    let keys = cells.map { $0.keys.map { Array($0.utf8) } }
    #expect(keys == keys.sorted { $0.lexicographicallyPrecedes($1) { $0.lexicographicallyPrecedes($1) } })
    #expect(!cells.contains { $0.keys.contains("*") })
  }

  @Test func childrenSumToTheirParent() throws {
    let survey = Self.random().survey(table: try .sample())
    let sums = Self.sums(Self.estimate(survey, by: ["region", "category", "period"]))
    let children = [
      "*": ["530000", "外地"], "530000": ["530000/", "530100", "530300"],
      "530100": ["530100/", "530102", "530103"], "530300": ["530300/", "530302"],
    ]
    var checked = 0
    for category in ["*", "食品", "食品/乳制品", "制造业"] {
      for period in ["2023", "2024", "2023-11", "2024-01"] {
        for (parent, regions) in children {
          let sum = regions.reduce(0) { $0 + (sums[[$1, category, period]] ?? 0) }
          #expect(sums[[parent, category, period]] ?? 0 == sum, "\(parent) \(category) \(period)")
          checked += sum > 0 ? 1 : 0
        }
      }
    }
    #expect(checked > 40)
  }

  @Test func monthsSumToTheYearAndEverythingToTheWhole() throws {
    let survey = Self.random().survey(table: try .sample())
    let sums = Self.sums(Self.estimate(survey, by: ["region", "category", "period"]))
    #expect(
      sums[["530102", "食品/乳制品", "2023"]]
        == (sums[["530102", "食品/乳制品", "2023-11"]] ?? 0) + (sums[["530102", "食品/乳制品", "2023-12"]] ?? 0))
    #expect((sums[["*", "*", "2023"]] ?? 0) + (sums[["*", "*", "2024"]] ?? 0) == survey.ingested.samples)
  }

  @Test func noRollupRepeatsACell() throws {
    let rollup = Self.estimate(
      Self.random().survey(table: try .sample()), by: ["region", "category", "period"])
    let cells = Dictionary(rollup.cells.map { ($0.keys, $0.trials) }, uniquingKeysWith: { $1 })
    #expect(!rollup.rollups.contains { cells[$0.keys] == $0.trials })
    #expect(Set(rollup.rollups.map(\.keys)).count == rollup.rollups.count)
  }

  @Test func dimensionsLeftOutAreSummedOver() throws {
    let survey = Self.random().survey(table: try .sample())
    let rollup = Self.estimate(survey, by: ["category", "region"], unit: .quarter)
    #expect(rollup.dimensions == ["category", "region"])
    #expect(rollup.cells.reduce(0) { $0 + $1.trials } == survey.ingested.samples)
    #expect(rollup.rollups.first { $0.keys == ["*", "*"] }?.trials == survey.ingested.samples)
    #expect(
      Self.estimate(survey, by: ["period"], unit: .quarter).cells.map(\.keys) == [["2023-Q4"], ["2024-Q1"]])
  }

  @Test func programmesAreKeptApart() {
    var builder = SurveyBuilder(["region", "programme"])
    builder.add("a", "监督抽检", in: "2024-01", 5, of: 10)
    builder.add("a", "评价性抽检", in: "2024-01", 9, of: 10)
    builder.add("b", "评价性抽检", in: "2024-01", 8, of: 10)
    let rollup = Self.estimate(builder.survey(), by: ["region", "period"])
    #expect(rollup.dimensions == ["region", "programme", "period"])
    #expect(rollup.rollups.first { $0.keys == ["*", "评价性抽检", "2024"] }?.passes == 17)
    #expect(!rollup.rollups.contains { $0.keys[1] == "*" })
  }

  @Test func aLayoutsLevelLiftsTheRegionsOfCells() throws {
    var layout = Layout()
    layout.regions.level = "prefecture"
    let survey = Self.random().survey(table: try .sample(), layout: layout)
    let cells = Self.estimate(survey, by: ["region"]).cells
    #expect(cells.map { $0.keys[0] } == ["530000/", "530100", "530300", "外地"])
    #expect(cells.map(\.regionName) == ["云南省本级", "昆明市", "曲靖市", nil])
    #expect(cells.reduce(0) { $0 + $1.trials } == survey.ingested.samples)
  }

  @Test func orderOfTheCubesCellsDoesNotMatter() throws {
    let first = Self.random().survey(table: try .sample())
    let second = Self.random().survey(table: try .sample(), shuffling: true)
    let by = ["region", "category", "period"]
    #expect(Self.estimate(first, by: by).cells == Self.estimate(second, by: by).cells)
    #expect(Self.estimate(first, by: by).rollups == Self.estimate(second, by: by).rollups)
  }
}
