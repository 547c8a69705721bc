import SpotCheckIngest

/// Where the region keys of a cube lie, by month.
struct SurveyPlaces {
  private(set) var regions = RegionHierarchy()
  /// Codes that the table lacks, with the region each was counted under.
  private(set) var unknownCodes: [Int32: (code: String, ancestor: String)] = [:]
  /// For each key the region's code where a table or alias tells it, else the key's own text.
  private(set) var shown: [String] = []
  /// For each key the region's name where the table has it.
  private(set) var shownNames: [String?] = []
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
    let resolver = RegionResolver(
      table: table,
      aliases: Dictionary(
        aliases.map { (DimensionKey(levels: [$0.key]), $0.value) }, uniquingKeysWith: { first, _ in first }),
      depth: keys.reduce(1) { max($0, $1.depth) })
    isDated = table?.isDated ?? false
    shown = keys.map(\.text)
    shownNames = keys.map { _ in nil }

    let latest = cube.cells.lazy.compactMap(\.month).max()
    var positions: Set<Position> = []
    for cell in cube.cells { positions.insert(position(of: cell.ids[dimension], in: cell.month)) }
    for position in positions.sorted(by: { ($0.month, $0.key) < ($1.month, $1.key) }) {
      let month = isDated && position.month >= 0 ? Month(index: position.month) : latest
      let found = resolver.resolve(keys[Int(position.key)], in: month)
      leaves[position] = regions.place(at: found.path)
      if let code = found.unknownCode {
        unknownCodes[position.key] = (code, found.isExact ? "*" : found.path.last?.code ?? "*")
      }
      if found.isExact, let region = found.path.last {
        shown[Int(position.key)] = region.code
        shownNames[Int(position.key)] = region.name
      }
    }
    let own = regions.separateOwnRecords(at: Set(leaves.values))
    for (position, leaf) in leaves { leaves[position] = own[leaf] ?? leaf }
    regions.settleLevels()
    for row in table?.rows ?? [] where row.holds(in: latest) {
      _ = regions.place(at: resolver.path(to: row, in: latest), isListed: true)
    }
  }

  /// The place of a key in a month.
  func leaf(of key: Int32, in month: Month?) -> Int32 {
    leaves[position(of: key, in: month)] ?? 0
  }

  private func position(of key: Int32, in month: Month?) -> Position {
    Position(key: key, month: isDated ? month?.index ?? -1 : -1)
  }
}
