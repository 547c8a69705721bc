extension SurveyDesign {
  /// What the deviations of jackknife replicates are taken from.
  public enum JackknifeCentre: Hashable, Sendable, CaseIterable {
    /// The mean of the replicates.
    case replicates
    /// The estimate from all rows: never smaller.
    case estimate
  }

  /// The variance of any statistic by leaving out one first-stage cluster at a time (JK1; JKn with strata).
  ///
  /// A replicate leaves out a cluster of stratum h and scales the others of h by n/(n − 1); the variance is
  /// Σ_h (1 − n/N)(n − 1)/n Σ (θ̂_(hc) − centre)² (Rust & Rao 1996). Certain strata add nothing, single
  /// clusters neither.
  ///
  /// - Parameters:
  ///   - centre: What deviations are taken from.
  ///   - statistic: θ̂ from weights, one a row.
  /// - Returns: θ̂ from all rows and its variance; the variance is `nil` without replicates.
  /// - Complexity: One statistic a cluster.
  public func jackknife(
    around centre: JackknifeCentre = .replicates, _ statistic: ([Double]) -> Double
  ) -> (estimate: Double, variance: Double?) {
    let estimate = statistic(weights)
    var replicates: [(value: Double, scale: Double)] = []
    for stratum in strata where stratum.clusters.count > 1 && !stratum.isCertain {
      let n = Double(stratum.clusters.count)
      for left in stratum.clusters.indices {
        var changed = weights
        for (place, cluster) in stratum.clusters.enumerated() {
          for row in cluster.rows { changed[row] *= place == left ? 0 : n / (n - 1) }
        }
        replicates.append((statistic(changed), (1 - stratum.fraction) * (n - 1) / n))
      }
    }
    guard !replicates.isEmpty else { return (estimate, nil) }
    let mean = replicates.reduce(0) { $0 + $1.value } / Double(replicates.count)
    let middle = centre == .replicates ? mean : estimate
    return (estimate, replicates.reduce(0) { $0 + $1.scale * ($1.value - middle) * ($1.value - middle) })
  }
}
