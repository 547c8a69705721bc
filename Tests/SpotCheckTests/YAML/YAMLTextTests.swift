import Testing

@testable import SpotCheck

@Suite struct YAMLTextTests {
  @Test(arguments: [
    "州市", "州(市)", "a b", "530100", "#7", "单位名称#2", "a: b", "- a", "it's", "\"q\"", "a\\b", "", " a ",
    "a\nb", "a\tb", "a\r", "&x", "R &D", "*x", "!x", "true", "~", "[a]", "{b}", "a,b", "\u{1}",
    "x\u{2028}y",
    "é", "e\u{301}", "😀", "%", "@a", "`a`", "|", ">", "?", "a #b", "\u{85}", "\u{7F}",
  ])
  func everyTextReadsBack(text: String) throws {
    for yaml in ["a: \(yamlScalar(text))", "a: [\(yamlScalar(text)), x]", "a: { \(yamlScalar(text)): x }"] {
      let value = try #require(try YAMLNode.compose(yaml, file: "a.yaml").mapping()["a"])
      let read =
        switch value.content {
        case .scalar(let read, _): read
        case .list(let items): try items[0].text()
        case .mapping(let pairs): try pairs[0].key.text()
        }
      #expect(Array(read.unicodeScalars) == Array(text.unicodeScalars), "\(yaml)")
    }
  }

  @Test func plainTextStaysPlain() {
    #expect(yamlScalar("州(市)") == "州(市)")
    #expect(yamlScalar("product_category") == "product_category")
  }
}
