import Testing

@testable import SpotCheckReports

@Suite("Display width")
struct DisplayWidthTests {
  @Test(
    "wide characters take two columns, marks none",
    arguments: [
      ("abc", 3), ("昆明市", 6), ("合格率(%)", 9), ("ｱ", 1), ("Ａ", 2), ("、。", 4), ("e\u{301}", 1), ("…—", 2),
      ("한글", 4),
      ("🙂", 2), ("", 0), ("𠮷", 2),
    ])
  func widths(text: String, width: Int) {
    #expect(DisplayWidth.of(text) == width)
  }

  @Test("a cut never halves a wide character", arguments: 0...10)
  func truncation(width: Int) {
    let text = "a昆明市楚雄"
    let cut = DisplayWidth.truncated(text, to: width)
    #expect(DisplayWidth.of(cut) <= width)
    #expect(DisplayWidth.of(cut) >= min(width, 1) * max(0, width - 1))
    #expect(cut.hasSuffix("…") == (width > 0))
  }

  @Test("the ends or the end stay where they are wanted", arguments: 1...12)
  func kept(width: Int) {
    let text = "制造业/电线电缆"
    let ends = DisplayWidth.truncated(text, to: width, keeping: .ends)
    let end = DisplayWidth.truncated(text, to: width, keeping: .end)
    #expect(DisplayWidth.of(ends) <= width && DisplayWidth.of(end) <= width)
    #expect(end.hasPrefix("…") && text.hasSuffix(end.dropFirst()))
    let parts = ends.split(separator: "…", omittingEmptySubsequences: false)
    #expect(parts.count == 2 && text.hasPrefix(parts[0]) && text.hasSuffix(parts[1]))
    #expect(width < 6 || !parts[0].isEmpty && !parts[1].isEmpty)
  }

  @Test("what fits is not cut")
  func fits() {
    #expect(DisplayWidth.truncated("昆明市", to: 6) == "昆明市")
  }

  @Test("data cannot steer a terminal")
  func visible() {
    #expect(DisplayWidth.visible("a\u{1B}[31mb\u{202E}\n") == "a\u{FFFD}[31mb\u{FFFD}\u{FFFD}")
  }
}
