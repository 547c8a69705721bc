@testable import SpotCheck
import SpotCheckIngest
import Testing

@Suite("Region hierarchy")
struct RegionHierarchyTests {
  private func path(_ survey: Survey, cell: Int) -> [String] {
    survey.regions.places.path(from: survey.places[cell]).map {
      survey.regions.regions[Int(survey.regions.regionAtPlace[Int($0)])].code
    }
  }

  @Test(
    "a key means a region by code, by name, by alias, or itself",
    arguments: [
      ("530102", ["530102", "530100", "530000"]),
      ("五华区", ["530102", "530100", "530000"]),
      ("昆明市/五华区", ["530102", "530100", "530000"]),
      ("昆明", ["530100", "530000"]),
      ("530199", ["530100", "530000"]),
      ("539900", ["530000"]),
      ("110101", ["110101", "110100", "110000"]),
      ("开发区", ["开发区"]),
      ("昆明市/新区", ["530100/新区", "530100", "530000"]),
    ])
  func meaning(key: String, expected: [String]) throws {
    var layout = Layout()
    layout.regions.aliases = ["昆明": "530100"]
    var builder = SurveyBuilder(["region"])
    builder.add(key, in: "2024-01", 9, of: 10)
    let survey = builder.survey(table: try .sample(), layout: layout)
    #expect(path(survey, cell: 0) == expected)
  }

  @Test func codesNestByTheirDigitsWithoutATable() {
    var builder = SurveyBuilder(["region"])
    builder.add("530102", in: "2024-01", 9, of: 10)
    builder.add("429004", in: "2024-01", 9, of: 10)
    let survey = builder.survey()
    #expect(path(survey, cell: 0) == ["530102", "530100", "530000"])
    #expect(path(survey, cell: 1) == ["429004", "429000", "420000"])
    #expect(survey.regions.levels == ["province", "prefecture", "county"])
    #expect(survey.warnings.isEmpty)
  }

  @Test func plainNamesFormOneLevelAndThreeColumnsThree() {
    var plain = SurveyBuilder(["region"])
    plain.add("60614", in: nil, 9, of: 10)
    #expect(plain.survey().regions.levels == ["region"])
    var columns = SurveyBuilder(["region"])
    columns.add("云南省/昆明市/五华区", in: nil, 9, of: 10)
    #expect(columns.survey().regions.levels == ["province", "prefecture", "county"])
    #expect(path(columns.survey(), cell: 0) == ["云南省/昆明市/五华区", "云南省/昆明市", "云南省"])
  }

  @Test(
    "a plan names a region as the data may",
    arguments: [("530100", "530100"), ("昆明市", "530100"), ("昆明", "530100"), ("大理", nil)])
  func named(text: String, code: String?) throws {
    var layout = Layout()
    layout.regions.aliases = ["昆明": "昆明市"]
    var builder = SurveyBuilder(["region"])
    builder.add("530102", in: "2024-01", 9, of: 10)
    let regions = builder.survey(table: try .sample(), layout: layout).regions
    #expect(regions.region(named: text).map { regions.regions[Int($0)].code } == code)
  }

  @Test func aRegionOfAPathIsNamedByItsLastLevel() {
    var builder = SurveyBuilder(["region"])
    builder.add("云南省/昆明市", in: "2024-01", 9, of: 10)
    let regions = builder.survey().regions
    #expect(regions.region(named: "昆明市") == regions.region(named: "云南省/昆明市"))
    #expect(regions.region(named: "昆明市") != nil)
  }

  @Test func recordsOfAHigherLevelFormAChildOfTheirOwn() throws {
    var builder = SurveyBuilder(["region"])
    builder.add("530000", in: "2024-01", 5, of: 6)
    builder.add("530100", in: "2024-01", 9, of: 10)
    builder.add("530302", in: "2024-01", 7, of: 7)
    let survey = builder.survey(table: try .sample())
    #expect(path(survey, cell: 0) == ["530000/", "530000"])
    #expect(path(survey, cell: 1) == ["530100", "530000"])
    let own = try #require(survey.regions.regions.first { $0.code == "530000/" })
    #expect(own.level == "prefecture")
    #expect(own.name == "云南省本级")
  }

  @Test func aCodeTheTableLacksIsCountedUnderItsAncestorWithAWarning() throws {
    var builder = SurveyBuilder(["region"])
    builder.add("530199", in: "2024-01", 5, of: 6)
    builder.add("530199", in: "2024-02", 5, of: 6)
    builder.add("110101", in: "2024-02", 5, of: 5)
    let survey = builder.survey(table: try .sample())
    #expect(
      survey.warnings == [
        .regionCodeUnknown(code: "110101", ancestor: "*", trials: 5),
        .regionCodeUnknown(code: "530199", ancestor: "530100", trials: 12),
      ])
  }

  @Test func aCountyThatMovesCountsWhereItLayInEachMonth() throws {
    let table = try RegionTable(fields: [
      ["code", "name", "level", "parent", "valid_from", "valid_to"],
      ["a", "甲", "prefecture", "", "", ""], ["b", "乙", "prefecture", "", "", ""],
      ["c", "丙", "county", "a", "", "2024-03-31"], ["c", "丙", "county", "b", "2024-04-01", ""],
    ])
    var builder = SurveyBuilder(["region"])
    builder.add("c", in: "2024-03", 8, of: 10)
    builder.add("c", in: "2024-04", 19, of: 20)
    let survey = builder.survey(table: table)
    #expect(path(survey, cell: 0) == ["c", "a"])
    #expect(path(survey, cell: 1) == ["c", "b"])
    let assessment = try Assessment(of: survey, against: .sample())
    #expect(assessment.finding("a")?.trials == 10)
    #expect(assessment.finding("b")?.trials == 20)
    #expect(assessment.finding("c")?.trials == 30)
  }
}
