import Testing

@testable import SpotCheckStatistics

struct HypergeometricDistributionTests {
  @Test(
    "tails are Boost's, on both sides",
    arguments: [(20, 5, 8), (500, 20, 100), (500, 480, 100), (1200, 90, 1100), (200_000, 8000, 600)])
  func boost(population: Int, marked: Int, drawn: Int) {
    let distribution = HypergeometricDistribution(population: population, marked: marked, drawn: drawn)
    for k in 1...drawn {
      let other = SpecialFunctions.hypergeometricCDF(
        UInt32(drawn - k), total: UInt32(population), marked: UInt32(population - marked),
        drawn: UInt32(drawn))
      let tail = distribution.probability(atLeast: k)
      #expect(other < 1e-250 ? tail < 1e-240 : tail.isNear(other, within: 1e-9), "\(k)")
    }
  }

  @Test("a census and an empty draw are certain")
  func certain() {
    let census = HypergeometricDistribution(population: 10, marked: 4, drawn: 10)
    #expect([0, 4, 5].map { census.probability(atLeast: $0) } == [1, 1, 0])
    let none = HypergeometricDistribution(population: 10, marked: 4, drawn: 0)
    #expect([0, 1].map { none.probability(atLeast: $0) } == [1, 0])
    let unmarked = HypergeometricDistribution(population: 10, marked: 0, drawn: 3)
    #expect([0, 1].map { unmarked.probability(atLeast: $0) } == [1, 0])
  }

  @Test("small tails are those of exact fractions")
  func exact() {
    // 10 of 1,000 are marked, 50 drawn: C(10, k) C(990, 50 − k)/C(1000, 50).
    let distribution = HypergeometricDistribution(population: 1000, marked: 10, drawn: 50)
    #expect(distribution.probability(atLeast: 1).isNear(0.40268870709334553, within: 1e-13))
    #expect(distribution.probability(atLeast: 5).isNear(5.341195257017985e-05, within: 1e-12))
    #expect(distribution.probability(atLeast: 10).isNear(3.8997362707657154e-14, within: 1e-12))
  }
}
