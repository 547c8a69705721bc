import SpotCheck
import Testing

@testable import SpotCheckReports

@Suite("Rates for people")
struct RateTextTests {
  private func finding(_ passes: Int, of trials: Int, target: String) -> Finding {
    var finding = Finding(
      indicator: "a", region: "*", regionLevel: "all", category: "*", period: "2024",
      estimator: "exact_binomial", comparison: "at_least", evidence: .inconclusiveBelow)
    finding.trials = trials
    finding.passes = passes
    finding.passRate = trials == 0 ? nil : Double(passes) / Double(trials)
    finding.targetText = target
    return finding
  }

  @Test(
    "a miss is never rounded away",
    arguments: [
      (2399, 2499, "0.96", "95.998"), (19523, 20000, "0.96", "97.62"), (19521, 20000, "0.5", "97.60"),
      (96, 100, "0.96", "96.00"),
    ])
  func rates(passes: Int, trials: Int, target: String, expected: String) {
    #expect(RateText(finding(passes, of: trials, target: target)).rate == expected)
  }

  @Test(
    "targets read as they were written",
    arguments: [
      ("0.955", "95.5"), ("0.96", "96"), ("0.985", "98.5"), ("1", "100"), ("0.9", "90"), ("0.9500", "95.00"),
    ])
  func targets(written: String, expected: String) {
    #expect(RateText(finding(1, of: 2, target: written)).target == expected)
  }

  @Test("where failures are measured, rate and bound are rates of failures")
  func failures() {
    var finding = finding(97, of: 100, target: "0.02")
    finding.comparison = "at_most"
    finding.bound = 0.992
    let text = RateText(finding, measure: .failRate)
    #expect([text.rate, text.bound, text.target] == ["3.00", "≥0.80", "2"])
  }

  @Test("no trials, no figure")
  func missing() {
    let text = RateText(finding(0, of: 0, target: "0.96"))
    #expect([text.rate, text.bound, text.shortfall] == ["—", "—", "—"])
    #expect(RateText.percent(0, of: 0) == "—")
  }

  @Test("a shortfall that is not 0 is not shown as 0, and a bound keeps its side of the target")
  func small() {
    var finding = finding(95_999, of: 100_000, target: "0.96")
    finding.shortfall = 0.00001
    finding.bound = 0.959999
    let text = RateText(finding)
    #expect(text.shortfall == "0.001")
    #expect(text.bound == "≤95.9999")
  }
}
