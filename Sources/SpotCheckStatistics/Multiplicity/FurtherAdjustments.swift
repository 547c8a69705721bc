import Glibc

/// Procedures beyond those that findings use; values and order are as in the rest of ``MultipleTesting``.
extension MultipleTesting {
  /// Controls the chance of any false rejection under any dependence: m p, at most 1.
  public static func bonferroni(_ p: [Double]) -> [Double] {
    p.map { min(1, $0 * Double(p.count)) }
  }

  /// Controls the false discovery rate under any dependence: the step-up q times 1 + ½ + … + 1/m, at most 1.
  ///
  /// Benjamini & Yekutieli 2001.
  public static func benjaminiYekutieli(_ p: [Double]) -> [Double] {
    let harmonic = p.indices.reduce(0) { $0 + 1 / Double($1 + 1) }
    return steppedUp(p) { rank in harmonic * Double(p.count) / Double(rank) }
  }

  /// Controls the chance of any false rejection: the least of (m − s + 1) p₍ₛ₎ over s ≥ r, at most 1.
  ///
  /// Hochberg 1988, step-up, for tests that are independent.
  public static func hochberg(_ p: [Double]) -> [Double] {
    steppedUp(p) { rank in Double(p.count - rank + 1) }
  }

  /// Controls the chance of any false rejection among independent tests: 1 − (1 − p)ᵐ.
  ///
  /// Šidák 1967, in one step.
  public static func sidak(_ p: [Double]) -> [Double] {
    p.map { anyOf(p.count, at: $0) }
  }

  /// The same in steps: the greatest of 1 − (1 − p₍ₛ₎)^(m − s + 1) over s ≤ r.
  ///
  /// Holland & Copenhaver 1987.
  public static func sidakStepDown(_ p: [Double]) -> [Double] {
    var adjusted = p
    var greatest = 0.0
    for (rank, cell) in ranked(p).enumerated() {
      greatest = max(greatest, anyOf(p.count - rank, at: p[cell]))
      adjusted[cell] = greatest
    }
    return adjusted
  }

  /// The share of true hypotheses π₀ = (#{p > λ} + 1) / (m (1 − λ)), at most 1, and π₀ times the step-up q.
  ///
  /// Storey 2002; Storey, Taylor & Siegmund 2004.
  ///
  /// - Parameters:
  ///   - p: The p-values.
  ///   - lambda: From where on p-values are taken to be of true hypotheses, 0…1 without 1.
  /// - Returns: π₀, and a q-value for each p.
  public static func storey(_ p: [Double], lambda: Double = 0.5) -> (trueShare: Double, q: [Double]) {
    guard !p.isEmpty else { return (1, []) }
    let above = p.count { $0 > lambda }
    let share = min(1, Double(above + 1) / (Double(p.count) * (1 - lambda)))
    return (share, benjaminiHochberg(p).map { $0 * share })
  }

  /// What the adaptive procedure of Benjamini, Krieger & Yekutieli decides.
  public struct AdaptiveRejections: Hashable, Sendable {
    /// Whether each hypothesis is rejected.
    public let isRejected: [Bool]
    /// The level of the step-up procedure at each stage.
    public let levels: [Double]
  }

  /// Controls the false discovery rate at `level`, with the number of true hypotheses estimated by a first stage.
  ///
  /// Stage one is step-up at α′ = α/(1 + α); with r rejections the next is at α′ m/(m − r). It ends early where
  /// none or all are rejected, or nothing changes. Benjamini, Krieger & Yekutieli 2006.
  ///
  /// - Parameters:
  ///   - p: The p-values.
  ///   - level: α, strictly between 0 and 1.
  ///   - stages: 2 is the procedure of the paper; more iterate it.
  /// - Returns: The decisions of the last stage, and the level of each.
  public static func benjaminiKriegerYekutieli(
    _ p: [Double], level: Double, stages: Int = 2
  ) -> AdaptiveRejections {
    let q = benjaminiHochberg(p)
    let first = level / (1 + level)
    var levels = [first]
    var rejected = q.count { $0 <= first }
    while levels.count < stages, rejected > 0, rejected < p.count {
      let next = first * Double(p.count) / Double(p.count - rejected)
      guard next != levels.last else { break }
      levels.append(next)
      rejected = q.count { $0 <= next }
    }
    let last = levels[levels.count - 1]
    return AdaptiveRejections(isRejected: q.map { $0 <= last }, levels: levels)
  }

  /// The least of 1 and all `factor(s)` p₍ₛ₎ over ranks s ≥ r, ranks from 1.
  private static func steppedUp(_ p: [Double], factor: (Int) -> Double) -> [Double] {
    var adjusted = p
    var least = 1.0
    for (index, cell) in ranked(p).enumerated().reversed() {
      least = min(least, p[cell] * factor(index + 1))
      adjusted[cell] = least
    }
    return adjusted
  }

  /// The chance that any of so many independent tests gets a p as small as this: 1 − (1 − p)ⁿ.
  private static func anyOf(_ count: Int, at p: Double) -> Double {
    -expm1(Double(count) * log1p(-p))
  }
}
