import SpotCheckStatistics
import Testing

/// How often chance alone "proves", by seeded draws from rates exactly on target.
@Suite struct FalseProofTests {
  private static let years = 4_000
  /// 5 % and three standard errors of a share of so many draws.
  private static let most = 0.05 + 3 * (0.05 * 0.95 / 4_000).squareRoot()

  @Test func clustersKeepTheLevelThatPlainCountsDoNot() throws {
    var random = SeededGenerator(seed: 20_240_701)
    var proofs = (plain: 0, clustered: 0)
    for _ in 0..<Self.years {
      let passes = (0..<60).map { _ in
        random.passes(of: 20, rate: Bool.random(using: &random) ? 0.92 : 1)
      }
      let rate = try #require(
        ClusteredRate(passes: passes, trials: [Int](repeating: 20, count: passes.count)))
      proofs.clustered += rate.pShortfall(target: 0.96) <= 0.05 ? 1 : 0
      proofs.plain +=
        ExactTest.pShortfall(passes: rate.passes, trials: rate.trials, target: 0.96) <= 0.05 ? 1 : 0
    }
    print("clusters: false proofs", proofs, "of", Self.years)
    #expect(Double(proofs.clustered) <= Self.most * Double(Self.years))
    #expect(proofs.plain > proofs.clustered)
  }

  @Test func aKnownPopulationKeepsTheLevelAndGainsPower() {
    var random = SeededGenerator(seed: 11)
    let target = DecimalFraction(digits: 96, places: 2)
    var proofs = (onTarget: 0, below: 0, belowByBinomial: 0)
    for _ in 0..<Self.years {
      for (conforming, isBelow) in [(480, false), (473, true)] {
        let passes = Self.draw(400, of: 500, conforming: conforming, using: &random)
        let p = FinitePopulationTest.pShortfall(passes: passes, trials: 400, population: 500, target: target)
        guard isBelow else {
          proofs.onTarget += p <= 0.05 ? 1 : 0
          continue
        }
        proofs.below += p <= 0.05 ? 1 : 0
        proofs.belowByBinomial +=
          ExactTest.pShortfall(passes: passes, trials: 400, target: target) <= 0.05 ? 1 : 0
      }
    }
    print("population: proofs", proofs, "of", Self.years)
    #expect(Double(proofs.onTarget) <= Self.most * Double(Self.years))
    #expect(proofs.below > proofs.belowByBinomial + Self.years / 4)
  }

  @Test func aChangeOfMixIsNoFall() {
    var random = SeededGenerator(seed: 12)
    var proofs = (held: 0, crude: 0)
    for _ in 0..<Self.years {
      // Neither rate moves; the mix moves towards the poorer stratum.
      let strata = [
        RatePair(
          passesBefore: random.passes(of: 300, rate: 0.99), trialsBefore: 300,
          passesNow: random.passes(of: 100, rate: 0.99), trialsNow: 100),
        RatePair(
          passesBefore: random.passes(of: 100, rate: 0.9), trialsBefore: 100,
          passesNow: random.passes(of: 300, rate: 0.9), trialsNow: 300),
      ]
      let crude = RatePair(
        passesBefore: strata[0].passesBefore + strata[1].passesBefore, trialsBefore: 400,
        passesNow: strata[0].passesNow + strata[1].passesNow, trialsNow: 400)
      proofs.held += StratifiedTest.exact(strata).fall <= 0.05 ? 1 : 0
      proofs.crude += crude.fisher.fall <= 0.05 ? 1 : 0
    }
    print("mix: false falls", proofs, "of", Self.years)
    #expect(Double(proofs.held) <= Self.most * Double(Self.years))
    #expect(proofs.crude > Self.years / 2)
  }

  @Test func twoLevelsKeepTheShareOfFalseProofsWithinSelectedRegions() {
    var random = SeededGenerator(seed: 13)
    var average = 0.0
    for _ in 0..<Self.years / 4 {
      // Sixteen regions of ten categories; in four of them three categories are short for certain.
      let families = (0..<16).map { region in
        (0..<10).map { category in
          let p = Double(random.next() >> 11) * 0x1p-53
          return region < 4 && category < 3 ? p * 1e-6 : p
        }
      }
      let shares = MultipleTesting.twoLevel(families).enumerated().compactMap { region, adjusted -> Double? in
        let rejected = adjusted.indices.filter { adjusted[$0] <= 0.05 }
        guard !rejected.isEmpty else { return nil }
        let isFalse = rejected.filter { region >= 4 || $0 >= 3 }
        return Double(isFalse.count) / Double(rejected.count)
      }
      average += shares.isEmpty ? 0 : shares.reduce(0, +) / Double(shares.count)
    }
    average /= Double(Self.years / 4)
    print("two levels: average share of false proofs in selected regions", average)
    #expect(average <= 0.05)
    #expect(average > 0.001)
  }

  /// Conforming units among so many drawn without replacement.
  private static func draw(
    _ trials: Int, of population: Int, conforming: Int, using random: inout SeededGenerator
  ) -> Int {
    var left = (units: population, conforming: conforming)
    var passes = 0
    for _ in 0..<trials {
      let isPass = random.passes(of: 1, rate: Double(left.conforming) / Double(left.units)) == 1
      passes += isPass ? 1 : 0
      left = (left.units - 1, left.conforming - (isPass ? 1 : 0))
    }
    return passes
  }
}
