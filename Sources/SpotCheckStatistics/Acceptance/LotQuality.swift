import CSpotCheckBoostMath
import Glibc

/// What a lot submitted for acceptance is like, and how its nonconforming items come into a sample.
public enum LotQuality: Hashable, Sendable {
  /// Items of a process that are each nonconforming with probability p, 0…1: the OC of type B.
  case binomial(Double)
  /// Nonconformities of a process, p for each item on average: what tables of nonconformities per item rest on.
  case poisson(Double)
  /// A lot of its own, of which so many items are nonconforming: the OC of type A.
  case hypergeometric(nonconforming: Int, lotSize: Int)

  /// The fraction nonconforming p, 0…1; for `poisson` nonconformities per item.
  public var fraction: Double {
    switch self {
    case .binomial(let p), .poisson(let p): p
    case .hypergeometric(let nonconforming, let lotSize): Double(nonconforming) / Double(lotSize)
    }
  }

  /// N, where the items are those of one lot.
  public var lotSize: Int? {
    guard case .hypergeometric(_, let lotSize) = self else { return nil }
    return lotSize
  }
}

extension LotQuality {
  /// P(X = k), k nonconforming items in a sample of n.
  ///
  /// Without replacement by three binomial chances, which keep their digits however large the lot (Loader 2000).
  func probability(of k: Int, in n: Int) -> Double {
    guard k >= 0 else { return 0 }
    switch self {
    case .binomial(let p):
      guard k <= n else { return 0 }
      return exp(Self.logBinomial(k, n, p, 1 - p))
    case .poisson(let p): return spotcheck_gamma_p_derivative(Double(k) + 1, Double(n) * p)
    case .hypergeometric(let nonconforming, let lotSize):
      guard max(0, n - (lotSize - nonconforming)) <= k, k <= min(n, nonconforming) else { return 0 }
      let p = Double(n) / Double(lotSize)
      let q = Double(lotSize - n) / Double(lotSize)
      return exp(
        Self.logBinomial(k, nonconforming, p, q) + Self.logBinomial(n - k, lotSize - nonconforming, p, q)
          - Self.logBinomial(n, lotSize, p, q))
    }
  }

  /// P(X ≤ k), at most k nonconforming items in a sample of n.
  func probability(ofAtMost k: Int, in n: Int) -> Double {
    guard k >= 0 else { return 0 }
    switch self {
    case .binomial(let p): return spotcheck_binomial_at_most(k, n, p, 1 - p)
    case .poisson(let p): return SpecialFunctions.incompleteGammaComplement(Double(n) * p, a: Double(k) + 1)
    case .hypergeometric(let nonconforming, let lotSize):
      // Boost takes time in the number of primes up to N.
      guard k > Self.mostTerms else { return min(1, (0...k).reduce(0) { $0 + probability(of: $1, in: n) }) }
      return SpecialFunctions.hypergeometricCDF(
        UInt32(k), total: UInt32(lotSize), marked: UInt32(nonconforming), drawn: UInt32(n))
    }
  }

  /// The most terms that are added up where a distribution function takes longer.
  private static let mostTerms = 100

  /// log P(X = k) of a binomial distribution, also where one outcome is certain.
  private static func logBinomial(_ k: Int, _ n: Int, _ p: Double, _ q: Double) -> Double {
    guard p > 0, q > 0 else { return k == (p > 0 ? n : 0) ? 0 : -.infinity }
    return BinomialDistribution(trials: n, p: p, q: q).logProbability(of: k)
  }

  /// What is left after n items, k of them nonconforming, were taken away; a process is as it was.
  func without(_ k: Int, of n: Int) -> LotQuality {
    guard case .hypergeometric(let nonconforming, let lotSize) = self else { return self }
    return .hypergeometric(nonconforming: nonconforming - k, lotSize: lotSize - n)
  }
}
