import Testing

@testable import SpotCheckReports

@Suite("Page")
struct PageTests {
  @Test(
    "lines break at spaces, or between wide characters, and lose nothing but those spaces",
    arguments: [
      ("one two three", 7, ["one two", "three"]), ("昆明市楚雄州", 7, ["昆明市", "楚雄州"]),
      ("abcdefghij", 4, ["abcd", "efgh", "ij"]), ("short", 80, ["short"]), ("", 80, [""]),
      ("州 abc def", 6, ["州 abc", "def"]),
    ])
  func wraps(text: String, width: Int, lines: [String]) {
    #expect(Page.wrapped(text, to: width) == lines)
  }
}
