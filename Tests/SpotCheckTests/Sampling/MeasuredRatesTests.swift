import Foundation
import SpotCheckIngest
import SpotCheckStatistics
import Testing

@testable import SpotCheck

struct MeasuredRatesTests {
  /// A report's JSON with findings of region, level, category, period, comparison, trials, passes and shrunken rate.
  private static func report(_ findings: [String]) -> [UInt8] {
    let list = findings.joined(separator: ",")
    return Array(#"{"schema":"spotcheck.report/1","findings":[\#(list)]}"#.utf8)
  }

  private static func finding(
    _ region: String, _ level: String, _ category: String, period: String = "2024",
    comparison: String = "at_least", estimator: String = "exact_binomial", shrunken: String = "0.95"
  ) -> String {
    """
    {"region":"\(region)","region_name":null,"region_level":"\(level)","category":"\(category)",
    "period":"\(period)","estimator":"\(estimator)","comparison":"\(comparison)","trials":30,
    "passes":29,"shrunken_rate":\(shrunken),"target":0.96}
    """
  }

  @Test("the finest level, the latest year, and categories that none other lies in")
  func strata() throws {
    let rates = try MeasuredRates(
      json: Self.report([
        Self.finding("*", "all", "*"), Self.finding("A", "prefecture", "*"),
        Self.finding("A", "prefecture", "x"), Self.finding("A", "prefecture", "x/y"),
        Self.finding("A", "prefecture", "z", shrunken: "null"),
        Self.finding("A", "prefecture", "x/y", period: "2023"),
        Self.finding("A", "prefecture", "x/y", period: "2024-Q4"), Self.finding("A", "prefecture", "x/y"),
        Self.finding("A", "prefecture", "mean", estimator: "student_t"),
      ]))
    #expect(rates.level == "prefecture" && rates.period == "2024" && rates.repeated == 1)
    #expect(rates.rates.map(\.category.text) == ["x/y", "z"])
    #expect(rates.rates.map(\.shrunkenRate) == [0.95, nil])
    #expect(rates.rates[0].target == DecimalFraction("0.96"))
  }

  @Test("only a rate to reach is a target")
  func targets() throws {
    let rates = try MeasuredRates(
      json: Self.report(
        ["at_least", "at_most", "rising", "all"].map {
          Self.finding($0, "prefecture", "x", comparison: $0)
        }))
    #expect(rates.rates.map { $0.target != nil } == [true, false, false, true])
  }

  @Test(
    "what has no rates is an error",
    arguments: [
      ("nonsense", "no JSON"), (#"{"schema":"other/1","findings":[]}"#, "other/1"),
      (#"{"schema":"spotcheck.report/1"}"#, "findings"),
      (#"{"schema":"spotcheck.report/1","findings":[]}"#, "judges no pass rates, as one made without a plan"),
    ])
  func errors(text: String, words: String) {
    let error = #expect(throws: SpotCheckError.self) { try MeasuredRates(json: Array(text.utf8)) }
    #expect(error?.message(in: .english).contains(words) == true)
  }

  @Test("counts that cannot be, and a level that is not there, are errors")
  func counts() {
    let bad = Self.finding("A", "prefecture", "x").replacing("\"trials\":30", with: "\"trials\":3")
    #expect(throws: SpotCheckError(.badReport(.badValue), text: "trials, passes")) {
      try MeasuredRates(json: Self.report([bad]))
    }
    #expect(throws: SpotCheckError(.badReport(.noRates), text: "county")) {
      try MeasuredRates(json: Self.report([Self.finding("A", "prefecture", "x")]), level: "county")
    }
  }
}
