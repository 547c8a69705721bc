@testable import SpotCheck
import SpotCheckIngest
import Testing

@Suite("Region table")
struct RegionTableTests {
  private static let header = ["code", "name", "level", "parent", "valid_from", "valid_to"]

  @Test(
    "what is wrong with a table is told with its line",
    arguments: [
      ([["code", "level", "parent"]], SpotCheckError.RegionTableProblem.missingColumn("name"), 1),
      ([header, ["", "甲", "", "", "", ""]], .blankField("code"), 2),
      ([header, ["530000", "", "", "", "", ""]], .blankField("name"), 2),
      (
        [header, ["530000", "甲", "", "", "", ""], ["530100", "乙", "", "540000", "", ""]], .unknownParent, 3
      ),
      ([header, ["a", "甲", "", "b", "", ""], ["b", "乙", "", "a", "", ""]], .cycle, 2),
      ([header, ["530100", "甲", "", "", "", ""], ["530000", "乙", "", "530100", "", ""]], .cycle, 2),
      ([header, ["a", "甲", "", "", "2020/1/1", ""]], .badDate, 2),
      ([header, ["a", "甲", "", "", "2020-02-01", "2020-01-31"]], .badDate, 2),
      ([header, ["a", "甲", "", "", "", ""], ["a", "乙", "", "", "2020-01-01", ""]], .duplicateCode, 3),
    ])
  func problems(fields: [[String]], problem: SpotCheckError.RegionTableProblem, line: Int) throws {
    let error = try #require(throws: SpotCheckError.self) { try RegionTable(fields: fields) }
    #expect(error.kind == .badRegionTable(problem))
    #expect(error.line == line)
  }

  @Test func zerosTellTheLevelAndParentWhereTheTableDoesNot() throws {
    let table = try RegionTable(fields: [
      ["code", "name", "level", "parent"], ["530000", "云南省", "", ""], ["530102", "五华区", "", ""],
    ])
    #expect(table.rows.map(\.level) == ["province", "county"])
    let county = try #require(table.row(code: "530102", in: nil))
    #expect(table.ancestry(of: county, in: nil).map(\.code) == ["530000"])
  }

  @Test func aNameIsSoughtWithinItsParent() throws {
    let table = try RegionTable(fields: [
      ["code", "name", "level", "parent"], ["a", "甲", "x", ""], ["b", "乙", "x", ""], ["a1", "城区", "y", "a"],
      ["b1", "城区", "y", "b"],
    ])
    #expect(table.row(name: "城区", within: "b", in: nil)?.code == "b1")
    #expect(table.row(name: "城区", within: nil, in: nil) == nil)
  }

  @Test func aCodeMayChangeItsNameFromADay() throws {
    let table = try RegionTable(fields: [
      Self.header, ["530114", "呈贡县", "", "", "", "2011-05-31"], ["530114", "呈贡区", "", "", "2011-06-01", ""],
    ])
    #expect(table.row(code: "530114", in: Month(year: 2011, month: 5))?.name == "呈贡县")
    #expect(table.row(code: "530114", in: Month(year: 2011, month: 6))?.name == "呈贡区")
  }
}
