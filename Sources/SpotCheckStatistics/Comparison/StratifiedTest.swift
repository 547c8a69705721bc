/// One-sided tests of a change that strata have in common, whatever their own rates and sizes are.
///
/// Given how many units of a stratum pass in both years together, those that pass now are hypergeometric if
/// nothing changed; the statistic is their sum over strata (Mantel & Haenszel 1959). Strata of which one year
/// has no trials say nothing, and without any that do both p-values are 1.
public enum StratifiedTest {
  /// The most steps the statistic may have for the exact distribution to be made; beyond it the score decides.
  public static let exactLimit = 4_000

  /// The p-values: small proves a rise, or a fall.
  ///
  /// Exact up to ``exactLimit`` steps between the least and the greatest value that the statistic can have, which
  /// is about as many as there are failures; then by ``score(_:)``.
  public static func pValues(_ strata: [RatePair]) -> (rise: Double, fall: Double) {
    guard support(of: strata) > exactLimit else { return exact(strata) }
    guard let z = score(strata) else { return (1, 1) }
    return (SpecialFunctions.normalCDF(-z), SpecialFunctions.normalCDF(z))
  }

  /// The exact p-values: the strata's hypergeometric distributions, convolved (Gart 1970).
  ///
  /// - Complexity: O(s²) for s possible values of the statistic.
  public static func exact(_ strata: [RatePair]) -> (rise: Double, fall: Double) {
    let distribution = distribution(of: strata)
    let seen = strata.reduce(0) { $0 + $1.passesNow - $1.possiblePassesNow.lowerBound }
    return (
      min(1, distribution[seen...].reversed().reduce(0, +)), min(1, distribution[...seen].reduce(0, +))
    )
  }

  /// How probable a p-value of a fall of at most `level` is when nothing changed.
  ///
  /// The greatest p-value there can be that is no more than `level`; 0 where there is none. Beyond
  /// ``exactLimit`` it is `level` itself.
  public static func attainableFall(_ strata: [RatePair], level: Double) -> Double {
    guard support(of: strata) <= exactLimit else { return level }
    var attained = 0.0
    for probability in distribution(of: strata) {
      guard attained + probability <= level else { break }
      attained += probability
    }
    return attained
  }

  /// The probabilities of the statistic from its least value on.
  private static func distribution(of strata: [RatePair]) -> [Double] {
    strata.reduce([1]) { sum, stratum in
      stratum.possiblePassesNow.count > 1 ? convolved(sum, stratum.distributionOfPassesNow) : sum
    }
  }

  /// The steps between the least and the greatest value of the statistic.
  private static func support(of strata: [RatePair]) -> Int {
    strata.reduce(0) { $0 + $1.possiblePassesNow.count - 1 }
  }

  /// Σ(k1 − E) / √ΣV in standard errors, without continuity correction; `nil` where nothing could vary.
  ///
  /// E = n1 m/N and V = n0 n1 m (N − m) / (N²(N − 1)), with m passes among the N units of a stratum.
  public static func score(_ strata: [RatePair]) -> Double? {
    var excess = 0.0
    var variance = 0.0
    for stratum in strata where stratum.isComparable {
      let before = Double(stratum.trialsBefore)
      let now = Double(stratum.trialsNow)
      let all = before + now
      let passes = Double(stratum.passesBefore) + Double(stratum.passesNow)
      excess += Double(stratum.passesNow) - now * passes / all
      variance += (before / all) * (now / all) * passes * ((all - passes) / (all - 1))
    }
    return variance > 0 ? excess / variance.squareRoot() : nil
  }

  private static func convolved(_ left: [Double], _ right: [Double]) -> [Double] {
    var sum = [Double](repeating: 0, count: left.count + right.count - 1)
    for (offset, factor) in right.enumerated() where factor > 0 {
      for index in left.indices { sum[offset + index] += factor * left[index] }
    }
    return sum
  }
}

extension RatePair {
  /// The passes there could be now, given the trials of both years and the passes of both together.
  fileprivate var possiblePassesNow: ClosedRange<Int> {
    let passes = passesBefore + passesNow
    return max(0, passes - trialsBefore)...min(trialsNow, passes)
  }

  /// The probability of each of ``possiblePassesNow``, by ratios of neighbours from the most probable one on.
  fileprivate var distributionOfPassesNow: [Double] {
    let range = possiblePassesNow
    let passes = passesBefore + passesNow
    let mode = Double(trialsNow + 1) * (Double(passes + 1) / Double(trialsBefore + trialsNow + 2))
    let start = min(max(Int(mode), range.lowerBound), range.upperBound) - range.lowerBound
    var weights = [Double](repeating: 0, count: range.count)
    func ratio(_ index: Int) -> Double {
      let count = range.lowerBound + index
      return Double(trialsNow - count) / Double(count + 1)
        * (Double(passes - count) / Double(trialsBefore - passes + count + 1))
    }
    weights[start] = 1
    for index in start..<(range.count - 1) { weights[index + 1] = weights[index] * ratio(index) }
    for index in stride(from: start - 1, through: 0, by: -1) {
      weights[index] = weights[index + 1] / ratio(index)
    }
    let total = weights.reduce(0, +)
    return weights.map { $0 / total }
  }
}
