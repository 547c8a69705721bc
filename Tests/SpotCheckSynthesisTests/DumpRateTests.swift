import Foundation
import SpotCheckSynthesis
import Testing

@Suite struct DumpRateTests {
  @Test func drawnRatesLieWithinExactBinomialBoundsOfTheTrueOnes() throws {
    var recipe = DumpRecipe(records: 20_000, seed: 41)
    recipe.rates = [
      DumpRate(rate: 0.9), DumpRate(category: "食品", rate: 0.97),
      DumpRate(region: "530100", category: "食品", rate: 0.8),
      DumpRate(category: "食品/乳制品", rate: 0.6), DumpRate(region: "530102", rate: 0.5),
    ]
    let cells = Dictionary(grouping: try DumpGenerator(recipe).fields()) { record in
      let isDairy = record[4] == "乳制品"
      return switch (record[1], record[2], record[3]) {
      case ("530102", _, _): 0.5
      case (_, _, "食品") where isDairy: 0.6
      case (_, "昆明市", "食品"): 0.8
      case (_, _, "食品"): 0.97
      default: 0.9
      }
    }
    #expect(cells.count == 5)
    for (rate, records) in cells {
      let passes = records.count { !$0[10].hasPrefix("不") }
      #expect(records.count > 100)
      #expect(isPlausible(passes, of: records.count, rate: rate), "\(passes) of \(records.count) at \(rate)")
    }
  }

  @Test func standardRatesFallShortWhereTheyAreDocumentedTo() throws {
    let records = try DumpGenerator(DumpRecipe(records: 20_000, seed: 43)).fields()
    let zhaotong = records.filter { $0[2] == "昭通市" && $0[3] == "制造业" }
    let others = records.filter { $0[3] == "制造业" && !["昭通市", "怒江傈僳族自治州", "曲靖市"].contains($0[2]) }
    for (records, rate) in [(zhaotong, 0.89), (others, 0.967)] {
      #expect(isPlausible(records.count { $0[10] == "合格" }, of: records.count, rate: rate))
    }
  }

  @Test(arguments: [0.0, 1.0])
  func certainRatesAreCertain(rate: Double) throws {
    var recipe = DumpRecipe(records: 2_000, seed: 47)
    recipe.rates = [DumpRate(rate: rate)]
    let failures = try DumpGenerator(recipe).fields().count { $0[10].hasPrefix("不") }
    #expect(failures == (rate == 0 ? 2_000 : 0))
  }

  @Test(arguments: [
    ("530100:食品=0.93", DumpRate(region: "530100", category: "食品", rate: 0.93)),
    ("530100=1", DumpRate(region: "530100", rate: 1)),
    ("食品/乳制品=0", DumpRate(category: "食品/乳制品", rate: 0)),
    ("食品=1.1", nil), ("食品=nan", nil), ("食品", nil), (":食品=0.5", nil), ("a:b:c=0.5", nil), ("=0.5", nil),
  ])
  func aRateIsReadFromText(text: String, rate: DumpRate?) {
    #expect(DumpRate(text) == rate)
  }

  /// Whether neither exact binomial tail at `passes` is below one in a million.
  private func isPlausible(_ passes: Int, of trials: Int, rate: Double) -> Bool {
    let n = Double(trials)
    let masses = (0...trials).map { passes -> Double in
      let k = Double(passes)
      let logWays = lgamma(n + 1) - lgamma(k + 1) - lgamma(n - k + 1)
      return exp(logWays + k * log(rate) + (n - k) * log(1 - rate))
    }
    return masses[...passes].reduce(0, +) > 1e-6 && masses[passes...].reduce(0, +) > 1e-6
  }
}
