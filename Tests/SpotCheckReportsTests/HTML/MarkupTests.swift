import SpotCheck
import Testing

@testable import SpotCheckReports

@Suite("Markup")
struct MarkupTests {
  @Test(
    "nothing in a text is markup, and nothing steers the screen",
    arguments: [
      ("<script>", "&lt;script&gt;"), ("a & \"b\" 'c'", "a &amp; &quot;b&quot; &#39;c&#39;"),
      ("\u{0}\u{1B}[0m\u{202E}x\u{FEFF}", "��[0m�x�"), ("👨‍👩‍👧 é", "👨‍👩‍👧 é"), ("a\tb\nc", "a\tb\nc"),
    ])
  func escaping(text: String, expected: String) {
    #expect(Array(Markup.escaped(text).utf8) == Array(expected.utf8))
  }

  @Test("attributes are escaped, and missing ones not written")
  func attributes() {
    var markup = Markup()
    markup.element("p", [("id", "a\"b"), ("class", nil), ("hidden", "")]) { $0.write("x<y") }
    #expect(markup.text == "<p id=\"a&quot;b\" hidden>x&lt;y</p>")
  }

  @Test("a text of both languages is written in both, one that is shared once")
  func languages() {
    var markup = Markup()
    markup.write(Wording { $0.say("met", "达标") })
    markup.write(Wording("95.5"))
    #expect(markup.text == "<span lang=\"en\">met</span><span lang=\"zh-Hans\">达标</span>95.5")
  }
}
