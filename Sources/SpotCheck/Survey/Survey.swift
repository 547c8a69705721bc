public import SpotCheckIngest

/// The exact counts of a set of dumps, with the hierarchies that regions and categories form.
///
/// A survey knows no target. It answers for counts at any region, category and period by summing whole
/// numbers, so its answers depend on neither threads nor order.
public struct Survey: Sendable {
  /// What reading yielded.
  public let ingested: Ingested
  /// How the dumps were understood.
  public let layout: Layout
  /// What was read from each record; `nil` for counts made in code.
  public let schema: Schema?
  /// The regions.
  public let regions: RegionHierarchy
  /// The programmes that occur, ascending by bytes; empty without a programme column.
  public let programmes: [String]
  /// What a reader of the figures should know.
  public let warnings: [Warning]

  /// The months that occur, ascending.
  let months: [Month]
  let categories: SurveyCategories
  /// For each cell of the cube, its place, category and programme.
  let places: [Int32]
  let cellCategories: [Int32]
  let cellProgrammes: [Int32]
  /// For each key of the region dimension, the region that cells show.
  let shownRegions: [RegionHierarchy.Region]
  /// For each key of the region dimension, the region its records are counted in.
  let countedRegions: [Int32]

  /// Lays hierarchies over what was read.
  ///
  /// - Parameters:
  ///   - ingested: What reading yielded.
  ///   - layout: How the dumps were understood: aliases of regions, the level shown.
  ///   - schema: What was read from each record.
  ///   - table: The region table; without it division codes nest by their digits.
  /// - Complexity: O(cells) and one look-up per region key (and month, with a dated table).
  public init(
    _ ingested: Ingested, layout: Layout = Layout(), schema: Schema? = nil, table: RegionTable? = nil
  ) {
    let cube = ingested.cube
    self.ingested = ingested
    self.layout = layout
    self.schema = schema
    months = Set(cube.cells.lazy.compactMap(\.month)).sorted()

    if let dimension = cube.index(of: "region") {
      let found = SurveyPlaces(
        cube: cube, dimension: dimension, table: table, aliases: layout.regions.aliases)
      places = found.leaves(of: cube.cells, dimension: dimension)
      regions = found.regions
      shownRegions = found.shown
      countedRegions = found.counted
      warnings =
        found.warnings(trials: cube.cells.lazy.map { ($0.ids[dimension], $0.trials) })
        + Self.singleResult(in: ingested)
    } else {
      places = cube.cells.map { _ in 0 }
      regions = RegionHierarchy()
      shownRegions = []
      countedRegions = []
      warnings = Self.singleResult(in: ingested)
    }

    if let dimension = cube.index(of: "category") {
      let categories = SurveyCategories(cube.dimensions[dimension].keys)
      cellCategories = cube.cells.map { categories.leaves[Int($0.ids[dimension])] }
      self.categories = categories
    } else {
      categories = SurveyCategories([])
      cellCategories = cube.cells.map { _ in 0 }
    }

    if let dimension = cube.index(of: "programme") {
      programmes = cube.dimensions[dimension].keys.map(\.text)
      cellProgrammes = cube.cells.map { $0.ids[dimension] }
    } else {
      programmes = []
      cellProgrammes = cube.cells.map { _ in 0 }
    }
  }

  /// Whether rates must be kept apart by programme.
  public var hasSeveralProgrammes: Bool { programmes.count > 1 }

  /// The last day of the month of the latest accepted date: the day the figures speak from by default.
  public var latestMonthEnd: CalendarDate? {
    ingested.latestDate.flatMap { Period(.month, containing: $0.month).lastDay }
  }

  private static func singleResult(in ingested: Ingested) -> [Warning] {
    let trials = ingested.cube.cells.reduce(0) { $0 + $1.trials }
    let passes = ingested.cube.cells.reduce(0) { $0 + $1.passes }
    guard trials > 0, passes == 0 || passes == trials else { return [] }
    return [.singleResult(isConforming: passes == trials, records: ingested.total.accepted)]
  }
}

extension DimensionCube {
  /// The position of a dimension.
  func index(of name: String) -> Int? {
    dimensions.firstIndex { $0.name == name }
  }
}
