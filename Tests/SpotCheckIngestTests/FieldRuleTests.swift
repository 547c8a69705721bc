import Testing

@testable import SpotCheckIngest

@Suite("What is made of a field's text")
struct FieldRuleTests {
  private func source(_ change: (inout FieldSource) -> Void) -> FieldSource {
    var source = FieldSource(name: "x", columns: [.header("x")])
    change(&source)
    return source
  }

  private func key(_ source: FieldSource, _ text: String) -> String? {
    source.key(of: Array(text.utf8)).map { DimensionKey(bytes: $0).levels.joined(separator: "|") }
  }

  @Test("Marks cut out what stands between them")
  func between() {
    let source = source { $0.between = .init(opening: "(", closing: ")") }
    #expect(key(source, "国内监督抽查(福建市场监管局)") == "福建市场监管局")
    #expect(key(source, "国内监督抽查()") == "")
    #expect(key(source, "a(b") == "")
    #expect(key(source, "a)b(c") == "")
    #expect(key(source, "a(b)(c)") == "b")
  }

  @Test("A separator makes levels; a blank tail ends them, a blank before a value is a gap")
  func separator() {
    let source = source { $0.separator = "-->" }
    #expect(key(source, "食品添加剂-->食品添加剂") == "食品添加剂|食品添加剂")
    #expect(key(source, "a --> b -->") == "a|b")
    #expect(key(source, "a") == "a")
    #expect(key(source, "-->b") == nil)
    #expect(key(source, "-->") == "")
  }

  @Test("The first characters, not bytes; a stand-in for a blank")
  func firstAndMissing() {
    #expect(key(source { $0.first = 2 }, "47290") == "47")
    #expect(key(source { $0.first = 2 }, "云南省") == "云南")
    #expect(key(source { $0.first = 9 }, "云南省") == "云南省")
    #expect(key(source { $0.missing = "未分类" }, "") == "未分类")
    #expect(key(source { $0.missing = "未分类" }, "x") == "x")
  }

  @Test("Width folding and trimming")
  func folding() {
    #expect(TextFolding.fold("　ＡＢＣ（１）～ \u{A0}\t") == "ABC(1)~")
    #expect(TextFolding.fold("州（市）") == "州(市)")
    #expect(TextFolding.fold("a  b") == "a  b")
    #expect(TextFolding.fold("é").utf8.count == "é".utf8.count)
    #expect(TextFolding.fold("ﾊ｟") == "ﾊ｟")
  }

  @Test(
    "Identifiers and spreadsheets",
    arguments: [
      ("530102", .intact), ("=\"530102\"", .unwrapped(Array("530102".utf8))),
      ("'0012", .unwrapped(Array("0012".utf8))),
      ("530102.0", .unwrapped(Array("530102".utf8))), ("1.23457E+17", .precisionLost),
      ("1e+17", .precisionLost),
      ("1.5", .intact), ("DC.0", .intact), ("E+5", .intact), ("", .intact), ("12E5", .intact),
      ("1.2.3E+4", .intact),
    ] as [(String, Identifier.Reading)])
  func identifiers(text: String, reading: Identifier.Reading) {
    #expect(Identifier.read(Array(text.utf8)) == reading)
  }

  @Test(
    "Scores are decimals of four places",
    arguments: [
      ("70", 700_000), ("70.5", 705_000), ("-1.2345", -12_345), ("1.23450", 12_345), ("1.23456", nil),
      ("", nil), ("+3", 30_000),
      (".5", 5_000), ("5.", 50_000), ("1e3", nil), ("９", nil), ("90000000000", 900_000_000_000_000),
      ("90000000001", nil),
      ("99999999999999999999", nil), ("1.2.3", nil),
    ] as [(String, Int64?)])
  func scores(text: String, scaled: Int64?) {
    #expect(Decimal4.scaled(Array(text.utf8)) == scaled)
  }

  @Test("Conditions on scores")
  func conditions() throws {
    for (text, met) in [
      (">= 70", [false, true, true]), (">70", [false, false, true]), ("<=70", [true, true, false]),
      ("< 70", [true, false, false]), ("== 70", [false, true, false]), ("!=70.0", [true, false, true]),
    ] {
      let condition = try #require(ScoreCondition(text))
      #expect([699_999, 700_000, 700_001].map(condition.isMet) == met)
    }
    #expect(ScoreCondition("=> 70") == nil)
    #expect(ScoreCondition(">= x") == nil)
  }
}
