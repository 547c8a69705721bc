@testable import SpotCheck
import SpotCheckIngest
import SpotCheckStatistics
import Testing

@Suite("Planned units")
struct PlannedUnitsTests {
  private static let dairy = DimensionKey(levels: ["食品", "乳制品"])
  private static let drinks = DimensionKey(levels: ["食品", "饮料"])

  private static func planned(
    _ rows: [(String?, DimensionKey?, Int?, Int)], own: DimensionKey? = nil
  ) throws -> (PlannedUnits, RegionHierarchy) {
    var builder = SurveyBuilder()
    builder.add("530102", "食品/乳制品", in: "2024-03", 9, of: 10)
    builder.add("530302", "食品/饮料", in: "2024-03", 9, of: 10)
    let survey = builder.survey(table: try .sample())
    var indicator = Indicator(id: "quality")
    if let own { indicator.scope = ["category": [own]] }
    indicator.planned = PlanFigures(
      rows.map { .init(region: $0, category: $1, year: $2, value: DecimalFraction(digits: $3, places: 0)) })
    return (try #require(PlannedUnits(of: indicator, of: Plan(), in: survey)), survey.regions)
  }

  private static func units(
    _ planned: (PlannedUnits, RegionHierarchy), _ region: String, _ category: DimensionKey? = nil,
    _ year: Int = 2024
  ) -> Int? {
    let number = region == "*" ? 0 : planned.1.region(named: region) ?? 0
    return planned.0.units(at: .init(region: number, category: category), year: year)
  }

  @Test("its own row speaks for a place, else the regions below it, else the categories below")
  func sums() throws {
    let planned = try Self.planned([
      ("昆明市", Self.dairy, 2024, 100), ("昆明市", Self.drinks, 2024, 40), ("530302", nil, 2024, 70),
      ("530300", nil, 2024, 80), ("530102", Self.dairy, nil, 30),
    ])
    #expect(Self.units(planned, "530100", Self.dairy) == 100)
    #expect(Self.units(planned, "530102", Self.dairy) == 30)
    #expect(Self.units(planned, "530102", Self.dairy, 2030) == 30)
    #expect(Self.units(planned, "530300") == 80)
    #expect(Self.units(planned, "530302") == 70)
    #expect(Self.units(planned, "530000", Self.dairy) == 100)
    #expect(Self.units(planned, "*") == 110)
    #expect(Self.units(planned, "530102") == 30)
    #expect(Self.units(planned, "530103") == nil)
    #expect(Self.units(planned, "*", Self.dairy, 2023) == 30)
    #expect(Self.units(planned, "530300", nil, 2023) == nil)
  }

  @Test("a sum that lacks the figure of a place with data is none")
  func incomplete() throws {
    let planned = try Self.planned([("530100", nil, 2024, 500)])
    #expect(Self.units(planned, "530100") == 500)
    #expect(Self.units(planned, "*") == nil)
    #expect(Self.units(planned, "*", nil, 2023) == nil)
    let other = try Self.planned([("530100", Self.drinks, 2024, 500), ("530300", nil, 2024, 60)])
    #expect(Self.units(other, "530100") == nil)
    #expect(Self.units(other, "530300") == 60)
  }

  @Test("a row of the indicator's own category speaks for all of it")
  func own() throws {
    let food = DimensionKey(levels: ["食品"])
    let planned = try Self.planned(
      [("530100", food, 2024, 500), ("530300", Self.drinks, 2024, 60)], own: food)
    #expect(Self.units(planned, "530100") == 500)
    #expect(Self.units(planned, "530100", food) == 500)
    #expect(Self.units(planned, "530300") == 60)
    #expect(Self.units(planned, "*") == 560)
  }

  @Test("a region that neither data nor table has is named")
  func unknown() throws {
    let planned = try Self.planned([("539999", nil, 2024, 5)])
    #expect(planned.0.unknownRegions == ["539999"])
    #expect(Self.units(planned, "*") == nil)
  }
}
