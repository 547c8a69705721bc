@testable import SpotCheck
import SpotCheckStatistics
import Testing

@Suite("Families")
struct FamilyTests {
  /// Twelve regions of very different sizes and rates.
  private static func survey(shuffling: Bool = false) -> Survey {
    var random = SplitMix(state: 7)
    var builder = SurveyBuilder()
    for region in 0..<12 {
      for category in ["甲", "乙"] {
        let trials = Int.random(in: region == 0 ? 10...30 : 20...600, using: &random)
        let failures = Int.random(in: 0...(trials / 10), using: &random)
        builder.add("r\(region)", category, in: "2024-12", trials - failures, of: trials)
      }
    }
    return builder.survey(shuffling: shuffling)
  }

  /// The least over s of m p₍ₛ₎/s at or above each p, by trying all.
  private static func adjusted(_ p: [Double]) -> [Double] {
    p.map { own in
      p.filter { $0 >= own }
        .map { other in Double(p.count) * other / Double(p.count { $0 <= other }) }
        .reduce(1, min)
    }
  }

  @Test("q is adjusted over the judged cells of a level, depth and direction", arguments: ["*", "甲"])
  func adjustment(category: String) throws {
    let findings = try Assessment(of: Self.survey(), against: .sample()).findings
    let depth = findings.filter { ($0.category == "*") == (category == "*") }
    let family = depth.filter { $0.regionLevel == "region" }
    #expect(family.count == (category == "*" ? 12 : 24))

    let expected = Self.adjusted(family.compactMap(\.pShortfall))
    #expect(zip(family, expected).allSatisfy { abs(($0.qShortfall ?? 2) - $1) < 1e-12 })

    let able = family.filter { ExactTest.pMet(passes: $0.trials, trials: $0.trials, target: 0.96) <= 0.05 }
    #expect(able.count < family.count)
    #expect(family.filter { $0.qMet != nil } == able)
    let expectedMet = Self.adjusted(able.compactMap(\.pMet))
    #expect(zip(able, expectedMet).allSatisfy { abs(($0.qMet ?? 2) - $1) < 1e-12 })

    let whole = depth.filter { $0.region == "*" }
    #expect(whole.allSatisfy { ($0.category != "*") || $0.qShortfall == $0.pShortfall })
  }

  @Test(
    "a bound excludes the target exactly when the cell is rejected",
    arguments: AssessmentRule.Multiplicity.allCases)
  func duality(multiplicity: AssessmentRule.Multiplicity) throws {
    var plan = Plan.sample()
    plan.assessment.multiplicity = multiplicity
    let findings = try Assessment(of: Self.survey(), against: plan).findings
    var rejected = 0
    for finding in findings {
      let bound = try #require(finding.bound)
      let isAttained = finding.isAttained == true
      let isRejected = (isAttained ? finding.qMet : finding.qShortfall) ?? 1 <= 0.05
      #expect((isAttained ? bound > 0.96 : bound < 0.96) == isRejected)
      rejected += isRejected ? 1 : 0
    }
    #expect(rejected > 2 && rejected < findings.count)
  }

  @Test func aBoundHasTheLevelOfItsFamilysRejections() throws {
    let findings = try Assessment(of: Self.survey(), against: .sample()).findings
    let family = findings.filter { $0.regionLevel == "region" && $0.category == "*" }
    let rejections = family.count { $0.qShortfall ?? 1 <= 0.05 }
    let proven = family.filter { $0.evidence == .provenShortfall }
    #expect(!proven.isEmpty)
    #expect(proven.allSatisfy { $0.boundLevel == 1 - Double(rejections) * 0.05 / 12 })
  }

  @Test func holmIsAtLeastAsStrict() throws {
    var plan = Plan.sample()
    let bh = try Assessment(of: Self.survey(), against: plan).findings
    plan.assessment.multiplicity = .holm
    let holm = try Assessment(of: Self.survey(), against: plan).findings
    #expect(zip(bh, holm).allSatisfy { ($0.qShortfall ?? 0) <= ($1.qShortfall ?? 0) })
    #expect(bh != holm)
  }

  @Test func aTwoLevelFamilySelectsRegionsThenCategories() throws {
    var plan = Plan.sample()
    plan.assessment.multiplicity = .twoLevel
    let findings = try Assessment(of: Self.survey(), against: plan).findings
    let below = findings.filter { $0.regionLevel == "region" && $0.category != "*" }
    let regions = (0..<12).map { region in below.filter { $0.region == "r\(region)" } }
    let expected = MultipleTesting.twoLevel(regions.map { $0.compactMap(\.pShortfall) })
    #expect(regions.map { $0.compactMap(\.qShortfall) } == expected)
    let own = findings.filter { $0.regionLevel == "region" && $0.category == "*" }
    #expect(own.map(\.qShortfall) == MultipleTesting.benjaminiHochberg(own.compactMap(\.pShortfall)))
  }

  @Test func aRegionsThresholdIsTheLevelTheProcedureSelects() {
    var rule = AssessmentRule()
    rule.multiplicity = .twoLevel
    let family = Family(
      [0.001, 0.02, 0.9, 0.5, 0.6, 0.004], regions: ["a", "a", "a", "b", "b", "c"], rule: rule)
    let level = 0.05 * 2 / 3
    #expect(
      zip(family.thresholds, [2 * level / 3, 2 * level / 3, 2 * level / 3, level / 2, level / 2, level])
        .allSatisfy { abs($0 - $1) < 1e-15 })
    #expect(family.adjusted.map { $0 <= 0.05 } == [true, true, false, false, false, true])
  }

  @Test func emptyFamilyRejectsNothing() {
    let family = Family([], regions: [], rule: AssessmentRule())
    #expect(family.adjusted.isEmpty && family.thresholds.isEmpty)
  }

  @Test func orderOfTheCubesCellsDoesNotMatter() throws {
    let first = try Assessment(of: Self.survey(), against: .sample())
    let second = try Assessment(of: Self.survey(shuffling: true), against: .sample())
    #expect(first.findings == second.findings)
    #expect(first.likelyByChance == second.likelyByChance)
  }
}
