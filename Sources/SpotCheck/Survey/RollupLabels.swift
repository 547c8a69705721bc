import SpotCheckIngest
import SpotCheckStatistics

/// The texts that the numbers of a rollup stand for, and their order by bytes.
struct RollupLabels {
  /// For each cell of the cube, the number of the combination of its further keys.
  private(set) var others: [Int32] = []
  /// For each cell of the cube, the region it shows.
  private(set) var regionOfCell: [Int32] = []
  /// For each cell of the cube, the place it is summed from.
  private(set) var placeOfCell: [Int32] = []

  private let dimensions: [String]
  private let further: [String]
  private var regions: [RegionHierarchy.Region]
  private var categories: [String]
  /// The texts of each further dimension, and for each combination a position in every one of them.
  private var texts: [[String]] = []
  private var combinations: [[Int32]] = []

  init(survey: Survey, by dimensions: [String]) {
    self.dimensions = dimensions
    further = dimensions.filter { !["region", "category", "period"].contains($0) }
    regions = survey.regions.regions
    categories = survey.categories.keys.indices.map { survey.categories.text(of: Int32($0)) }
    placeRegions(of: survey)
    combine(survey)
  }

  /// Notes for each cell the region as in the data, or at the layout's level, and its place.
  private mutating func placeRegions(of survey: Survey) {
    let cube = survey.ingested.cube
    guard let dimension = cube.index(of: "region") else { return }
    guard let level = survey.layout.regions.level else {
      var numbers = Dictionary(
        regions.enumerated().map { (DimensionKey(levels: [$1.code]), Int32($0)) },
        uniquingKeysWith: { first, _ in first })
      let regionOfKey = survey.shownRegions.map { region in
        let key = DimensionKey(levels: [region.code])
        if let number = numbers[key] { return number }
        regions.append(region)
        numbers[key] = Int32(regions.count - 1)
        return Int32(regions.count - 1)
      }
      regionOfCell = cube.cells.map { regionOfKey[Int($0.ids[dimension])] }
      placeOfCell = survey.places
      return
    }
    let hierarchy = survey.regions
    let atLevel = hierarchy.regionAtPlace.indices.map { place in
      hierarchy.places.path(from: Int32(place)).first { above in
        hierarchy.regions[Int(hierarchy.regionAtPlace[Int(above)])].level == level
      } ?? Int32(place)
    }
    placeOfCell = survey.places.map { atLevel[Int($0)] }
    regionOfCell = placeOfCell.map { hierarchy.regionAtPlace[Int($0)] }
  }

  /// Numbers the combinations of further keys that occur.
  private mutating func combine(_ survey: Survey) {
    let cube = survey.ingested.cube
    var columns: [[Int32]] = []
    for name in further {
      if name == "programme" {
        texts.append(survey.programmes)
        columns.append(survey.cellProgrammes)
      } else if let dimension = cube.index(of: name) {
        texts.append(cube.dimensions[dimension].keys.map(\.text))
        columns.append(cube.cells.map { $0.ids[dimension] })
      }
    }
    guard let first = columns.first else {
      others = [Int32](repeating: 0, count: cube.cells.count)
      combinations = [[]]
      return
    }
    others = first
    combinations = texts[0].indices.map { [Int32($0)] }
    for column in columns.dropFirst() { combine(with: column) }
  }

  /// Numbers the pairs that occur of the combinations so far and the keys of one more dimension.
  private mutating func combine(with column: [Int32]) {
    var numbers: [UInt64: Int32] = [:]
    var pairs: [[Int32]] = []
    for (cell, key) in column.enumerated() {
      let pair = UInt64(UInt32(bitPattern: others[cell])) << 32 | UInt64(UInt32(bitPattern: key))
      if let number = numbers[pair] {
        others[cell] = number
      } else {
        pairs.append(combinations[Int(others[cell])] + [key])
        others[cell] = Int32(pairs.count - 1)
        numbers[pair] = others[cell]
      }
    }
    combinations = pairs
  }

  /// Cells with texts and rates, ascending by the bytes of their keys.
  func rateCells(_ tallies: [SurveyTally], estimate: EstimateOptions) -> [RateCell] {
    let columns = dimensions.map { column($0, of: tallies) }
    var rows: [Int32] = []
    rows.reserveCapacity(tallies.count * columns.count)
    for tally in tallies {
      for column in columns { rows.append(column.ranks[column.number(tally.position)]) }
    }
    let order = RowOrder.ascending(rows, width: columns.count, count: tallies.count)
    let sorted = order.map { tallies[$0] }
    let intervals = BinomialInterval.intervals(
      passes: sorted.map(\.passes), trials: sorted.map(\.trials), level: estimate.confidence,
      method: estimate.interval)
    let hasRegion = dimensions.contains("region")
    return zip(sorted, intervals).map { tally, interval in
      var cell = RateCell(
        keys: columns.map { $0.texts[$0.number(tally.position)] },
        regionName: hasRegion ? regions[Int(tally.position.region)].name : nil,
        trials: tally.trials, passes: tally.passes)
      if tally.trials > 0 { cell.passRate = Double(tally.passes) / Double(tally.trials) }
      cell.lower = interval?.lower
      cell.upper = interval?.upper
      return cell
    }
  }

  /// What the positions of a dimension are called.
  private struct Column {
    var texts: [String]
    /// The place of each text when all are sorted by bytes.
    var ranks: [Int32]
    /// The number of a position's text.
    var number: (SurveyTally.Position) -> Int

    init(_ texts: [String], number: @escaping (SurveyTally.Position) -> Int) {
      self.texts = texts
      ranks = RollupLabels.ranks(texts)
      self.number = number
    }

    /// Periods, whose numbers are in the order of their texts.
    init(periods: [Int32]) {
      let first = periods.min() ?? 0
      var texts = [String](repeating: "", count: Int((periods.max() ?? 0) - first) + 1)
      for period in Set(periods) { texts[Int(period - first)] = Period(number: period).text }
      self.texts = texts
      ranks = texts.indices.map { Int32($0) }
      number = { Int($0.period - first) }
    }
  }

  private func column(_ dimension: String, of tallies: [SurveyTally]) -> Column {
    switch dimension {
    case "region": return Column(regions.map(\.code)) { Int($0.region) }
    case "category": return Column(categories) { Int($0.category) }
    case "period": return Column(periods: tallies.map(\.position.period))
    default:
      guard let place = further.firstIndex(of: dimension) else { return Column([""]) { _ in 0 } }
      return Column(texts[place]) { Int(combinations[Int($0.other)][place]) }
    }
  }

  /// The place of each text when all are sorted by bytes.
  private static func ranks(_ texts: [String]) -> [Int32] {
    let bytes = texts.map { Array($0.utf8) }
    var ranks = [Int32](repeating: 0, count: texts.count)
    let order = bytes.indices.sorted { bytes[$0].lexicographicallyPrecedes(bytes[$1]) }
    for (rank, index) in order.enumerated() { ranks[index] = Int32(rank) }
    return ranks
  }
}
