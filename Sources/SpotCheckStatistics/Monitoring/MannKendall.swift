import Glibc

/// A monotone trend in a series, by the signs of all its differences, with Sen's slope.
///
///     S = Σ_{i<j} sign(y_j − y_i), var S = (n(n − 1)(2n + 5) − Σ t(t − 1)(2t + 5)) / 18
///     z = (S − sign S) / √var S
///
/// over groups of t ties. Mann 1945; Kendall 1975; Sen 1968. For a handful of yearly figures without their counts;
/// rates with counts have better tests.
public struct MannKendall: Hashable, Sendable {
  /// S, rises less falls over all pairs.
  public let statistic: Int
  /// Its variance without a trend, corrected for ties.
  public let variance: Double
  /// z, with continuity correction; 0 where the series is constant.
  public let z: Double
  /// The two-sided p-value by the normal approximation; 1 where the series is constant.
  public let pTwoSided: Double
  /// The median of all slopes (y_j − y_i)/(j − i).
  public let senSlope: Double
  /// Kendall's τ_b; `nil` where the series is constant.
  public let tauB: Double?

  /// Tests a series of finite values at even steps.
  ///
  /// - Returns: `nil` with fewer than two points, or where one is not finite.
  /// - Complexity: O(n² log n) for the slope.
  public init?(_ values: [Double]) {
    guard values.count > 1, values.allSatisfy(\.isFinite) else { return nil }
    var statistic = 0
    var slopes: [Double] = []
    for later in values.indices {
      for earlier in 0..<later {
        let difference = values[later] - values[earlier]
        statistic += difference > 0 ? 1 : difference < 0 ? -1 : 0
        slopes.append(difference / Double(later - earlier))
      }
    }
    slopes.sort()
    let n = Double(values.count)
    var ties = 0.0
    var tiedPairs = 0.0
    for group in Dictionary(grouping: values, by: { $0 }).values.map(\.count).sorted() {
      let t = Double(group)
      ties += t * (t - 1) * (2 * t + 5)
      tiedPairs += t * (t - 1) / 2
    }
    let pairs = n * (n - 1) / 2
    let variance = (n * (n - 1) * (2 * n + 5) - ties) / 18
    self.statistic = statistic
    self.variance = variance
    self.z = statistic == 0 ? 0 : Double(statistic - statistic.signum()) / variance.squareRoot()
    self.pTwoSided = min(1, 2 * SpecialFunctions.normalCDF(-z.magnitude))
    self.senSlope = (slopes[(slopes.count - 1) / 2] + slopes[slopes.count / 2]) / 2
    self.tauB = pairs > tiedPairs ? Double(statistic) / (pairs * (pairs - tiedPairs)).squareRoot() : nil
  }
}
