import Glibc
import Testing

@testable import SpotCheckStatistics

struct SpecialFunctionsRisingFactorialTests {
  @Test(arguments: [0.3, 1, 31.9, 32, 500, 1e4], [0.0, 1, 7, 300])
  func itIsTheSumOfLogarithms(x: Double, k: Double) {
    let sum = (0..<Int(k)).reduce(0.0) { $0 + log(x + Double($1)) }
    #expect((SpecialFunctions.logRisingFactorial(x, k) - sum).magnitude <= 1e-12 * max(1, sum.magnitude))
  }

  @Test func farOutNoDigitsAreLost() {
    #expect(SpecialFunctions.logRisingFactorial(1e12, 2).isNear(log(1e12) + log(1e12 + 1), within: 1e-15))
    #expect(SpecialFunctions.logRisingFactorial(1e15, 0) == 0)
  }
}
