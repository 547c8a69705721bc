import Testing

@testable import SpotCheckStatistics

struct LotQualityTests {
  private static let lots: [LotQuality] = [
    .binomial(0), .binomial(1), .binomial(0.13), .poisson(0), .poisson(0.13),
    .hypergeometric(nonconforming: 7, lotSize: 20), .hypergeometric(nonconforming: 0, lotSize: 20),
    .hypergeometric(nonconforming: 20, lotSize: 20),
  ]

  @Test("the chances of single counts add up to those of at most so many", arguments: lots)
  func sums(lot: LotQuality) {
    var sum = 0.0
    for k in -1...12 {
      sum += lot.probability(of: k, in: 12)
      #expect((lot.probability(ofAtMost: k, in: 12) - sum).magnitude < 1e-13)
    }
  }

  @Test func aProcessIsAsItWas() {
    #expect(LotQuality.binomial(0.1).without(2, of: 5) == .binomial(0.1))
    #expect(
      LotQuality.hypergeometric(nonconforming: 7, lotSize: 20).without(2, of: 5)
        == .hypergeometric(nonconforming: 5, lotSize: 15))
  }

  @Test("a fraction of a lot is reckoned in whole numbers")
  func wholeItems() {
    let model = SamplingModel.hypergeometric(lotSize: 100)
    let seven = DecimalFraction(digits: 7, places: 2)
    let exact = LotQuality.hypergeometric(nonconforming: 7, lotSize: 100)
    #expect(model.quality(noWorseThan: seven) == exact)
    #expect(model.quality(noBetterThan: seven) == exact)
    #expect(model.quality(near: 0.07) == exact)
    let between = DecimalFraction(digits: 75, places: 3)
    #expect(model.quality(noWorseThan: between) == exact)
    #expect(model.quality(noBetterThan: between) == .hypergeometric(nonconforming: 8, lotSize: 100))
    #expect(SamplingModel.binomial.quality(near: .nan) == .binomial(0))
    #expect(SamplingModel.poisson.quality(near: 3) == .poisson(1))
  }
}
