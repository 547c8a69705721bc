import CSpotCheckBoostMath

/// One-sided exact binomial tests of a pass rate against a target.
///
/// Both tests are dual to the one-sided Clopper–Pearson bounds of ``BinomialInterval``: the bound at level
/// 1 − α excludes the target exactly when p < α. No normal approximation is used, and no small value is a difference
/// from 1, so p-values keep their relative accuracy far out in the tails: about 1e-11 at a million trials, 1e-8 at a
/// billion. `passes` is in 0…`trials`, the target in
/// 0…1. Without trials both p-values are 1.
public enum ExactTest {
  /// P(X ≤ passes | trials, target): small proves that the true rate is below the target.
  ///
  /// I_{1−τ}(n − k, k + 1), with k passes of n trials.
  public static func pShortfall(passes: Int, trials: Int, target: Double) -> Double {
    tails(passes, of: trials, Target(target)).atMost
  }

  /// P(X ≤ passes | trials, target) for a target as it was written.
  public static func pShortfall(passes: Int, trials: Int, target: DecimalFraction) -> Double {
    tails(passes, of: trials, Target(target)).atMost
  }

  /// P(X ≥ passes | trials, target): small proves that the true rate is at least the target.
  ///
  /// I_τ(k, n − k + 1), with k passes of n trials.
  public static func pMet(passes: Int, trials: Int, target: Double) -> Double {
    tails(passes, of: trials, Target(target)).atLeast
  }

  /// P(X ≥ passes | trials, target) for a target as it was written.
  public static func pMet(passes: Int, trials: Int, target: DecimalFraction) -> Double {
    tails(passes, of: trials, Target(target)).atLeast
  }

  /// P(X < passes) + P(X = passes)/2, which halves the weight of the outcome seen (Lancaster 1961).
  ///
  /// Nearer to uniform than the exact p-value, but not valid as proof.
  public static func midPShortfall(passes: Int, trials: Int, target: Double) -> Double {
    let target = Target(target)
    return [passes, passes - 1].reduce(0) {
      $0 + spotcheck_binomial_at_most($1, trials, target.rate, target.complement) / 2
    }
  }

  /// The score statistic (p̂ − τ) / √(τ(1 − τ)/n), in standard errors; `nil` without trials, or where τ is 0 or 1.
  public static func score(passes: Int, trials: Int, target: Double) -> Double? {
    let target = Target(target)
    let unit = target.rate * target.complement
    guard trials > 0, unit > 0 else { return nil }
    let n = Double(trials)
    return (Double(passes) - n * target.rate) / (n * unit).squareRoot()
  }

  /// Both p-values of every cell, the same as one by one to the last digit.
  ///
  /// The three arrays are of one length, with passes in 0…trials; anything else is a mistake of the program, which stops.
  public static func evaluate(
    passes: [Int], trials: [Int], targets: [Double]
  ) -> (shortfall: [Double], met: [Double]) {
    precondition(passes.count == trials.count && trials.count == targets.count, "arrays of unequal length")
    let tails = BetaLandings.map(alpha: 0, beta: 1, passes: passes, trials: trials, targets: targets) { $1 }
    return (
      shortfall: Array(cells: tails.count) { tails[$0].atMost },
      met: Array(cells: tails.count) { tails[$0].atLeast }
    )
  }

  private static func tails(_ passes: Int, of trials: Int, _ target: Target) -> BetaLadder.Tails {
    BetaLadder(alpha: 0, beta: 1, target: target).tails(passes, of: trials)
  }
}
