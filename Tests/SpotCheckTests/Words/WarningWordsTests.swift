import Testing

@testable import SpotCheck

@Suite struct WarningWordsTests {
  static let warnings: [Warning] = [
    .planRegionAbsent(indicator: "m", region: "昆明"), .planCategoryAbsent(indicator: "m", category: "水泥"),
    .planValueAbsent(indicator: "m", column: "stage", value: "生产"),
    .regionCodeUnknown(code: "530199", ancestor: "530100", trials: 12),
    .singleResult(isConforming: true, records: 9), .singleResult(isConforming: false, records: 9),
    .periodOutsidePlan(period: "2022"), .noDates, .weightsNotNormalised(indicator: "m", sum: "0.9"),
    .strataMissing(indicator: "m", covered: 0.846, region: "530100", period: "2024"),
  ]

  @Test(arguments: warnings)
  func everyWarningSpeaksBothLanguages(warning: Warning) {
    let english = warning.message(in: .english)
    let chinese = warning.message(in: .simplifiedChinese)
    #expect(english.count > 20 && chinese.count > 10 && english != chinese)
    #expect(!english.contains("\n") && !chinese.contains("\n"))
  }

  @Test func everyWarningHasWordsOfItsOwn() {
    for language in Language.allCases {
      #expect(Set(Self.warnings.map { $0.message(in: language) }).count == Self.warnings.count)
    }
  }

  @Test(arguments: [(0.846, "84.6%"), (1.0, "100.0%"), (.nan, "0.0%"), (-3, "0.0%"), (1e300, "100.0%")])
  func coverageIsShownInPerCent(covered: Double, text: String) {
    let warning = Warning.strataMissing(indicator: "m", covered: covered, region: "r", period: "2024")
    #expect(warning.message(in: .english).contains("hold \(text) of"))
  }
}
