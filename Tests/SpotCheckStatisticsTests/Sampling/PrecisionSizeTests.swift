import Testing

@testable import SpotCheckStatistics

struct PrecisionSizeTests {
  @Test("a size keeps the margin it was asked for, and one unit less does not", arguments: [0.5, 0.9, 0.96])
  func margin(rate: Double) {
    let z = SpecialFunctions.normalQuantile(0.975)
    func width(_ n: Int) -> Double { z * (rate * (1 - rate) / Double(n)).squareRoot() }
    let size = PrecisionSize(rate: rate, margin: 0.02).size
    #expect(width(size) <= 0.02 && width(size - 1) > 0.02)
  }

  @Test("every step is rounded up, but not for what rounding adds")
  func steps() {
    let size = PrecisionSize(rate: 0.5, margin: 0.3099, designEffect: 1.1, response: 0.5)
    #expect(size.simple == 10 && size.withDesignEffect == 11 && size.size == 22)
  }

  @Test("a population asks for less, and at most for all of itself")
  func population() {
    let sizes = [1, 10, 1000, 1_000_000].map { PrecisionSize(rate: 0.96, margin: 0.01, population: $0).size }
    #expect(sizes == [1, 10, 597, 1474])
  }

  @Test("extremes have a size")
  func extremes() {
    #expect(PrecisionSize(rate: 1, margin: 0.01).size == 1)
    #expect(PrecisionSize(rate: 0, margin: 0.01, formula: .fleiss).size > 100)
    #expect(PrecisionSize(rate: 0.5, margin: 1e-300).size == .max)
  }
}
