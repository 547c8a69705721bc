import TestSupport
import Testing

@testable import SpotCheck
@testable import SpotCheckIngest

@Suite("Sampling frames from lists of establishments")
struct SamplingFrameEstablishmentsTests {
  private let list = """
    id,name,region,category
    E3,c,530102,食品/乳制品
    E1,a,530101,食品/乳制品
    E2,b,530101,食品/乳制品
    E4,d,530101,
    E5,e,530101,农产品

    """

  private func row(_ region: String, _ levels: [String], _ size: Int) -> SamplingFrame.Row {
    SamplingFrame.Row(region: region, category: DimensionKey(levels: levels), size: size)
  }

  @Test("establishments are counted by region and category")
  func counts() throws {
    let scratch = try Scratch()
    let frame = try SamplingFrame(contentsOf: scratch.write(list, to: "list.csv"))
    #expect(
      frame.rows == [
        row("530101", ["*"], 1), row("530101", ["农产品"], 1), row("530101", ["食品", "乳制品"], 2),
        row("530102", ["食品", "乳制品"], 1),
      ])
  }

  @Test("follow-ups are left out, each once, and those the list lacks are refused")
  func followUps() throws {
    let scratch = try Scratch()
    let path = try scratch.write(list, to: "list.csv")
    let frame = try SamplingFrame(
      contentsOf: path,
      leavingOut: scratch.write("id,failed_on\nE1,2024-01-02\nE1,2024-03-04\nE5,\n", to: "open.csv"))
    #expect(
      frame.rows == [
        row("530101", ["*"], 1), row("530101", ["食品", "乳制品"], 1), row("530102", ["食品", "乳制品"], 1),
      ])
    let other = try scratch.write("id\nE9\n", to: "other.csv")
    let error = #expect(throws: SpotCheckError.self) {
      try SamplingFrame(contentsOf: path, leavingOut: other)
    }
    #expect(error?.kind == .badDraw(.notInFrame))
    #expect(error?.text == "E9")
  }

  @Test("a table of sizes has no establishments to leave out")
  func sizes() throws {
    let scratch = try Scratch()
    let path = try scratch.write("region,category,size\n530101,食品,5\n", to: "frame.csv")
    let error = #expect(throws: SpotCheckError.self) { try SamplingFrame(contentsOf: path, leavingOut: path) }
    #expect(error?.kind == .badFrame(.missingColumn("id")))
  }
}
