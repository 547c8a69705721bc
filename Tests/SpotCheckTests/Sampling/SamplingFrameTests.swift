import Testing

@testable import SpotCheck
@testable import SpotCheckIngest

struct SamplingFrameTests {
  static func frame(_ text: String) throws(SpotCheckError) -> SamplingFrame {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    return try SamplingFrame(
      table: lines.map { number, line in
        TableRow(
          line: number + 1,
          fields: line.split(separator: ",", omittingEmptySubsequences: false).map(String.init))
      })
  }

  @Test("columns stand in any order, and blanks say nothing")
  func columns() throws {
    let frame = try Self.frame(
      "note,size,category,region,maximum,unit_cost,rate\nx,1200,食品/乳制品,530100,900,850.5,\ny,5,,,,,0.97")
    var first = SamplingFrame.Row(
      region: "530100", category: DimensionKey(levels: ["食品", "乳制品"]), size: 1200)
    first.unitCost = 850.5
    first.maximum = 900
    first.line = 2
    var second = SamplingFrame.Row(region: "*", category: .everything, size: 5)
    second.rate = 0.97
    second.line = 3
    #expect(frame.rows == [first, second])
  }

  @Test(
    "a bad row is an error with its line, and with what to write",
    arguments: [
      ("region,size\nA,1", 1, "region,category,size,unit_cost,minimum,maximum"),
      ("region,category,size", 1, "no row below"),
      ("region,category,size\nA,x,5\nA,x,6", 3, "stands twice"),
      ("region,category,size\nA,x,", 2, "whole number"),
      ("region,category,size\nA,x,1.5", 2, "“1.5” is no size"),
      ("region,category,size\nA,x,-1", 2, "“-1”"),
      ("region,category,size\nA,x,1000000001", 2, "thousand million"),
      ("region,category,size,unit_cost\nA,x,5,0", 2, "850.50"),
      ("region,category,size,rate\nA,x,5,97", 2, "from 0 to 1"),
      ("region,category,size,target\nA,x,5,x", 2, "“x” is no target"),
      ("region,category,size,minimum\nA,x,5,6", 2, "more than can be inspected here, 5"),
      ("region,category,size,minimum,maximum\nA,x,5,4,3", 2, "inspected here, 3"),
    ])
  func errors(text: String, line: Int, words: String) {
    let error = #expect(throws: SpotCheckError.self) { try Self.frame(text) }
    #expect(error?.line == line)
    #expect(error?.message(in: .english).contains(words) == true)
    #expect(error?.message(in: .simplifiedChinese) != error?.message(in: .english))
  }
}
