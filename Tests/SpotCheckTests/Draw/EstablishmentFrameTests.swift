import SpotCheck
import TestSupport
import Testing

@Suite struct EstablishmentFrameTests {
  @Test("Chinese headers, quotes, widths and spreadsheet wrappings are read as in a dump")
  func chineseHeaders() throws {
    let folder = try Scratch()
    let path = try folder.write(
      #"""
      统一社会信用代码,企业名称,行政区划代码,产品类别,风险等级,上次检查日期,电话
      ="91530100B","“云岭”超市, ""一分店""",５３０１０２,食品,Ａ,2024-01-02,1
      91530100A,玉泉 ,530103,食品,B,,2

      """#, to: "frame.csv")
    let frame = try EstablishmentFrame(contentsOf: path, needing: [.region, .riskClass])
    #expect(frame.count == 2)
    #expect(frame.ignoredColumns == ["电话"])
    let establishments = frame.establishments(at: [1, 0])
    #expect(establishments.map(\.id) == ["91530100B", "91530100A"])
    #expect(establishments.map(\.name) == ["“云岭”超市, \"一分店\"", "玉泉"])
    #expect(establishments.map(\.region) == ["530102", "530103"])
    #expect(establishments.map(\.riskClass) == ["A", "B"])
    #expect(establishments.map(\.lastInspected) == ["2024-01-02", ""])
    #expect(frame.position(of: "91530100B") == 1)
    #expect(frame.position(of: "91530100C") == nil)
  }

  @Test("GB18030 gives the establishments that UTF-8 gives")
  func gb18030() throws {
    let folder = try Scratch()
    // 编号 is no header of a frame; id,name / E1,昆明 in GB18030.
    let path = try folder.write(
      Array("id,name\nE1,".utf8) + [0xC0, 0xA5, 0xC3, 0xF7] + Array("\n".utf8), to: "frame.csv")
    #expect(try EstablishmentFrame(contentsOf: path).establishments(at: [0]).map(\.name) == ["昆明"])
  }

  @Test("an id that a spreadsheet has rounded is refused with its line")
  func roundedIdentifier() throws {
    let path = try Scratch().write("id\nE1\n9.1530102E+17\n", to: "frame.csv")
    #expect(throws: SpotCheckError.self) { try EstablishmentFrame(contentsOf: path) }
  }
}
