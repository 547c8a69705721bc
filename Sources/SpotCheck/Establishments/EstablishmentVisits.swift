import SpotCheckIngest

/// The cells of a survey and of its follow-ups, as visits to establishments.
///
/// Visits are numbered: the cube's cells, then those of the follow-ups.
struct EstablishmentVisits {
  let names: JoinedKeys
  let codes: JoinedKeys
  let categories: JoinedKeys
  let regions: JoinedKeys
  /// What the check character of each code says.
  let checks: [CreditCodeCheck]
  let cube: DimensionCube
  let days: InspectionDays
  let followUps: FollowUps

  private let columns: Columns
  private let otherColumns: Columns

  /// What a visit is counted for and what it found.
  struct Visit {
    var name: Int32
    var code: Int32
    var category: Int32
    var region: Int32
    var cell: DimensionCube.Cell
    /// The last day on which a unit conformed, or ``InspectionDays/noDay``.
    var lastConforming: Int32
    var isFollowUp: Bool
  }

  private struct Columns {
    var name: Int
    var code: Int?
    var category: Int?
    var region: Int?

    init?(_ cube: DimensionCube) {
      guard let name = cube.index(of: Establishments.dimension) else { return nil }
      self.name = name
      code = cube.index(of: Establishments.codeDimension)
      category = cube.index(of: "category")
      region = cube.index(of: "region")
    }
  }

  /// Joins the keys of both cubes; `nil` where establishments or days were not read.
  init?(_ ingested: Ingested) {
    guard let days = ingested.days, let columns = Columns(ingested.cube) else { return nil }
    cube = ingested.cube
    self.days = days
    self.columns = columns
    followUps =
      ingested.followUps
      ?? FollowUps(
        cube: DimensionCube(dimensions: cube.dimensions.map { .init(name: $0.name, keys: []) }, cells: []),
        days: InspectionDays(lastConforming: [], failures: []))
    otherColumns = Columns(followUps.cube) ?? columns
    func joined(_ first: Int?, _ second: Int?, _ others: DimensionCube, _ own: DimensionCube) -> JoinedKeys {
      guard let first, let second else { return JoinedKeys([DimensionKey(bytes: [])], []) }
      return JoinedKeys(own.dimensions[first].keys, others.dimensions[second].keys)
    }
    names = joined(columns.name, otherColumns.name, followUps.cube, cube)
    codes = joined(columns.code, otherColumns.code, followUps.cube, cube)
    categories = joined(columns.category, otherColumns.category, followUps.cube, cube)
    regions = joined(columns.region, otherColumns.region, followUps.cube, cube)
    checks = codes.keys.map { CreditCodeCheck($0) }
  }

  /// Whether a column of credit codes was read.
  var hasCodes: Bool { columns.code != nil }

  /// The number of visits.
  var count: Int { cube.cells.count + followUps.cube.cells.count }

  /// A visit by its number.
  @inline(__always)
  subscript(number: Int) -> Visit {
    let isFollowUp = number >= cube.cells.count
    let position = isFollowUp ? number - cube.cells.count : number
    let cell = isFollowUp ? followUps.cube.cells[position] : cube.cells[position]
    let columns = isFollowUp ? otherColumns : self.columns
    func key(_ column: Int?, of keys: JoinedKeys) -> Int32 {
      guard let column else { return 0 }
      let id = Int(cell.ids[column])
      return isFollowUp ? keys.ofSecond[id] : keys.ofFirst[id]
    }
    return Visit(
      name: key(columns.name, of: names), code: key(columns.code, of: codes),
      category: key(columns.category, of: categories), region: key(columns.region, of: regions), cell: cell,
      lastConforming: (isFollowUp ? followUps.days : days).lastConforming[position], isFollowUp: isFollowUp)
  }

  /// Every failure, with the number of its visit.
  var failures: [(visit: Int32, failure: InspectionDays.Failure)] {
    days.failures.map { ($0.cell, $0) }
      + followUps.days.failures.map { ($0.cell + Int32(cube.cells.count), $0) }
  }

  /// To whom each visit was: the position of the name, or that of a valid code behind all names; and how many
  /// numbers there are.
  ///
  /// A name that is itself a code the data has elsewhere is the same establishment.
  func identities() -> (ofVisit: [Int32], count: Int) {
    let first = Int32(names.keys.count)
    var ofName = (0..<first).map { $0 }
    if hasCodes {
      for (name, key) in names.keys.enumerated() where key.bytes.count == 18 {
        guard let code = codes.position(of: key), checks[Int(code)] == .valid else { continue }
        ofName[name] = first + code
      }
    }
    let ofVisit = (0..<count).map { number -> Int32 in
      let visit = self[number]
      return hasCodes && checks[Int(visit.code)] == .valid ? first + visit.code : ofName[Int(visit.name)]
    }
    return (ofVisit, names.keys.count + (hasCodes ? codes.keys.count : 0))
  }

  /// The key by which an identity is known.
  func key(of identity: Int) -> DimensionKey {
    identity < names.keys.count ? names.keys[identity] : codes.keys[identity - names.keys.count]
  }
}
