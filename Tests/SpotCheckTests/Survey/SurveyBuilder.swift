@testable import SpotCheck
@testable import SpotCheckIngest
import SpotCheckStatistics

/// Makes surveys of counts written by hand.
struct SurveyBuilder {
  private var dimensions: [String]
  private var rows: [(keys: [DimensionKey], month: Month?, trials: Int, passes: Int)] = []

  init(_ dimensions: [String] = ["region", "category"]) {
    self.dimensions = dimensions
  }

  /// Adds counts; levels of a key are separated by `/`, the month is written `2024-01`.
  mutating func add(_ keys: String..., in month: String?, _ passes: Int, of trials: Int) {
    let levels = keys.map { DimensionKey(levels: $0.split(separator: "/").map(String.init)) }
    rows.append((levels, month.flatMap { CalendarDate(iso8601: $0 + "-01")?.month }, trials, passes))
  }

  /// The counts as a cube; `shuffling` puts its cells into another order.
  func cube(shuffling: Bool = false) -> DimensionCube {
    let keys = dimensions.indices.map { dimension in Set(rows.map { $0.keys[dimension] }).sorted() }
    var cells = rows.map { row in
      DimensionCube.Cell(
        ids: dimensions.indices.map { Int32(keys[$0].firstIndex(of: row.keys[$0]) ?? 0) }, month: row.month,
        trials: row.trials, passes: row.passes)
    }
    if shuffling {
      var random = SplitMix(state: 20_240_701)
      cells.shuffle(using: &random)
    }
    return DimensionCube(
      dimensions: zip(dimensions, keys).map { DimensionCube.Dimension(name: $0, keys: $1) }, cells: cells)
  }

  /// The survey of the counts.
  func survey(
    table: RegionTable? = nil, layout: Layout = Layout(), shuffling: Bool = false
  ) -> Survey {
    let lastMonth = rows.compactMap(\.month).max()
    let ingested = Ingested(
      cube: cube(shuffling: shuffling), files: [], unknownLabels: [],
      samples: rows.reduce(0) { $0 + $1.trials }, pendingSamples: 0, conflicts: 0, conflictingUnits: [],
      duplicatesChecked: false,
      latestDate: lastMonth.flatMap { CalendarDate(year: $0.year, month: $0.month, day: 3) },
      firstRejects: [],
      items: [], unwrappedIdentifiers: 0)
    return Survey(ingested, layout: layout, table: table)
  }
}

/// SplitMix64 (Steele, Lea & Flood 2014): the same numbers on every machine.
struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

extension RegionTable {
  /// A province with two prefectures and three counties.
  static func sample() throws -> RegionTable {
    try RegionTable(fields: [
      ["code", "name", "level", "parent"],
      ["530000", "云南省", "province", ""],
      ["530100", "昆明市", "prefecture", "530000"],
      ["530102", "五华区", "county", "530100"],
      ["530103", "盘龙区", "county", "530100"],
      ["530300", "曲靖市", "prefecture", "530000"],
      ["530302", "麒麟区", "county", "530300"],
    ])
  }
}

extension Plan {
  /// A plan of one indicator over everything with the target 0.96 in 2024.
  static func sample(_ change: (inout Indicator) -> Void = { _ in }) -> Plan {
    var indicator = Indicator(id: "quality")
    indicator.targets = [2024: DecimalFraction(digits: 96, places: 2)]
    change(&indicator)
    var plan = Plan()
    plan.indicators = [indicator]
    return plan
  }
}

extension Assessment {
  /// The only finding at a region and category.
  func finding(_ region: String, _ category: String = "*", _ period: String = "2024") -> Finding? {
    let found = findings.filter { $0.region == region && $0.category == category && $0.period == period }
    return found.count == 1 ? found[0] : nil
  }
}
