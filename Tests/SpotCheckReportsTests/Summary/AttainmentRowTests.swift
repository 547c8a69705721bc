import SpotCheck
import Testing

@testable import SpotCheckReports

@Suite("Attainment rows")
struct AttainmentRowTests {
  private func row(
    _ passes: Int, of trials: Int, target: String?, comparison: Indicator.Comparison = .atLeast,
    measure: Indicator.Measure = .passRate
  ) -> AttainmentRow {
    var finding = Finding(
      indicator: "a", region: "*", regionLevel: "all", category: "*", period: "2024",
      estimator: "exact_binomial", comparison: comparison.rawValue, evidence: .inconclusiveBelow)
    finding.trials = trials
    finding.passes = passes
    finding.passRate = trials == 0 ? nil : Double(passes) / Double(trials)
    finding.targetText = target
    finding.target = target.flatMap { Double($0) }
    return AttainmentRow(finding: finding, measure: measure)
  }

  @Test(
    "differences bear their sign, and none that exists reads as 0",
    arguments: [
      (97, 100, "0.96", "+1.00"), (96, 100, "0.96", "0.00"), (95, 100, "0.96", "−1.00"),
      (95999, 100000, "0.96", "−0.001"), (0, 0, "0.96", "—"),
    ])
  func differences(passes: Int, trials: Int, target: String, expected: String) {
    #expect(row(passes, of: trials, target: target).text.difference == expected)
  }

  @Test("a rate of failures is compared on its own scale")
  func failures() {
    let row = row(97, of: 100, target: "0.02", comparison: .atMost, measure: .failRate)
    #expect(row.text.difference == "+1.00")
    #expect(Words(language: .english).target(of: row) == "≤2")
  }

  @Test("an indicator that is to rise shows the rate of the year before")
  func rising() {
    var row = row(97, of: 100, target: nil, comparison: .rising)
    row.finding.target = 0.965
    #expect(Words(language: .english).target(of: row) == ">96.50")
    #expect(row.text.difference == "+0.50")
  }
}
