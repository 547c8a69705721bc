import SpotCheckIngest
import Testing

@testable import SpotCheck

@Suite struct LayoutTests {
  private func layout(_ yaml: String) throws -> Layout {
    try Layout(yaml: yaml, file: "in/layout.yaml")
  }

  private func column(_ yaml: String, field: String) throws -> LayoutColumn {
    try #require(try layout("columns:\n  \(field): \(yaml)").columns[field])
  }

  @Test func nothingWrittenIsTheDefault() throws {
    var read = try layout("")
    #expect(read.sha256 == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
    #expect(read.file == "in/layout.yaml")
    (read.sha256, read.file) = (nil, nil)
    #expect(read == Layout())
  }

  @Test func theWholeContractIsRead() throws {
    let layout = try layout(Self.contract)
    #expect(
      layout.columns["sample_id"]?.sources.first?.columns
        == [.header("抽样单编号"), .header("样品编号"), .header("sample_id")])
    #expect(layout.columns["category"]?.combination == .path)
    #expect(layout.columns["category"]?.sources.map(\.columns) == [[.header("领域")], [.header("产品类别")]])
    #expect(layout.columns["date"]?.patterns?.count == 4)
    #expect(layout.columns["result"]?.combination == .coalesce)
    #expect(layout.columns["stage"]?.sources.first?.name == "stage")
    #expect(
      layout.labels
        == LabelSet(
          pass: ["合格", "符合", "pass"], fail: ["不合格", "问题样品", "fail"], ignore: ["未检", "待检", "未定"]))
    #expect(layout.programmes == ["evaluative": ["评价性抽检"], "supervision": ["监督抽检"], "risk": ["风险监测"]])
    #expect(layout.regions.file == "in/regions.csv")
    #expect(layout.regions.level == "prefecture")
    #expect(layout.regions.aliases == ["昆明": "530100"])
    #expect(!layout.regions.isStrict)
    #expect(layout.filters == ["programme": ["评价性抽检"]])
    #expect(layout.followUps == ["programme": ["复查", "跟踪抽检"]])
    #expect(layout.unit == .sample)
    #expect(layout.duplicates == .last)
  }

  static let contract = """
    version: 1
    input:   { encoding: auto, delimiter: auto, quote: auto, escape: auto, record_end: auto, header_rows: auto, skip_rows: auto, ragged: reject }
    columns:
      sample_id: [抽样单编号, 样品编号, sample_id]
      region:    [行政区划代码, 州市, region]
      category:  { path: [领域, 产品类别] }
      date:      { from: 抽样日期, formats: [yyyy-MM-dd, yyyy/M/d, yyyyMMdd, yyyy年M月d日] }
      result:    { coalesce: [复检结论, 检验结论] }
      item:      检验项目
      programme: 抽检类型
      establishment: 被抽样单位名称
      revised:   更新时间
      stage:     抽样环节
    labels:
      pass:   [合格, 符合, pass]
      fail:   [不合格, 问题样品, fail]
      ignore: [未检, 待检, 未定]
    programmes: { evaluative: [评价性抽检], supervision: [监督抽检], risk: [风险监测] }
    regions:  { file: regions.csv, level: prefecture, aliases: { 昆明: "530100" }, strict: false }
    where:    { programme: [评价性抽检] }
    follow_up: { programme: [复查, 跟踪抽检] }
    unit: sample
    duplicates: last
    """

  @Test func inputIsRead() throws {
    let format = try layout(
      """
      input: { encoding: utf-16le, delimiter: ";", quote: "'", escape: doubled, record_end: cr, header_rows: 0, skip_rows: 3, ragged: pad }
      """
    ).format
    #expect(format.encoding == .utf16LittleEndian)
    #expect(format.delimiter == 0x3B)
    #expect(format.quote == .some(0x27))
    #expect(format.endsAtCarriageReturn == true)
    #expect(format.headerRows == 0)
    #expect(format.skipRows == 3)
    #expect(format.ragged == .pad)
  }

  @Test func tabsAndNoQuotesHaveNames() throws {
    let format = try layout("input: { delimiter: tab, quote: none, record_end: crlf }").format
    #expect(format.delimiter == 0x09)
    #expect(format.quote == .some(nil))
    #expect(format.endsAtCarriageReturn == false)
  }

  @Test func everyWayOfWritingCanBeGiven() throws {
    let format = try layout(
      "input: { encoding: windows-1252, delimiter: \", \", escape: backslash, record_end: crcrlf, header_rows: 3 }"
    ).format
    #expect(format.encoding == .windows1252)
    #expect(format.delimiter == 0x2C)
    #expect(format.isPadded == true)
    #expect(format.escape == .backslash)
    #expect(format.endsAtCarriageReturn == false)
    #expect(format.headerRows == 3)
    #expect(try layout("input: { delimiter: space }").format.delimiter == 0x20)
  }

  @Test func columnsAreFoundByHeaderPositionOrOccurrence() throws {
    let columns = try column("[\"#7\", 单位名称#2, 州（市）, \" a b \", \"Lic #\"]", field: "region").sources[0]
      .columns
    #expect(
      columns == [
        .position(7), .occurrence("单位名称", 2), .header("州(市)"), .header("a b"), .header("Lic #"),
      ])
  }

  @Test func aSourceHasItsSettings() throws {
    let source = try column(
      "{ from: [a, b], separator: \"-->\", between: [（, \")\"], first: 2, missing: 未分类 }", field: "category"
    ).sources[0]
    #expect(source.columns == [.header("a"), .header("b")])
    #expect(source.separator == "-->")
    #expect(source.between == FieldSource.Marks(opening: "(", closing: ")"))
    #expect(source.first == 2)
    #expect(source.missing == "未分类")
    #expect(!source.isBuiltIn && source.isRequired)
  }

  @Test func separatorsKeepTheirSpaces() throws {
    #expect(try column("{ from: a, separator: \" > \" }", field: "category").sources[0].separator == " > ")
  }

  @Test func levelsCanHaveSettingsOfTheirOwn() throws {
    let sources = try column("{ path: [省, { from: [州市, 市], missing: 省本级 }] }", field: "region").sources
    #expect(sources.map(\.columns) == [[.header("省")], [.header("州市"), .header("市")]])
    #expect(sources[1].missing == "省本级")
  }

  @Test func scoresAreJudgedByACondition() throws {
    let column = try column("{ from: score, pass_if: \">= 70\" }", field: "result")
    #expect(column.condition == ScoreCondition(">= 70"))
  }

  @Test(arguments: ["state", "stage", "rate", "reason", "lab", "班次"])
  func otherNamesAreDimensions(name: String) throws {
    #expect(try layout("columns:\n  \(name): a").columns[name] != nil)
  }

  @Test func aBlankResultCanBeIgnored() throws {
    #expect(try layout("labels: { pass: [a], fail: [b], ignore: [\"\"] }").labels?.ignore == [""])
  }

  @Test(
    arguments: [
      ("version: 2", .expected(.oneOf(["1"])), 1, 10, "2"),
      ("colums: {}", .unknownKey(nearest: "columns", known: []), 1, 1, "colums"),
      ("input: { encoding: big5 }", .expected(.oneOf([])), 1, 20, "big5"),
      ("input: { delimiter: ab }", .expected(.delimiter), 1, 21, "ab"),
      ("input: { delimiter: a }", .expected(.delimiter), 1, 21, "a"),
      ("input: { quote: \"\\n\" }", .expected(.quote), 1, 17, "\n"),
      (
        "input: { escape: slash }", .expected(.oneOf(["auto", "doubled", "backslash", "none"])), 1, 18,
        "slash"
      ),
      (
        "input: { record_end: \"|\" }", .expected(.oneOf(["auto", "lf", "crlf", "cr", "crcrlf"])), 1, 22, "|"
      ),
      ("input: { header_rows: 4 }", .expected(.integer(0...3)), 1, 23, "4"),
      ("input: { header_rows: x }", .expected(.integer(0...3)), 1, 23, "x"),
      ("input: { skip_rows: -1 }", .expected(.integer(0...1_000_000)), 1, 21, "-1"),
      ("input: { ragged: drop }", .expected(.oneOf(["reject", "pad"])), 1, 18, "drop"),
      ("input: [a]", .expected(.mapping), 1, 8, "[…]"),
      ("columns:\n  period: 月", .unknownKey(nearest: "date", known: []), 2, 3, "period"),
      ("columns:\n  sampleid: a", .unknownKey(nearest: "sample_id", known: []), 2, 3, "sampleid"),
      ("columns:\n  program: a", .unknownKey(nearest: "programme", known: []), 2, 3, "program"),
      ("columns:\n  categori: a", .unknownKey(nearest: "category", known: []), 2, 3, "categori"),
      ("columns:\n  dates: a", .unknownKey(nearest: "date", known: []), 2, 3, "dates"),
      ("columns:\n  region: \"\"", .expected(.nonBlankText), 2, 11, ""),
      ("columns:\n  region: []", .expected(.nonEmptyList), 2, 11, "[…]"),
      ("columns:\n  region: \"#0\"", .expected(.column), 2, 11, "#0"),
      ("columns:\n  region: \"#99999999999999999999\"", .expected(.column), 2, 11, "#99999999999999999999"),
      ("columns:\n  region: { missing: x }", .missingKey("from"), 2, 11, ""),
      (
        "columns:\n  region: { path: [a], missing: x }", .unknownKey(nearest: nil, known: []), 2, 24,
        "missing"
      ),
      ("columns:\n  region: { from: a, fist: 2 }", .unknownKey(nearest: "first", known: []), 2, 22, "fist"),
      ("columns:\n  region: { from: a, first: 0 }", .expected(.integer(1...1000)), 2, 29, "0"),
      ("columns:\n  region: { from: a, between: [x] }", .expected(.marks), 2, 31, "[…]"),
      ("columns:\n  item: { path: [a] }", .unknownKey(nearest: nil, known: []), 2, 11, "path"),
      ("columns:\n  date: { coalesce: [a] }", .unknownKey(nearest: nil, known: []), 2, 11, "coalesce"),
      ("columns:\n  date: { from: a, formats: [dd.MM.yy] }", .expected(.datePattern), 2, 30, "dd.MM.yy"),
      (
        "columns:\n  date: { from: a, formats: [yyyyMMddHHHH] }", .expected(.datePattern), 2, 30,
        "yyyyMMddHHHH"
      ),
      (
        "columns:\n  date: { from: a, formats: [MM/dd/yyyy, dd/MM/yyyy] }",
        .conflictingPatterns("MM/dd/yyyy", "dd/MM/yyyy", example: "01/02/2024"), 2, 42, "dd/MM/yyyy"
      ),
      ("columns:\n  result: { from: a, pass_if: 70 }", .expected(.condition), 2, 31, "70"),
      ("labels: { pass: [a], fail: [ａ] }", .labelInTwoLists("pass", "fail"), 1, 29, "a"),
      ("labels: { pass: [\"\"] }", .expected(.nonBlankText), 1, 18, ""),
      ("labels: { passed: [a] }", .unknownKey(nearest: "pass", known: []), 1, 11, "passed"),
      ("programmes: { a: [x], b: [x] }", .programmeInTwoGroups("a", "b"), 1, 27, "x"),
      ("regions: { level: city }", .expected(.oneOf(["province", "prefecture", "county"])), 1, 19, "city"),
      ("regions: { strict: yes }", .expected(.truth), 1, 20, "yes"),
      ("where: { stage: [] }", .expected(.nonEmptyList), 1, 17, "[…]"),
      ("unit: batch", .expected(.oneOf(["record", "sample"])), 1, 7, "batch"),
      (
        "duplicates: newest", .expected(.oneOf(["last", "first", "worst", "keep", "error"])), 1, 13, "newest"
      ),
    ] as [(String, SpotCheckError.Kind, Int, Int, String)])
  func whatIsWrongIsPlaced(yaml: String, kind: SpotCheckError.Kind, line: Int, column: Int, text: String)
    throws
  {
    let error = try #require(#expect(throws: SpotCheckError.self) { try layout(yaml) })
    switch (error.kind, kind) {
    case (.unknownKey(let found, let known), .unknownKey(let nearest, _)):
      #expect(found == nearest)
      #expect(!known.isEmpty)
    case (.expected(.oneOf(let words)), .expected(.oneOf([]))):
      #expect(words.contains("gb18030") && words.contains("auto"))
    default:
      #expect(error.kind == kind)
    }
    #expect([error.line, error.column] == [line, column])
    #expect(error.text == text)
    #expect(error.file == "in/layout.yaml")
  }

  @Test func manyPatternsAreRefused() throws {
    let formats = Array(repeating: "yyyy-MM-dd", count: 21).joined(separator: ", ")
    let error = #expect(throws: SpotCheckError.self) {
      try layout("columns: { date: { from: a, formats: [\(formats)] } }")
    }
    #expect(error?.kind == .expected(.listOfAtMost(20)))
  }
}
