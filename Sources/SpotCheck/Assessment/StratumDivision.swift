import SpotCheckIngest

/// How the cells of a finding divide into strata.
enum StratumDivision {
  /// Not at all.
  case one
  /// By the number of each cell.
  case each
  /// Into strata with weights; the place of a cell's number among them, `nil` for a cell in none; and where each
  /// stratum lies, `nil` where it is no region and category.
  case weighted([Double], place: (Int32) -> Int?, at: [AssessmentFigures.Place?] = [])
  /// Weights are asked for and none are known; the rate is plain and proves nothing.
  case unknown
}

/// What tells the strata of findings apart.
protocol StratumDivider {
  /// The number of each cell of the cube, above 0; 0 for a cell in no stratum.
  var numberOfCell: [Int32] { get }

  /// The strata of a finding.
  ///
  /// - Parameters:
  ///   - category: The category below the indicator's own; `nil` for its own.
  ///   - region: The region; 0 for the whole.
  ///   - year: The year.
  /// - Returns: How the finding divides.
  func division(category: DimensionKey?, region: Int32, year: Int) -> StratumDivision
}
