import Testing

@testable import SpotCheckReports

@Suite("Text table")
struct TextTableTests {
  private let table: TextTable = {
    var table = TextTable(columns: [
      TextTable.Column(head: ["地区"], minimum: 6), TextTable.Column(head: ["抽检", "批次"], isNumber: true),
      TextTable.Column(head: ["note"], minimum: 4, dropRank: 0),
    ])
    table.rows = [
      [.init("昆明市"), .init("12345"), .init("a longer remark")], [.init("楚雄彝族自治州"), .init("6"), .init("")],
    ]
    return table
  }()
  private let plain = Style(isColored: false)

  @Test("columns are aligned by display width")
  func aligned() {
    #expect(
      table.rendered(within: nil, style: plain).lines == [
        "                 抽检", "地区             批次  note", "昆明市          12345  a longer remark",
        "楚雄彝族自治州      6",
      ])
  }

  @Test("every width is kept: texts are cut, then columns left out", arguments: 13...40)
  func fits(width: Int) {
    let rendering = table.rendered(within: width, style: plain)
    #expect(rendering.lines.allSatisfy { DisplayWidth.of($0) <= width })
    #expect(rendering.lines.contains { $0.contains("12345") }, "numbers are never cut")
    #expect(rendering.dropped == (width < 19 ? [2] : []))
  }

  @Test("colour adds nothing but colour")
  func colored() {
    var table = table
    table.rows[0][0].role = .shortfall
    let line = table.rendered(within: nil, style: Style(isColored: true)).lines[2]
    #expect(line == "\u{1B}[31m昆明市\u{1B}[0m          12345  a longer remark")
  }
}
