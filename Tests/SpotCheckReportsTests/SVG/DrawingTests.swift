import SpotCheck
import Testing

@testable import SpotCheckReports

@Suite("Drawings")
struct DrawingTests {
  @Test(
    "lengths have at most one decimal and are always numbers",
    arguments: [
      (1.0, "1"), (1.26, "1.3"), (-0.04, "0"), (-0.4, "-0.4"), (.nan, "0"), (.infinity, "0"), (1e300, "0"),
    ])
  func numbers(value: Double, expected: String) {
    #expect(Drawing.number(value) == expected)
  }

  @Test(
    "a picture has a title and description of its own, and its text is escaped", arguments: Language.allCases)
  func accessible(language: Language) {
    var drawing = Drawing(width: 10, height: 10)
    drawing.text(Wording("<b>\"&"), at: .init(x: 1, y: 2))
    let svg = drawing.svg(
      title: Wording { $0.say("title", "标题") }, description: Wording("d<"), labelledBy: ["a", "b"],
      describedBy: "c", language: language)
    #expect(svg.contains("<title>\(language == .english ? "title" : "标题")</title><desc>d&lt;</desc>"))
    #expect(svg.contains("role=\"img\" aria-labelledby=\"a b\" aria-describedby=\"c\""))
    #expect(svg.contains("&lt;b&gt;&quot;&amp;"))
  }

  @Test("text that both languages share is written once")
  func sharedText() {
    var drawing = Drawing(width: 10, height: 10)
    drawing.text(Wording("96"), at: .init(x: 1, y: 2))
    drawing.text(Wording { $0.say("All", "全部") }, at: .init(x: 1, y: 2))
    #expect(drawing.sample.split(separator: "<text").count == 4)
    #expect(drawing.sample.contains("lang=\"zh-Hans\">全部"))
  }

  @Test("every mark has a shape or filling of its own")
  func marks() {
    let outlines = Mark.allCases.map { $0.outline(at: .init(x: 0, y: 0), 4) + $0.role }
    #expect(Set(outlines).count == Mark.allCases.count)
    #expect(Set(Mark.allCases.map(\.character)).count == Mark.allCases.count)
  }
}
