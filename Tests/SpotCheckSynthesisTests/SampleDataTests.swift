import Foundation
import SpotCheckSynthesis
import Testing

@Suite struct SampleDataTests {
  private static let folder = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "SampleData")

  private static func bytes(of path: String) throws -> [UInt8] {
    Array(try Data(contentsOf: folder.appending(path: path)))
  }

  /// The recipe of `dumps/`, as in `SampleData/make.sh`.
  private static let dumps = DumpRecipe(records: 14_400, seed: 62)

  private static let defects: [DumpDefect: Double] = [
    .badDate: 0.01, .slashDate: 0.05, .blankResult: 0.01, .unknownLabel: 0.01, .pendingLabel: 0.02,
    .paddedLabel: 0.02, .extraField: 0.005, .missingField: 0.01, .strayQuote: 0.005, .lineBreak: 0.01,
    .badBytes: 0.01, .lostID: 0.005, .duplicate: 0.02, .conflict: 0.01,
  ]

  @Test func everyDumpIsWhatItsRecipeMakes() throws {
    var inGB18030 = Self.dumps
    inGB18030.encoding = .gb18030
    inGB18030.endsWithCRLF = true
    var defective = Self.dumps
    defective.defects = Self.defects
    let generators = [
      "2024-03": try DumpGenerator(inGB18030), "2024-09": try DumpGenerator(defective),
    ]
    let plain = try DumpGenerator(Self.dumps)
    for part in plain.parts(.months) {
      let made = (generators[part.name] ?? plain).bytes(part.records).0
      #expect(try Self.bytes(of: "dumps/\(part.name).csv") == made, "\(part.name)")
    }
  }

  @Test func theReadmeCountsTheDefects() throws {
    var recipe = Self.dumps
    recipe.defects = Self.defects
    let generator = try DumpGenerator(recipe)
    let month = try #require(generator.parts(.months).first { $0.name == "2024-09" })
    let summary = generator.bytes(month.records).1
    let readme = String(decoding: try Self.bytes(of: "README.md"), as: UTF8.self)
    for defect in DumpDefect.allCases {
      #expect(readme.contains("| `\(defect.rawValue)` | \(summary.defects[defect] ?? 0) |"))
    }
  }

  @Test(arguments: [("2024-05-10", 800, 4, 0.3, 0.01), ("2024-07-10", 1_200, 6, 0.9, 0)])
  func everyExportIsWhatItsRecipeMakes(
    date: String, records: Int, months: Int, retests: Double, pending: Double
  ) throws {
    var recipe = DumpRecipe(records: records, seed: 77)
    recipe.shape = .items
    recipe.start = DumpMonth(year: 2024, month: 1)
    recipe.months = months
    recipe.sectors = recipe.sectors.filter { $0.name == "食品" }
    recipe.rates.append(DumpRate(category: "食品", rate: 0.9))
    recipe.retests = retests
    recipe.defects = [.pendingLabel: pending]
    #expect(try Self.bytes(of: "retests/export-\(date).csv") == DumpGenerator(recipe).bytes().0)
  }

  @Test(arguments: [(FrameGenerator.List.establishments, 1_200), (.inspectors, 60)])
  func everyListToDrawFromIsWhatItsSeedMakes(list: FrameGenerator.List, records: Int) throws {
    var made: [UInt8] = []
    FrameGenerator(list, seed: 62).write(records) { made += $0 }
    #expect(try Self.bytes(of: "draw/\(list.rawValue).csv") == made)
  }

  @Test func theRegionTableIsTheGeneratorsOwn() throws {
    var rows = ["code,name,level,parent", "530000,云南省,province,"]
    for prefecture in DumpPrefecture.yunnan {
      rows.append("\(prefecture.code),\(prefecture.name),prefecture,530000")
      rows += prefecture.counties.map { "\($0.code),\($0.name),county,\(prefecture.code)" }
    }
    #expect(rows.count == 1 + 1 + 16 + 129)
    #expect(try Self.bytes(of: "regions.csv") == Array((rows.joined(separator: "\n") + "\n").utf8))
  }
}
