import Testing

@testable import SpotCheckStatistics

struct SamplingPlanCurvesTests {
  static let single = SamplingPlan.single(size: 3, acceptanceNumber: 1)
  static let plans: [SamplingPlan] = [
    single, .single(size: 8, acceptanceNumber: 0), double(3, 0, 3, 3, 2), double(2, 0, 2, 4, 1),
    double(4, 1, 4, 4, 3),
  ].compactMap { $0 }

  static func double(_ n1: Int, _ ac1: Int, _ re1: Int, _ n2: Int, _ ac2: Int) -> SamplingPlan? {
    .double(
      first: SamplingPlan.Stage(size: n1, acceptanceNumber: ac1, rejectionNumber: re1), secondSize: n2,
      acceptanceNumber: ac2)
  }

  @Test("a small lot agrees with the count of all draws", arguments: plans, 0...8)
  func enumeration(plan: SamplingPlan, nonconforming: Int) {
    let counted = EnumeratedLot(size: 8, nonconforming: nonconforming).performance(of: plan)
    let lot = LotQuality.hypergeometric(nonconforming: nonconforming, lotSize: 8)
    #expect((plan.acceptance(of: lot) - counted.accepted).magnitude < 1e-13)
    #expect((plan.averageSampleNumber(of: lot) - counted.sampled).magnitude < 1e-12)
    #expect((plan.averageOutgoingQuality(of: lot) - counted.passedOver).magnitude < 1e-13)
    #expect((plan.averageTotalInspection(of: lot, lotSize: 8) - counted.inspected).magnitude < 1e-12)
  }

  @Test("the operating characteristic falls from 1 as quality worsens", arguments: plans)
  func monotone(plan: SamplingPlan) {
    for model in [SamplingModel.binomial, .poisson, .hypergeometric(lotSize: 200)] {
      let chances = (0...100).map { plan.acceptance(of: model.quality(near: Double($0) / 100)) }
      #expect(chances[0] == 1)
      #expect(zip(chances, chances.dropFirst()).allSatisfy { $0 >= $1 - 1e-14 })
    }
  }

  @Test("a seeded process is accepted as often as computed, with as many items")
  func simulation() throws {
    let plan = try #require(Self.double(50, 0, 3, 50, 3))
    var random = SeededGenerator(seed: 2_859)
    let (lots, rate) = (20_000, 0.03)
    var (accepted, items) = (0, 0)
    for _ in 0..<lots {
      var found = 50 - random.passes(of: 50, rate: 1 - rate)
      items += 50
      if found > 0, found < 3 {
        found += 50 - random.passes(of: 50, rate: 1 - rate)
        items += 50
        if found <= 3 { accepted += 1 }
      } else if found == 0 {
        accepted += 1
      }
    }
    let lot = LotQuality.binomial(rate)
    #expect((Double(accepted) / Double(lots) - plan.acceptance(of: lot)).magnitude < 0.011)
    #expect((Double(items) / Double(lots) - plan.averageSampleNumber(of: lot)).magnitude < 0.6)
  }

  @Test("a third stage is reckoned as the second is")
  func threeStages() throws {
    let stages = [(10, 0, 3), (10, 1, 4), (10, 3, 4)].map {
      SamplingPlan.Stage(size: $0.0, acceptanceNumber: $0.1, rejectionNumber: $0.2)
    }
    let plan = try #require(SamplingPlan(stages: stages))
    let lot = LotQuality.binomial(0.1)
    let pmf = (0...3).map { lot.probability(of: $0, in: 10) }
    // Counts after two samples that are still open: 2 and 3, from 1 or 2 after the first.
    let (one, two) = (pmf[1], pmf[2])
    let open2 = one * pmf[1] + two * pmf[0]
    let open3 = one * pmf[2] + two * pmf[1]
    let third = open2 * (pmf[0] + pmf[1]) + open3 * pmf[0]
    let expected = pmf[0] + one * pmf[0] + third
    #expect((plan.acceptance(of: lot) - expected).magnitude < 1e-14)
    #expect(plan.averageSampleNumber(of: lot).isNear(10 * (1 + one + two + open2 + open3), within: 1e-13))
  }

  @Test("a large lot behaves like a process")
  func largeLot() throws {
    let plan = try #require(Self.double(50, 0, 3, 50, 3))
    let lot = LotQuality.hypergeometric(nonconforming: 20_000_000, lotSize: 1_000_000_000)
    #expect((plan.acceptance(of: lot) - plan.acceptance(of: .binomial(0.02))).magnitude < 1e-6)
    let outgoing = plan.averageOutgoingQuality(of: .binomial(0.02), lotSize: 1_000_000_000)
    #expect((plan.averageOutgoingQuality(of: lot) - outgoing).magnitude < 1e-8)
  }

  @Test("sampling one item after another, a lot of its own is exhausted without a trap")
  func wholeLot() throws {
    let plan = try #require(SamplingPlan.single(size: 8, acceptanceNumber: 2))
    for nonconforming in 0...8 {
      let lot = LotQuality.hypergeometric(nonconforming: nonconforming, lotSize: 8)
      #expect(plan.acceptance(of: lot) == (nonconforming <= 2 ? 1 : 0))
      #expect(plan.averageOutgoingQuality(of: lot) == 0)
      #expect(plan.averageTotalInspection(of: lot, lotSize: 8) == 8)
    }
  }
}
