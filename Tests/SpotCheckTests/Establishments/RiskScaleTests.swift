import SpotCheck
import Testing

@Suite("Risk scales")
struct RiskScaleTests {
  @Test("a scale reads back as it is written, and classes have their lower ends")
  func classes() throws {
    #expect(RiskScale.standard.description == "A=0.98,B=0.95,C=0.90,D")
    #expect(RiskScale(RiskScale.standard.description) == .standard)
    let scale = try #require(RiskScale("低=0.9,高"))
    #expect(scale.classes == ["低", "高"])
    #expect(scale.name(of: 0.9) == "低" && scale.name(of: 0.8999) == "高")
    #expect(scale.name(of: 1, hasOpenFailures: true) == "高")
  }

  @Test(
    "what is no scale",
    arguments: [
      "", "A", "A=0.9", "A=0.9,B=0.8", "A=0.8,B=0.9,C", "A=1.1,B", "A=x,B", "A=0.9,A", "=0.9,B", "A=0.9,",
      "A=0.9=1,B", "A=0.9,B=0.9,C",
    ])
  func refused(text: String) {
    #expect(RiskScale(text) == nil)
  }
}
