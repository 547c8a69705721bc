extension SurveyDesign {
  /// Σ w·y over a domain.
  ///
  /// - Parameters:
  ///   - values: y, one a row, finite within the domain.
  ///   - domain: Which rows belong to the domain; `nil` is all. Rows outside stay in the design.
  /// - Returns: A total of 0 for a domain without rows.
  /// - Throws: ``SurveyError``.
  public func total(of values: [Double], in domain: [Bool]? = nil) throws(SurveyError) -> SurveyEstimate {
    let members = try members(values, domain)
    let weighted = members.map { weights[$0.row] * $0.value }
    let scale = members.reduce(0) { $0 + weights[$1.row] }
    return try estimate(
      weighted.reduce(0, +), members, influences: weighted, simpleScale: scale)
  }

  /// Σ w·y / Σ w over a domain (Hájek 1971); of an indicator, a proportion.
  ///
  /// - Parameters:
  ///   - values: y, one a row, finite within the domain.
  ///   - domain: Which rows belong to the domain; `nil` is all. Rows outside stay in the design.
  /// - Returns: `nil` for a domain without weight.
  /// - Throws: ``SurveyError``.
  public func mean(of values: [Double], in domain: [Bool]? = nil) throws(SurveyError) -> SurveyEstimate? {
    let members = try members(values, domain)
    let size = members.reduce(0) { $0 + weights[$1.row] }
    guard size > 0 else { return nil }
    let mean = members.reduce(0) { $0 + weights[$1.row] * $1.value } / size
    let influences = members.map { weights[$0.row] * ($0.value - mean) / size }
    return try estimate(mean, members, influences: influences, simpleScale: 1)
  }

  /// Σ w·y / Σ w·x over a domain.
  ///
  /// - Parameters:
  ///   - values: y, one a row, finite within the domain.
  ///   - sizes: x, one a row, finite within the domain.
  ///   - domain: Which rows belong to the domain; `nil` is all. Rows outside stay in the design.
  /// - Returns: `nil` where Σ w·x is 0.
  /// - Throws: ``SurveyError``.
  public func ratio(
    of values: [Double], to sizes: [Double], in domain: [Bool]? = nil
  ) throws(SurveyError) -> SurveyEstimate? {
    let members = try members(values, domain)
    let measures = try self.members(sizes, domain)
    let size = measures.reduce(0) { $0 + weights[$1.row] * $1.value }
    guard size != 0 else { return nil }
    let ratio = members.reduce(0) { $0 + weights[$1.row] * $1.value } / size
    let influences = zip(members, measures).map { weights[$0.row] * ($0.value - ratio * $1.value) / size }
    return try estimate(ratio, members, influences: influences, simpleScale: nil)
  }

  /// A row of a domain and its value.
  typealias Member = (row: Int, value: Double)

  /// The rows of a domain with their values.
  func members(_ values: [Double], _ domain: [Bool]?) throws(SurveyError) -> [Member] {
    for count in [values.count, domain?.count ?? rows] where count != rows {
      throw .length(expected: rows, found: count)
    }
    let members = (0..<rows).filter { domain?[$0] ?? true }.map { (row: $0, value: values[$0]) }
    if let broken = members.first(where: { !$0.value.isFinite }) { throw .value(row: broken.row) }
    return members
  }

  /// The estimate with its variance, and S²/n times `simpleScale`² for a simple random sample.
  private func estimate(
    _ value: Double, _ members: [Member], influences: [Double], simpleScale: Double?
  ) throws(SurveyError) -> SurveyEstimate {
    var spread = [Double](repeating: 0, count: rows)
    for (member, influence) in zip(members, influences) { spread[member.row] = influence }
    let size = members.reduce(0) { $0 + weights[$1.row] }
    let count = members.count { weights[$0.row] > 0 }
    var simple: Double?
    if let simpleScale, count > 1, size > 0 {
      let mean = members.reduce(0) { $0 + weights[$1.row] * $1.value } / size
      let squares = members.reduce(0) { $0 + weights[$1.row] * ($1.value - mean) * ($1.value - mean) }
      simple = squares / size / Double(count - 1) * simpleScale * simpleScale
    }
    return SurveyEstimate(
      value: value, variance: try variance(spread), sampleSize: count, degreesOfFreedom: degreesOfFreedom,
      simpleVariance: simple.map { $0 * (1 - Double(count) / size) }, simpleVarianceWithReplacement: simple)
  }
}
