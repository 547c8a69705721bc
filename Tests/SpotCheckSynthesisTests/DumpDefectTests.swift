import SpotCheckSynthesis
import Testing

@Suite struct DumpDefectTests {
  static let records = 600

  @Test(arguments: DumpDefect.allCases, [DumpShape.plain, .items])
  func theSummaryCountsWhatIsWrong(defect: DumpDefect, shape: DumpShape) throws {
    var recipe = DumpRecipe(records: Self.records, seed: 17)
    recipe.shape = shape
    let clean = try DumpGenerator(recipe).recordBytes()
    recipe.defects = [defect: 0.1]
    let generator = try DumpGenerator(recipe)
    let summary = generator.bytes().1
    let differing = zip(clean, generator.recordBytes()).enumerated().filter { $0.element.0 != $0.element.1 }
    #expect(differing.count == summary.defects[defect])
    #expect((35...85).contains(differing.count))
    for (record, (before, after)) in differing {
      #expect(shows(defect, before, after, predecessor: record > 0 ? clean[record - 1] : []))
    }
  }

  @Test func everyRecordHasAtMostOneDefect() throws {
    var recipe = DumpRecipe(records: Self.records, seed: 17)
    recipe.defects = [.badDate: 0.5, .unknownLabel: 0.5]
    let records = try DumpGenerator(recipe).fields()
    #expect(records.allSatisfy { $0[9].hasSuffix("-32") != ($0[10] == "基本合格") })
  }

  @Test func aRepeatedRecordIsAWholeOne() throws {
    var recipe = DumpRecipe(records: Self.records, seed: 17)
    recipe.defects = [.duplicate: 0.3, .conflict: 0.2, .badDate: 0.3]
    let generator = try DumpGenerator(recipe)
    let records = generator.fields()
    let summary = generator.bytes().1
    let repeated = Self.records - Set(records.map { $0[0] }).count
    #expect(repeated == (summary.defects[.duplicate] ?? 0) + (summary.defects[.conflict] ?? 0))
    let dates = Dictionary(grouping: records) { $0[0] }.values.filter { $0.count > 1 }.joined().map { $0[9] }
    #expect(!dates.contains { $0.hasSuffix("-32") })
  }

  private func shows(_ defect: DumpDefect, _ before: [UInt8], _ after: [UInt8], predecessor: [UInt8]) -> Bool
  {
    let old = fields(of: before)[0]
    let text = String(decoding: after, as: UTF8.self)
    let new = fields(of: after).first ?? []
    let verdict = old.firstIndex { ["合格", "不合格", "符合", "不符合"].contains($0) } ?? 0
    switch defect {
    case .badDate: return new[9].hasSuffix("-32")
    case .slashDate:
      return new[9].split(separator: "/").map { Int($0) } == old[9].split(separator: "-").map { Int($0) }
    case .blankResult: return new[verdict].isEmpty
    case .unknownLabel: return new[verdict] == "基本合格"
    case .pendingLabel: return new[verdict] == "待检"
    case .paddedLabel: return new[verdict] == old[verdict] + " "
    case .extraField: return new.count == old.count + 1
    case .missingField: return new.count == old.count - 1
    case .strayQuote: return text.contains(",\"云岭\"") && after.last == UInt8(ascii: "\n")
    case .lineBreak: return new.last?.contains("\n") == true && new.count == old.count
    case .badBytes: return after.contains(0xFF)
    case .lostID: return new[0] == "1.23457E+17"
    case .duplicate: return after == predecessor
    case .conflict: return fields(of: predecessor)[0].prefix(9) == new.prefix(9) && after != predecessor
    }
  }
}
