import SpotCheckIngest

/// The finest cells of a survey: every pair of innermost region and category, whatever else and whenever.
struct FinestCells: StratumDivider {
  let numberOfCell: [Int32]
  /// The region and category node of each number, which is its position and one.
  let cells: [Cell]

  /// A region and a category.
  struct Cell: Hashable {
    var region: Int32
    var category: Int32
  }

  /// Numbers the pairs that occur, ascending by region and category.
  init(in survey: Survey) {
    let pairs = survey.places.indices.map {
      Cell(
        region: survey.regions.regionAtPlace[Int(survey.places[$0])], category: survey.cellCategories[$0])
    }
    let cells = Set(pairs).sorted { ($0.region, $0.category) < ($1.region, $1.category) }
    let numbers = Dictionary(
      cells.enumerated().map { ($1, Int32($0 + 1)) }, uniquingKeysWith: { first, _ in first })
    self.cells = cells
    self.numberOfCell = pairs.map { numbers[$0] ?? 0 }
  }

  /// Every pair by itself.
  func division(category: DimensionKey?, region: Int32, year: Int) -> StratumDivision { .each }
}
