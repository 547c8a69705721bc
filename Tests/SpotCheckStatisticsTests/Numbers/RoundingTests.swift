import SpotCheckStatistics
import Testing

struct RoundingTests {
  /// The digits of a percentage as a whole number of its last decimal.
  private func units(_ text: String) -> Int? {
    Int(text.filter { $0 != "." })
  }

  private func decimals(_ text: String) -> Int {
    text.split(separator: ".").dropFirst().first?.count ?? 0
  }

  @Test(arguments: [
    (1, 8, 1, "12.5"), (1, 8, 0, "12"), (3, 8, 0, "38"), (1, 16, 1, "6.2"), (3, 16, 1, "18.8"),
    (0, 7, 2, "0.00"), (7, 7, 2, "100.00"), (1, 3, 0, "33"), (2, 3, 3, "66.667"), (1, 1_000, 0, "0"),
    (1_989, 2_125, 1, "93.6"), (999_999, 1_000_000, 2, "100.00"),
  ])
  func roundsHalfToEven(passes: Int, trials: Int, decimals: Int, text: String) {
    #expect(Rounding.percentText(passes: passes, trials: trials, decimals: decimals) == text)
  }

  @Test func theTextIsTheNearestAndEvenAtHalf() throws {
    var random = SeededGenerator(seed: 13)
    for _ in 0..<2_000 {
      let trials = Int.random(in: 1...4_096, using: &random)
      let passes = Int.random(in: 0...trials, using: &random)
      let places = Int.random(in: 0...4, using: &random)
      let text = Rounding.percentText(passes: passes, trials: trials, decimals: places)
      let scale = [100, 1_000, 10_000, 100_000, 1_000_000][places]
      let shown = try #require(units(text))
      let error = 2 * abs(shown * trials - passes * scale)
      #expect(decimals(text) == places)
      #expect(error < trials || (error == trials && shown % 2 == 0))
    }
  }

  @Test func aMissIsNeverHidden() throws {
    var random = SeededGenerator(seed: 17)
    var widened = 0
    for _ in 0..<2_000 {
      let target = DecimalFraction(digits: Int.random(in: 900...1_000, using: &random), places: 3)
      let trials = Int.random(in: 1...200_000, using: &random)
      let passes = max(0, min(trials, target.ceiling(of: trials) - Int.random(in: 0...3, using: &random)))
      let plain = Rounding.percentText(passes: passes, trials: trials, decimals: 1)
      let shown = Rounding.percentText(passes: passes, trials: trials, decimals: 1, showingMissOf: target)
      let value = try #require(units(shown))
      var scale = 100
      for _ in 0..<decimals(shown) { scale *= 10 }
      let reads = target.sign(ofRate: value, over: scale)
      if target.sign(ofRate: passes, over: trials) < 0 {
        #expect(reads < 0)
      } else {
        #expect(shown == plain)
      }
      if shown != plain { widened += 1 }
    }
    #expect(widened > 100)
  }

  @Test func aRateAboveALimitShowsItToo() {
    let limit = DecimalFraction(digits: 4, places: 2)
    #expect(
      Rounding.percentText(passes: 10_001, trials: 250_000, decimals: 1, showingMissOf: limit) == "4.0")
    #expect(
      Rounding.percentText(
        passes: 10_001, trials: 250_000, decimals: 1, showingMissOf: limit, direction: .atMost) == "4.0004")
  }

  @Test func billionsAreExact() {
    #expect(
      Rounding.percentText(passes: 959_999_999, trials: 1_000_000_000, decimals: 13) == "95.9999999000000")
    #expect(
      Rounding.percentText(
        passes: 959_999_999, trials: 1_000_000_000, decimals: 2,
        showingMissOf: DecimalFraction(digits: 96, places: 2)) == "95.9999999")
  }

  @Test func proportionsThatAreNoCounts() {
    #expect(Rounding.percentText(0.97615, decimals: 2) == "97.62")
    #expect(Rounding.percentText(0.97605, decimals: 2) == "97.60")
    #expect(Rounding.percentText(-0.1, decimals: 1) == "0.0")
    #expect(Rounding.percentText(1.5, decimals: 1) == "100.0")
    let target = DecimalFraction(digits: 96, places: 2)
    #expect(Rounding.percentText(0.959_998, decimals: 2, showingMissOf: target) == "95.9998")
    #expect(Rounding.percentText(0.96 - 1e-13, decimals: 2, showingMissOf: target) == "96.00")
  }
}
