import Foundation
import SpotCheckStatistics
import Testing

/// The figures of the article "Acceptance plans", recomputed.
struct AcceptancePlansArticleTests {
  private static let article = {
    let package = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let path = "Sources/SpotCheckStatistics/SpotCheckStatistics.docc/AcceptancePlans.md"
    return (try? String(contentsOf: package.appending(path: path), encoding: .utf8)) ?? ""
  }()

  @Test func theExampleIsAsComputed() throws {
    let single = try #require(SamplingPlan.single(size: 80, acceptanceNumber: 2))
    let double = try #require(
      SamplingPlan.double(
        first: SamplingPlan.Stage(size: 50, acceptanceNumber: 0, rejectionNumber: 3), secondSize: 50,
        acceptanceNumber: 3))
    for p in [0.01, 0.02] {
      let lot = LotQuality.binomial(p)
      let row = [
        "\(p)", Self.text(single.acceptance(of: lot), 4), Self.text(double.acceptance(of: lot), 4),
        Self.text(double.averageSampleNumber(of: lot), 1),
        Self.text(single.averageOutgoingQuality(of: lot, lotSize: 1_000), 5),
        Self.text(single.averageTotalInspection(of: lot, lotSize: 1_000), 1),
      ]
      #expect(Self.article.contains("| \(row.joined(separator: " | ")) |"), "\(row)")
    }
    let risk = Self.text(100 * (1 - single.acceptance(of: .binomial(0.01))), 2)
    #expect(Self.article.contains("the single plan is \(risk) %"))
    let limit = single.outgoingQualityLimit(in: .binomial, lotSize: 1_000)
    let other = double.outgoingQualityLimit(in: .binomial, lotSize: 1_000)
    #expect(
      Self.article.contains(
        "AOQL is \(Self.text(limit.limit, 4)) for the single plan, at p = \(Self.text(limit.at.fraction, 4)), "
          + "and \(Self.text(other.limit, 4)) for"))
  }

  @Test func thePlansOfTheExampleAreFound() throws {
    let points = try #require(
      RiskPoints(
        acceptable: DecimalFraction(digits: 2, places: 2), rejectable: DecimalFraction(digits: 8, places: 2)))
    let search = PlanSearch(points: points, model: .binomial)
    let single = try #require(search.single()?.stages.last)
    #expect(
      Self.article.contains("the least single plan has n = \(single.size), Ac = \(single.acceptanceNumber);"))
    let lot = try #require(
      PlanSearch(points: points, model: .hypergeometric(lotSize: 500)).single()?.stages.last)
    #expect(Self.article.contains("500 items n = \(lot.size), Ac = \(lot.acceptanceNumber);"))
    let double = try #require(search.double())
    let (first, second) = (double.stages[0], double.stages[1])
    #expect(
      Self.article.contains(
        "n₁ = n₂ = \(first.size), Ac₁ = \(first.acceptanceNumber), Re₁ = \(first.rejectionNumber), "
          + "Ac₂ = \(second.acceptanceNumber), whose ASN at p₁ is "
          + Self.text(double.averageSampleNumber(of: .binomial(0.02)), 1)))
  }

  private static func text(_ value: Double, _ decimals: Int) -> String {
    String(format: "%.\(decimals)f", value)
  }
}
