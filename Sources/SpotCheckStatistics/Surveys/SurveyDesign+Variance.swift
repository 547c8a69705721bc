extension SurveyDesign {
  /// The design covariance of estimated totals.
  ///
  /// With z the weighted values, and z_c their sum in cluster c, stratum h adds
  /// (1 − n/N) · n/(n − 1) · Σ_c (z_c − z̄)(z_c − z̄)′, and each of its clusters n/N times what the next
  /// stage adds within it (Bellhouse 1985). Calibrated designs first take from z/w its regression on the
  /// auxiliaries (Deville & Särndal 1992).
  ///
  /// - Parameter influences: z, rows × totals: values times weights, or the linearised influence of each
  ///   row (Binder 1983); 0 outside the domain.
  /// - Returns: totals × totals.
  /// - Throws: ``SurveyError``.
  public func covariance(ofInfluences influences: Matrix) throws(SurveyError) -> Matrix {
    guard influences.rows == rows else { throw .length(expected: rows, found: influences.rows) }
    let left = try surveying { () throws(LinearAlgebraError) in
      var left = influences
      for calibration in calibrations.reversed() { left = try calibration.residuals(of: left, weights) }
      return left
    }
    var deviations: [Double] = []
    gather(strata, left, 1, into: &deviations)
    let count = left.columns > 0 ? deviations.count / left.columns : 0
    return LinearAlgebra.crossProduct(Matrix(unchecked: deviations, rows: count, columns: left.columns))
  }

  /// The design variance of one total, from weighted values or influences.
  func variance(_ influences: [Double]) throws(SurveyError) -> Double {
    let column = Matrix(unchecked: influences, rows: influences.count, columns: 1)
    return try covariance(ofInfluences: column)[0, 0]
  }

  /// Appends a row for each cluster, so that the cross product of all rows is the covariance.
  private func gather(_ strata: [Stratum], _ values: Matrix, _ scale: Double, into deviations: inout [Double])
  {
    let totals = strata.map { $0.clusters.map { total(of: $0.rows, values) } }
    let centre = singletons == .adjust ? mean(totals.flatMap(\.self), values.columns) : []
    let lonely = strata.count(where: \.isLonely)
    let spread = singletons == .average ? Double(strata.count) / Double(max(1, strata.count - lonely)) : 1
    for (stratum, sums) in zip(strata, totals) {
      let n = Double(sums.count)
      if sums.count > 1, !stratum.isCertain {
        let factor = (scale * spread * (1 - stratum.fraction) * n / (n - 1)).squareRoot()
        append(sums, from: mean(sums, values.columns), factor, into: &deviations)
      } else if stratum.isLonely, singletons == .adjust {
        append(sums, from: centre, (scale * (1 - stratum.fraction)).squareRoot(), into: &deviations)
      }
      for cluster in stratum.clusters where !cluster.strata.isEmpty {
        gather(cluster.strata, values, scale * stratum.fraction, into: &deviations)
      }
    }
  }

  private func append(
    _ sums: [[Double]], from centre: [Double], _ factor: Double, into deviations: inout [Double]
  ) {
    for sum in sums {
      for (value, middle) in zip(sum, centre) { deviations.append(factor * (value - middle)) }
    }
  }

  private func total(of rows: [Int], _ values: Matrix) -> [Double] {
    var sum = [Double](repeating: 0, count: values.columns)
    for row in rows { for column in sum.indices { sum[column] += values[row, column] } }
    return sum
  }

  private func mean(_ sums: [[Double]], _ columns: Int) -> [Double] {
    (0..<columns).map { column in sums.reduce(0) { $0 + $1[column] } / Double(max(1, sums.count)) }
  }
}
