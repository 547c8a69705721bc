/// Tests of whether rates of successive groups differ, and whether they differ along a line.
public enum TrendTest {
  /// A chi-square statistic with its degrees of freedom and two-sided p-value.
  public struct Outcome: Hashable, Sendable {
    /// The statistic, at least 0.
    public let chiSquare: Double
    /// Its degrees of freedom.
    public let freedom: Int
    /// P(χ² ≥ statistic) were all rates one.
    public let p: Double

    init(chiSquare: Double, freedom: Int) {
      self.chiSquare = chiSquare
      self.freedom = freedom
      p = SpecialFunctions.incompleteGammaComplement(chiSquare / 2, a: Double(freedom) / 2)
    }
  }

  /// The trend along scores, such as months (Cochran 1954; Armitage 1955).
  ///
  ///     χ² = (Σ sᵢ(kᵢ − nᵢp))² / (p(1 − p)(Σ nᵢsᵢ² − (Σ nᵢsᵢ)²/N)), 1 degree of freedom
  ///
  /// The three arrays are of one length; groups without trials take no part.
  ///
  /// - Returns: `nil` where fewer than two scores have trials, and where all passed or none did.
  public static func cochranArmitage(passes: [Int], trials: [Int], scores: [Double]) -> Outcome? {
    guard let pooled = Pooled(passes, trials) else { return nil }
    precondition(scores.count == trials.count, "arrays of unequal length")
    let mean = pooled.groups.reduce(0.0) { $0 + Double(trials[$1]) * scores[$1] } / pooled.total
    var (slope, spread) = (0.0, 0.0)
    for group in pooled.groups {
      let n = Double(trials[group])
      let score = scores[group] - mean
      slope += score * (Double(passes[group]) - n * pooled.rate)
      spread += n * score * score
    }
    guard spread > 0 else { return nil }
    return Outcome(chiSquare: slope * slope / (pooled.rate * (1 - pooled.rate) * spread), freedom: 1)
  }

  /// Whether all groups have one rate (Pearson 1900): Σ (kᵢ − nᵢp)² / (nᵢp(1 − p)), M − 1 degrees of freedom.
  ///
  /// - Returns: `nil` with fewer than two groups, and where all passed or none did.
  public static func homogeneity(passes: [Int], trials: [Int]) -> Outcome? {
    guard let pooled = Pooled(passes, trials),
      let dispersion = GroupDispersion.pearson(passes: passes, trials: trials)
    else { return nil }
    let freedom = pooled.groups.count - 1
    return Outcome(chiSquare: dispersion * Double(freedom), freedom: freedom)
  }

  private struct Pooled {
    let groups: [Int]
    let total: Double
    let rate: Double

    init?(_ passes: [Int], _ trials: [Int]) {
      precondition(passes.count == trials.count, "arrays of unequal length")
      groups = trials.indices.filter { trials[$0] > 0 }
      total = groups.reduce(0.0) { $0 + Double(trials[$1]) }
      rate = groups.reduce(0.0) { $0 + Double(passes[$1]) } / total
      guard groups.count > 1, rate > 0, rate < 1 else { return nil }
    }
  }
}
