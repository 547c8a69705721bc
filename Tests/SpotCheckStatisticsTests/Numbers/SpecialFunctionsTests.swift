import SpotCheckStatistics
import Testing

struct SpecialFunctionsTests {
  @Test(arguments: [1e-12, 0.001, 0.025, 0.5, 0.975])
  func inversesUndoTheirFunctions(p: Double) {
    let x = SpecialFunctions.inverseIncompleteBeta(p, a: 3, b: 40)
    #expect(SpecialFunctions.incompleteBeta(x, a: 3, b: 40).isNear(p))
    let y = SpecialFunctions.inverseIncompleteBetaComplement(p, a: 3, b: 40)
    #expect(SpecialFunctions.incompleteBetaComplement(y, a: 3, b: 40).isNear(p))
    let g = SpecialFunctions.inverseIncompleteGamma(p, a: 7.5)
    #expect(SpecialFunctions.incompleteGamma(g, a: 7.5).isNear(p))
    let h = SpecialFunctions.inverseIncompleteGammaComplement(p, a: 7.5)
    #expect(SpecialFunctions.incompleteGammaComplement(h, a: 7.5).isNear(p))
    #expect(SpecialFunctions.normalCDF(SpecialFunctions.normalQuantile(p)).isNear(p))
  }

  @Test func digammaAndTrigammaAreSlopesOfLogGamma() {
    for x in [0.3, 2, 17.5, 4000] {
      let step = x * 1e-4
      let rise = SpecialFunctions.logGamma(x + step) - SpecialFunctions.logGamma(x - step)
      #expect((SpecialFunctions.digamma(x) - rise / (2 * step)).magnitude < 1e-6)
      let bend = SpecialFunctions.digamma(x + step) - SpecialFunctions.digamma(x - step)
      #expect(SpecialFunctions.trigamma(x).isNear(bend / (2 * step), within: 1e-6))
    }
  }

  @Test func outsideTheDomainIsNotANumber() {
    #expect(SpecialFunctions.incompleteBeta(2, a: 1, b: 1).isNaN)
    #expect(SpecialFunctions.incompleteBeta(0.5, a: -1, b: 1).isNaN)
    #expect(SpecialFunctions.inverseIncompleteBeta(.nan, a: 1, b: 1).isNaN)
    #expect(SpecialFunctions.incompleteGamma(-1, a: 1).isNaN)
    #expect(SpecialFunctions.normalQuantile(1.5).isNaN)
    #expect(SpecialFunctions.studentQuantile(0.5, freedom: -2).isNaN)
  }

  /// Boost asserts here; the process must live, and a value, where there is one, must be right.
  @Test(arguments: [(5.0, 3.0, 1.433_41e-186), (5, 2, 1.010_41e-201), (3, 3, 7.607_07e-115)])
  func noTailEndsTheProcess(a: Double, b: Double, p: Double) {
    let x = SpecialFunctions.inverseIncompleteBeta(p, a: a, b: b)
    #expect(x.isNaN || SpecialFunctions.incompleteBeta(x, a: a, b: b).isNear(p, within: 1e-6))
  }

  @Test func hypergeometricSumsItsTerms() {
    func choose(_ n: Int, _ k: Int) -> Double {
      k > n ? 0 : (0..<k).reduce(1) { $0 * Double(n - $1) / Double($1 + 1) }
    }
    var sum = 0.0
    for k in 0...9 {
      sum += choose(12, k) * choose(8, 9 - k) / choose(20, 9)
      let value = SpecialFunctions.hypergeometricCDF(UInt32(k), total: 20, marked: 12, drawn: 9)
      #expect((value - sum).magnitude < 1e-12)
    }
  }
}
