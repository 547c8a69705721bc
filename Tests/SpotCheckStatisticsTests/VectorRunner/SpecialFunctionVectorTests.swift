import Glibc

@testable import SpotCheckStatistics

/// Special functions and distribution functions by their names in the vectors.
enum SpecialFunctionVectors {
  static let methods: [String: VectorMethod] = [
    "computed-special-functions": { inputs in
      guard let function = functions[try inputs.text("f")] else { return [:] }
      return ["value": .number(try function(inputs))]
    }
  ]

  private static let functions: [String: @Sendable (VectorInputs) throws -> Double] = [
    "betainc_regularized I_x(a,b)": {
      SpecialFunctions.incompleteBeta(try $0.number("x"), a: try $0.number("a"), b: try $0.number("b"))
    },
    "betainc inverse in x": {
      SpecialFunctions.inverseIncompleteBeta(try $0.number("p"), a: try $0.number("a"), b: try $0.number("b"))
    },
    "gammainc lower regularized P(a,x)": {
      SpecialFunctions.incompleteGamma(try $0.number("x"), a: try $0.number("a"))
    },
    "gammainc upper regularized Q(a,x)": {
      SpecialFunctions.incompleteGammaComplement(try $0.number("x"), a: try $0.number("a"))
    },
    "normal cdf": { SpecialFunctions.normalCDF(try $0.number("x")) },
    "normal quantile": { SpecialFunctions.normalQuantile(try $0.number("p")) },
    "student t quantile": {
      SpecialFunctions.studentQuantile(try $0.number("p"), freedom: try $0.number("df"))
    },
    "chi-square quantile": {
      SpecialFunctions.chiSquareQuantile(try $0.number("p"), freedom: try $0.number("df"))
    },
    "log gamma": { SpecialFunctions.logGamma(try $0.number("x")) },
    "hypergeometric cdf P(X<=k)": {
      SpecialFunctions.hypergeometricCDF(
        UInt32(try $0.count("k")), total: UInt32(try $0.count("N")), marked: UInt32(try $0.count("M")),
        drawn: UInt32(try $0.count("n")))
    },
    "binomial cdf P(X<=k)": {
      ExactTest.pShortfall(
        passes: try $0.count("k"), trials: try $0.count("n"), target: try $0.number("p"))
    },
    "binomial log pmf": {
      let p = try $0.number("p")
      let distribution = BinomialDistribution(
        trials: try $0.count("n"), p: p, q: Target(p).complement)
      return distribution.logProbability(of: try $0.count("k"))
    },
  ]
}
