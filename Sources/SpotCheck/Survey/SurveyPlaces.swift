import SpotCheckIngest

/// Where the region keys of a cube lie, by month.
struct SurveyPlaces {
  private(set) var regions: RegionHierarchy
  /// Codes that the table lacks, with the region each was counted under.
  private var unknownCodes: [Int32: (code: String, ancestor: String)] = [:]
  /// For each key the region it names: as a table or alias tells it, else by its own text.
  private(set) var shown: [RegionHierarchy.Region] = []
  /// For each key the region its records are counted in, as of the latest month.
  private(set) var counted: [Int32] = []
  private let isDated: Bool
  private var leaves: [Position: Int32] = [:]

  private struct Position: Hashable {
    var key: Int32
    var month: Int
  }

  /// Resolves every pair of region key and month that occurs.
  ///
  /// - Complexity: O(cells), and one resolution per key, or per key and month with a dated table.
  init(cube: DimensionCube, dimension: Int, table: RegionTable?, aliases: [String: String]) {
    let keys = cube.dimensions[dimension].keys
    let aliases = Dictionary(
      aliases.map { (DimensionKey(levels: [$0.key]), $0.value) }, uniquingKeysWith: { first, _ in first })
    let resolver = RegionResolver(table: table, aliases: aliases, depth: keys.reduce(1) { max($0, $1.depth) })
    regions = RegionHierarchy(aliases: aliases)
    isDated = table?.isDated ?? false
    shown = keys.map { .init(code: $0.text, name: nil, level: RegionHierarchy.plainLevel) }

    let latest = cube.cells.lazy.compactMap(\.month).max()
    var positions: Set<Position> = []
    var last: Position?
    for cell in cube.cells {
      let position = position(of: cell.ids[dimension], in: cell.month)
      if position != last { positions.insert(position) }
      last = position
    }
    for position in positions.sorted(by: { ($0.month, $0.key) < ($1.month, $1.key) }) {
      let month = isDated && position.month >= 0 ? Month(index: position.month) : latest
      let found = resolver.resolve(keys[Int(position.key)], in: month)
      leaves[position] = regions.place(at: found.path)
      if let code = found.unknownCode {
        unknownCodes[position.key] = (code, found.isExact ? "*" : found.path.last?.code ?? "*")
      }
      if found.isExact, let region = found.path.last {
        shown[Int(position.key)] = region
      }
    }
    let own = regions.separateOwnRecords(at: Set(leaves.values))
    for (position, leaf) in leaves { leaves[position] = own[leaf] ?? leaf }
    counted = keys.map { _ in 0 }
    for position in leaves.keys.sorted(by: { $0.month < $1.month }) {
      counted[Int(position.key)] = regions.regionAtPlace[Int(leaves[position] ?? 0)]
    }
    regions.settleLevels()
    for row in table?.rows ?? [] where row.holds(in: latest) {
      _ = regions.place(at: resolver.path(to: row, in: latest), isListed: true)
    }
  }

  /// The place of each cell.
  func leaves(of cells: [DimensionCube.Cell], dimension: Int) -> [Int32] {
    var last: (position: Position, leaf: Int32)?
    return cells.map { cell in
      let position = position(of: cell.ids[dimension], in: cell.month)
      if let last, last.position == position { return last.leaf }
      let leaf = leaves[position] ?? 0
      last = (position, leaf)
      return leaf
    }
  }

  /// A warning for each code the table lacks, ascending by codes, from the key and trials of every cell.
  func warnings(trials: some Sequence<(key: Int32, trials: Int)>) -> [Warning] {
    guard !unknownCodes.isEmpty else { return [] }
    var sums: [Int32: Int] = [:]
    for cell in trials where unknownCodes[cell.key] != nil { sums[cell.key, default: 0] += cell.trials }
    return unknownCodes.sorted { $0.key < $1.key }.map { key, unknown in
      .regionCodeUnknown(code: unknown.code, ancestor: unknown.ancestor, trials: sums[key] ?? 0)
    }
  }

  private func position(of key: Int32, in month: Month?) -> Position {
    Position(key: key, month: isDated ? month?.index ?? -1 : -1)
  }
}
