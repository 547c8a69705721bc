import SpotCheckStatistics
import Testing

struct SamplingPlanLimitsTests {
  private static let models: [SamplingModel] = [.binomial, .poisson, .hypergeometric(lotSize: 600)]

  @Test("no incoming quality goes out worse than the limit", arguments: SamplingPlanCurvesTests.plans, models)
  func limit(plan: SamplingPlan, model: SamplingModel) {
    let worst = plan.outgoingQualityLimit(in: model)
    let all = (0...600).map { plan.averageOutgoingQuality(of: model.quality(near: Double($0) / 600)) }
    #expect(all.allSatisfy { $0 <= worst.limit * (1 + 1e-12) })
    #expect(plan.averageOutgoingQuality(of: worst.at) == worst.limit)
    if model.lotSize != nil { #expect(all.max() == worst.limit) }
  }

  @Test("with Ac = 0 and no bound the limit is where calculus puts it")
  func closedForm() throws {
    let plan = try #require(SamplingPlan.single(size: 99, acceptanceNumber: 0))
    let worst = plan.outgoingQualityLimit(in: .binomial)
    // p (1 − p)ⁿ is greatest at 1/(n + 1).
    #expect((worst.at.fraction - 0.01).magnitude < 1e-8)
    #expect(worst.limit.isNear(0.01 * plan.acceptance(of: .binomial(0.01)), within: 1e-12))
  }

  @Test(
    "the quality accepted with a probability is the worst of its kind",
    arguments: SamplingPlanCurvesTests.plans, models)
  func quality(plan: SamplingPlan, model: SamplingModel) {
    for probability in [0.95, 0.5, 0.1] {
      let lot = plan.quality(acceptedWith: probability, in: model)
      if case .hypergeometric(let nonconforming, let size) = lot {
        #expect(plan.acceptance(of: lot) >= probability)
        let next = LotQuality.hypergeometric(nonconforming: nonconforming + 1, lotSize: size)
        #expect(plan.acceptance(of: next) < probability)
      } else {
        let acceptance = plan.acceptance(of: lot)
        #expect(lot.fraction == 1 ? acceptance >= probability : (acceptance - probability).magnitude < 1e-12)
      }
    }
  }
}
