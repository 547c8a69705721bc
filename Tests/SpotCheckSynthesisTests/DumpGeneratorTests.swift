import SpotCheckSynthesis
import Testing

@Suite struct DumpGeneratorTests {
  @Test(arguments: DumpShape.allCases, [1, 700, 1 << 20])
  func bytesDependOnTheRecipeAlone(shape: DumpShape, blockSize: Int) throws {
    var recipe = DumpRecipe(records: 300, seed: 11)
    recipe.shape = shape
    recipe.defects = [.duplicate: 0.1, .lineBreak: 0.1]
    let reference = try DumpGenerator(recipe).bytes()
    let other = try DumpGenerator(recipe).bytes(blockSize: blockSize)
    #expect(reference.0 == other.0)
    #expect(reference.1 == other.1)
    #expect(reference.1.bytes == reference.0.count)
    #expect(reference.1.records == 300)
  }

  @Test func blocksAreOfTheSizeAskedFor() throws {
    var sizes: [Int] = []
    let generator = try DumpGenerator(DumpRecipe(records: 2_000, seed: 3))
    let summary = generator.write(blockSize: 10_000) { sizes.append($0.count) }
    #expect(sizes.dropLast().allSatisfy { (10_000..<11_000).contains($0) })
    #expect(sizes.reduce(0, +) == summary.bytes)
  }

  @Test func anotherSeedDrawsOtherRecords() throws {
    let one = try DumpGenerator(DumpRecipe(records: 50, seed: 1)).bytes().0
    let other = try DumpGenerator(DumpRecipe(records: 50, seed: 2)).bytes().0
    #expect(one != other)
  }

  @Test(arguments: zip(DumpShape.allCases, [12, 12, 77, 14]))
  func everyRecordHasTheFieldsOfTheHeader(shape: DumpShape, columns: Int) throws {
    var recipe = DumpRecipe(records: 1_000, seed: 5)
    recipe.shape = shape
    let records = fields(of: try DumpGenerator(recipe).bytes().0)
    #expect(records.count == 1_001)
    #expect(records.allSatisfy { $0.count == columns })
  }

  @Test func shapeAndLineEndsLeaveTheRecordsAlone() throws {
    var recipe = DumpRecipe(records: 1_000, seed: 5)
    let plain = try DumpGenerator(recipe).fields()
    recipe.shape = .quoted
    recipe.endsWithCRLF = true
    let quoted = try DumpGenerator(recipe)
    #expect(quoted.fields() == plain)
    #expect(
      quoted.recordBytes().allSatisfy {
        $0.first == UInt8(ascii: "\"") && $0.suffix(3) == Array("\"\r\n".utf8)
      })
  }

  @Test func aboutOnePlainRecordInFiftyHasQuotedCommasAndDoubledQuotes() throws {
    let plain = try DumpGenerator(DumpRecipe(records: 10_000, seed: 5)).fields()
    let elaborate = plain.count { $0[6].contains(",") && $0[6].contains("\"") }
    #expect((150...250).contains(elaborate))
  }

  @Test func headersOfTheWideShapeRepeat() throws {
    var recipe = DumpRecipe(records: 0, seed: 0)
    recipe.shape = .wide
    let header = fields(of: try DumpGenerator(recipe).bytes().0)[0]
    let repeated = Dictionary(grouping: header, by: \.self).filter { $0.value.count > 1 }
    #expect(Set(repeated.keys) == ["单位名称", "联系人", "电话", "所在地"])
    #expect(repeated.values.allSatisfy { $0.count == 2 })
  }

  @Test func aSampleHasFourItemsAndFailsByOneOfThem() throws {
    var recipe = DumpRecipe(records: 4_000, seed: 8)
    recipe.shape = .items
    let samples = Dictionary(grouping: try DumpGenerator(recipe).fields()) { $0[0] }
    #expect(samples.count == 1_000)
    for items in samples.values {
      #expect(Set(items.map { $0[10] }).count == 4)
      #expect(Set(items.map { $0[9] }).count == 1)
      #expect(items.count { $0[11].hasPrefix("不") } <= 1)
    }
  }

  @Test func retestsFollowFailuresAndLeaveTheRestAlone() throws {
    var recipe = DumpRecipe(records: 4_000, seed: 8)
    recipe.shape = .items
    recipe.rates = [DumpRate(rate: 0.5)]
    let before = try DumpGenerator(recipe).fields()
    recipe.retests = 0.5
    let after = try DumpGenerator(recipe).fields()
    #expect(before.allSatisfy { $0[12].isEmpty })
    for (old, new) in zip(before, after) {
      #expect(old[0...11] == new[0...11])
      #expect(new[12].isEmpty || new[11].hasPrefix("不"))
    }
    let failures = after.filter { $0[11].hasPrefix("不") }
    let retested = failures.filter { !$0[12].isEmpty }
    let overturned = retested.count { !$0[12].hasPrefix("不") }
    #expect(retested.count * 10 > failures.count * 4 && retested.count * 10 < failures.count * 6)
    #expect(overturned * 10 > retested.count * 2 && overturned * 10 < retested.count * 4)
  }

  @Test func theSinksErrorStopsTheWriting() throws {
    struct Full: Error {}
    var blocks = 0
    let generator = try DumpGenerator(DumpRecipe(records: 1_000, seed: 1))
    #expect(throws: Full.self) {
      try generator.write(blockSize: 1_000) { _ throws(Full) in
        blocks += 1
        if blocks == 3 { throw Full() }
      }
    }
    #expect(blocks == 3)
  }
}
