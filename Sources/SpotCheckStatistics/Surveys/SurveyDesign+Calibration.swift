extension SurveyDesign {
  /// The design with weights w = d·F(x′λ), so that Σ w·x = T (Deville & Särndal 1992, JASA 87:376).
  ///
  /// Variances after it are those of the residuals of y on x. Constraints that follow from others are left
  /// out of the equations, and checked.
  ///
  /// - Parameters:
  ///   - totals: T, one a column of `auxiliaries`.
  ///   - auxiliaries: x, rows × constraints.
  ///   - distance: How weights may move.
  /// - Returns: The calibrated design.
  /// - Throws: ``SurveyError/unattainable(constraint:miss:)`` where no such weights are found,
  ///   ``SurveyError/bounds(lower:upper:)``, or another ``SurveyError``.
  /// - Complexity: O(rows · constraints²) a step.
  public func calibrated(
    to totals: [Double], of auxiliaries: Matrix, by distance: CalibrationDistance = .linear
  ) throws(SurveyError) -> SurveyDesign {
    guard auxiliaries.rows == rows else { throw .length(expected: rows, found: auxiliaries.rows) }
    guard totals.count == auxiliaries.columns else {
      throw .length(expected: auxiliaries.columns, found: totals.count)
    }
    if let bounds = distance.bounds, !(bounds.lower < 1 && bounds.upper > 1) {
      throw .bounds(lower: bounds.lower, upper: bounds.upper)
    }
    let calibration = try surveying { () throws(LinearAlgebraError) in
      try Calibration(auxiliaries, weights: weights)
    }
    let reached = try surveying { () throws(LinearAlgebraError) in
      let factors = try calibration.factors(toward: totals, by: distance)
      let weights = zip(weights, factors).map { $0 * $1 }
      return (weights, try LinearAlgebra.transposedProduct(auxiliaries, weights))
    }
    let misses = zip(totals, reached.1).map { $0 - $1 }
    let scale = zip(totals, reached.1).map { max($0.magnitude, $1.magnitude, 1) }
    let worst = misses.indices.max { misses[$0].magnitude / scale[$0] < misses[$1].magnitude / scale[$1] }
    if let worst, !(misses[worst].magnitude <= 1e-9 * scale[worst]) {
      throw .unattainable(constraint: worst, miss: misses[worst])
    }
    var design = self
    design.weights = reached.0
    design.calibrations.append(calibration)
    return design
  }

  /// The design with the weights of each group scaled to its known size (Holt & Smith 1979).
  ///
  /// - Parameters:
  ///   - groups: The group of each row, 0..<`totals.count`.
  ///   - totals: The size of each group in the population.
  /// - Returns: The calibrated design.
  /// - Throws: ``SurveyError/unattainable(constraint:miss:)`` for a group without rows, or another
  ///   ``SurveyError``.
  public func postStratified(by groups: [Int], totals: [Double]) throws(SurveyError) -> SurveyDesign {
    try calibrated(to: totals, of: try indicators([Margin(groups: groups, totals: totals)]))
  }

  /// The known sizes of groups that do not overlap.
  public struct Margin: Hashable, Sendable {
    /// The group of each row, 0..<`totals.count`.
    public var groups: [Int]
    /// The size of each group in the population.
    public var totals: [Double]

    /// Names groups and their sizes.
    public init(groups: [Int], totals: [Double]) {
      self.groups = groups
      self.totals = totals
    }
  }

  /// The design calibrated to several margins at once; exponential is raking (Deming & Stephan 1940).
  ///
  /// - Parameters:
  ///   - margins: Groups and their sizes; their sums must agree.
  ///   - distance: How weights may move.
  /// - Returns: The calibrated design.
  /// - Throws: ``SurveyError/unattainable(constraint:miss:)`` for margins that cannot be met together,
  ///   or another ``SurveyError``.
  public func raked(
    to margins: [Margin], by distance: CalibrationDistance = .exponential
  ) throws(SurveyError) -> SurveyDesign {
    try calibrated(to: margins.flatMap(\.totals), of: try indicators(margins), by: distance)
  }

  /// A column of noughts and ones for every group of every margin.
  private func indicators(_ margins: [Margin]) throws(SurveyError) -> Matrix {
    let width = margins.reduce(0) { $0 + $1.totals.count }
    var elements = [Double](repeating: 0, count: rows * width)
    var start = 0
    for margin in margins {
      guard margin.groups.count == rows else { throw .length(expected: rows, found: margin.groups.count) }
      for (row, group) in margin.groups.enumerated() {
        guard group >= 0, group < margin.totals.count else { throw .value(row: row) }
        elements[row * width + start + group] = 1
      }
      start += margin.totals.count
    }
    return Matrix(unchecked: elements, rows: rows, columns: width)
  }
}
