import SpotCheckSynthesis
import Testing

@Suite struct DumpSplitTests {
  @Test(arguments: [DumpSplit.whole, .files(1), .files(7), .files(12), .months], [DumpShape.plain, .items])
  func thePartsAreTheWhole(split: DumpSplit, shape: DumpShape) throws {
    var recipe = DumpRecipe(records: 1_003, seed: 31)
    recipe.shape = shape
    recipe.months = 12
    recipe.defects = [.duplicate: 0.1, .badDate: 0.05]
    let generator = try DumpGenerator(recipe)
    let header = generator.bytes(0..<0).0
    var joined = header
    var sum = DumpSummary()
    for part in generator.parts(split) {
      let (bytes, summary) = generator.bytes(part.records)
      #expect(bytes.starts(with: header))
      joined += bytes.dropFirst(header.count)
      sum.merge(summary)
    }
    let (whole, summary) = generator.bytes()
    #expect(joined == whole)
    #expect(sum.records == summary.records)
    #expect(sum.defects == summary.defects)
  }

  @Test(arguments: [DumpShape.plain, .items])
  func aMonthsFileHoldsThatMonth(shape: DumpShape) throws {
    var recipe = DumpRecipe(records: 1_003, seed: 31)
    recipe.shape = shape
    recipe.start = try #require(DumpMonth("2023-11"))
    recipe.months = 4
    let generator = try DumpGenerator(recipe)
    let parts = generator.parts(.months)
    #expect(parts.map(\.name) == ["2023-11", "2023-12", "2024-01", "2024-02"])
    for part in parts {
      let records = fields(of: generator.bytes(part.records).0).dropFirst()
      #expect((240...260).contains(records.count))
      #expect(records.allSatisfy { $0[9].hasPrefix(part.name) })
    }
  }

  @Test func moreFilesThanRecordsLeavesSomeWithAHeaderOnly() throws {
    let parts = try DumpGenerator(DumpRecipe(records: 3, seed: 1)).parts(.files(100))
    #expect(parts.count == 100)
    #expect(parts.map(\.records.count).reduce(0, +) == 3)
    #expect(parts.map(\.name).first == "part-001")
  }

  @Test(arguments: [("month", DumpSplit.months), ("12", .files(12)), ("0", nil), ("year", nil)])
  func aSplitIsReadFromText(text: String, split: DumpSplit?) {
    #expect(DumpSplit(text) == split)
  }
}
