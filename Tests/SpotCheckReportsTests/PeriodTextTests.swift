import SpotCheck
import Testing

@testable import SpotCheckReports

@Suite("Periods for people")
struct PeriodTextTests {
  @Test(
    "periods are written as offices write them",
    arguments: [
      ("2024", "2024年", "2024"), ("2024-Q1", "2024年第一季度", "2024 Q1"), ("2024-05", "2024年5月", "2024-05"),
      ("*", "全部", "All"),
    ])
  func periods(period: String, chinese: String, english: String) {
    #expect(Words(language: .simplifiedChinese).period(period) == chinese)
    #expect(Words(language: .english).period(period) == english)
  }

  @Test("thousands are separated in English only")
  func counts() {
    #expect(Words(language: .english).count(1_234_567) == "1,234,567")
    #expect(Words(language: .english).count(-1000) == "-1,000")
    #expect(Words(language: .english).count(999) == "999")
    #expect(Words(language: .simplifiedChinese).count(1_234_567) == "1234567")
  }
}
