import CSpotCheckBoostMath

/// One-sided binomial tests and bounds for an effective sample, whose passes and trials need not be whole.
///
/// With whole numbers they are the exact test and its Clopper–Pearson bounds (Korn & Graubard 1998).
struct BetaTails {
  /// x, in 0…n.
  let passes: Double
  /// n, above 0.
  let trials: Double

  private var failures: Double { trials - passes }

  /// I_{1−τ}(n − x, x + 1), and 1 where nothing failed.
  func pShortfall(_ target: Target) -> Double {
    guard failures > 0 else { return 1 }
    return spotcheck_ibeta(failures, passes + 1, target.complement)
  }

  /// I_τ(x, n − x + 1), and 1 where nothing passed.
  func pMet(_ target: Target) -> Double {
    guard passes > 0 else { return 1 }
    return spotcheck_ibetac(failures + 1, passes, target.complement)
  }

  /// The `risk`-quantile of Beta(x, n − x + 1); 0 where nothing passed.
  func lowerBound(risk: Double) -> Double {
    passes > 0 ? spotcheck_ibeta_inv(passes, failures + 1, risk) : 0
  }

  /// The (1 − `risk`)-quantile of Beta(x + 1, n − x); 1 where nothing failed.
  func upperBound(risk: Double) -> Double {
    failures > 0 ? spotcheck_ibetac_inv(passes + 1, failures, risk) : 1
  }
}
