import Testing

@testable import SpotCheck

@Suite struct EvidenceWordsTests {
  @Test func theWordsAreThoseOfTheOffices() {
    #expect(
      Evidence.allCases.map { $0.words(in: .simplifiedChinese) } == [
        "确定未达标", "显著低于目标（否定达标）", "疑似未达标，建议加抽", "低于目标，差异不显著（不否定达标）", "样本量不足",
        "达到目标，证据不足", "显著达到目标", "确定达标", "无年度目标", "无数据",
      ])
  }

  @Test(arguments: Language.allCases)
  func everyVerdictHasWordsOfItsOwn(language: Language) {
    let words = Evidence.allCases.map { $0.words(in: language) }
    #expect(Set(words).count == words.count)
    #expect(words.allSatisfy { !$0.contains("证实") && !$0.contains("证明") && !$0.contains("proven") })
  }

  @Test func levelsHaveWords() {
    let levels = ["all", "province", "prefecture", "county", "region"]
    #expect(
      levels.map { RegionLevelWords.words(for: $0, in: .simplifiedChinese) }
        == ["全域", "省", "州（市）", "县（市、区）", "地区"])
    #expect(RegionLevelWords.words(for: "prefecture", in: .english) == "prefecture")
    #expect(RegionLevelWords.words(for: "village", in: .english) == "village")
  }
}
