import SpotCheckIngest

/// Clusters of units by the values of a column; a blank value is a cluster too.
struct Clusters: StratumDivider {
  let numberOfCell: [Int32]

  /// Numbers the values; `nil` where the survey has no such column.
  init?(by column: String, in survey: Survey) {
    let cube = survey.ingested.cube
    guard let dimension = cube.index(of: column) else { return nil }
    numberOfCell = cube.cells.map { $0.ids[dimension] + 1 }
  }

  /// Every cluster by itself.
  func division(category: DimensionKey?, region: Int32, year: Int) -> StratumDivision { .each }
}
