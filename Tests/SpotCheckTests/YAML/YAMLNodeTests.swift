import Testing

@testable import SpotCheck

@Suite struct YAMLNodeTests {
  private func failure(of yaml: String) -> SpotCheckError? {
    #expect(throws: SpotCheckError.self) { try YAMLNode.compose(yaml, file: "a.yaml") }
  }

  @Test func everyScalarIsItsText() throws {
    let map = try YAMLNode.compose("a: 010100\nb: yes\nc: 1e3\nd: ~\ne: '#7'\nf: 0x1F", file: "a.yaml")
      .mapping()
    let texts = try map.entries.map { try $0.value.text() }
    #expect(texts == ["010100", "yes", "1e3", "~", "#7", "0x1F"])
  }

  @Test(arguments: ["", "# only a comment\n", "---\n", "\u{FEFF}", "a:\n"])
  func nothingWrittenIsAnEmptyMapping(yaml: String) throws {
    #expect(try YAMLNode.compose(yaml, file: "a.yaml").mapping().entries.isEmpty)
  }

  @Test func placesCountLinesAndScalarsFromOne() throws {
    let map = try YAMLNode.compose("一: 1\n二: { 三: 甲 }", file: "a.yaml").mapping()
    let inner = try #require(try map["二"]?.mapping()["三"])
    #expect([inner.line, inner.column] == [2, 9])
  }

  @Test func aByteOrderMarkMovesNoColumn() throws {
    let map = try YAMLNode.compose("\u{FEFF}a: b", file: "a.yaml").mapping()
    #expect(map.entries.first?.value.column == 4)
  }

  @Test(arguments: [
    ("a: [b\nc: d", 2, 2), ("a: 'b", 1, 6), ("a: b: c", 1, 5), ("\ta: b", 1, 1), ("a: 1\n--- \nb: 2", 2, 1),
    ("a: \"\\q\"", 1, 5), ("a: \u{1}", 1, 4),
  ])
  func textThatIsNoYAMLIsPlaced(yaml: String, line: Int, column: Int) throws {
    let error = try #require(failure(of: yaml))
    guard case .badYAML(let problem) = error.kind else {
      Issue.record("\(error.kind)")
      return
    }
    #expect(!problem.isEmpty)
    #expect(error.file == "a.yaml")
    #expect([error.line, error.column] == [line, column])
  }

  @Test(arguments: [
    ("a: &x 1\nb: *x", 1, 4), ("a: [&x 1]", 1, 5), ("&x a: 1", 1, 1), ("a:\n  - &一\n", 2, 5),
    ("a: {b: 1,&c d: 2}", 1, 10),
  ])
  func anchorsAreRefused(yaml: String, line: Int, column: Int) throws {
    let error = try #require(failure(of: yaml))
    // An anchor's name is ASCII; the parser itself refuses all others.
    if yaml.contains("一") {
      guard case .badYAML = error.kind else {
        Issue.record("\(error.kind)")
        return
      }
    } else {
      #expect(error.kind == .anchorRefused)
      #expect([error.line, error.column] == [line, column])
    }
  }

  @Test func anAliasWithoutAnchorIsRefused() throws {
    let error = try #require(failure(of: "a: *x"))
    #expect(error.line == 1 && error.column == 4)
  }

  @Test(arguments: ["a: R&D", "a: 研发&生产", "a: A & B", "a: \"\\x26x\""])
  func ampersandsWithinTextStay(yaml: String) throws {
    #expect(try YAMLNode.compose(yaml, file: "a.yaml").mapping()["a"]?.text().contains("&") == true)
  }

  @Test(arguments: [
    ("a: !!int 5", "tag:yaml.org,2002:int"), ("a: !!str 5", "tag:yaml.org,2002:str"), ("a: !x [1]", "!x"),
    ("a: !!set {b: c}", "tag:yaml.org,2002:set"),
  ])
  func tagsAreRefused(yaml: String, tag: String) throws {
    let error = try #require(failure(of: yaml))
    #expect(error.kind == .tagRefused)
    #expect(error.text == tag)
    #expect(error.line == 1)
  }

  @Test func aKeyStandsOnce() throws {
    let error = try #require(failure(of: "a: 1\nb: { c: 1, c: 2 }"))
    #expect(error.kind == .duplicateKey)
    #expect(error.text == "c")
    #expect(error.line == 2)
  }

  @Test(arguments: ["? [a, b]\n: c", "{a: b}: c", "{[a]: b}"])
  func aCollectionIsNoKey(yaml: String) throws {
    let error = try #require(failure(of: yaml))
    #expect(error.kind == .expected(.text))
  }

  @Test func depthIsBounded() throws {
    let deepest = YAMLNode.depthLimit
    let allowed = String(repeating: "[", count: deepest + 1) + String(repeating: "]", count: deepest + 1)
    _ = try YAMLNode.compose(allowed, file: "a.yaml")
    #expect(failure(of: "[\(allowed)]")?.kind == .tooDeep(limit: deepest))
  }

  @Test(arguments: ["[", "{", "- ", "{a: ", "? ", "a:\n "])
  func endlessNestingIsRefused(opening: String) {
    let error = failure(of: String(repeating: opening, count: 20_000))
    #expect(error?.line != nil)
  }

  @Test func sizeIsBounded() {
    let error = failure(of: String(repeating: "#", count: YAMLNode.byteLimit + 1))
    #expect(error?.kind == .tooLarge(limit: YAMLNode.byteLimit))
  }

  @Test func manyNamesForOneValueNeverMultiply() throws {
    var yaml = "a0: &a0 [x, x]\n"
    for level in 1...40 {
      yaml +=
        "a\(level): &a\(level) [\(Array(repeating: "*a\(level - 1)", count: 9).joined(separator: ", "))]\n"
    }
    #expect(failure(of: yaml + "? *a40\n: 1\n")?.kind == .anchorRefused)
  }

  @Test func unknownKeysNameTheNearest() throws {
    let map = try YAMLNode.compose("regoin: 1", file: "a.yaml").mapping()
    let error = #expect(throws: SpotCheckError.self) { try map.allow(["region", "result"]) }
    #expect(error?.kind == .unknownKey(nearest: "region", known: ["region", "result"]))
    #expect(error?.text == "regoin")
    #expect(error?.line == 1 && error?.column == 1)
  }
}
