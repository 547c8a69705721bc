import SpotCheckIngest
import Testing

@testable import SpotCheck

@Suite struct SynonymsTests {
  @Test func aHeaderIsMatchedWithoutRegardToCase() {
    let matches = ColumnMatches(header: ["Zip", "Facility_Type", "Inspection_Date", "RESULTS", "x"])
    let found = matches.fields.filter { !$0.columns.isEmpty }.map { "\($0.field) \($0.columns)" }
    #expect(found == ["region [1]", "category [2]", "date [3]", "result [4]"])
  }

  @Test func severalColumnsAreAllNamed() {
    let region = ColumnMatches(header: ["州市", "县区", "检验结论", "州市"]).fields.first { $0.field == "region" }
    #expect(region?.columns == [1, 2, 4])
    #expect(region?.headers == ["州市", "县区", "州市"])
  }

  @Test func failingItemsAreNoItemColumn() {
    #expect(ColumnMatches(header: ["不合格项目"]).fields.allSatisfy { $0.columns.isEmpty })
  }

  @Test func everySynonymMeansOneField() {
    let all = Synonyms.fields.flatMap(\.headers)
    #expect(Set(all).count == all.count)
  }

  @Test func builtInSourcesSayThatTheyAre() throws {
    let source = try #require(Synonyms.source(of: "region", isRequired: false))
    #expect(source.isBuiltIn && !source.isRequired)
    #expect(Synonyms.source(of: "revised", isRequired: true) == nil)
  }
}
