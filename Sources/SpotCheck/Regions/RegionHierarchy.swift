import SpotCheckIngest

/// The regions of a survey and how they lie in each other.
///
/// A region is one code. A *place* is a region within a parent: a county that moved from one prefecture to
/// another is one region at two places, and each month's counts go to the prefecture of that month.
public struct RegionHierarchy: Sendable, Equatable {
  /// The level of the whole.
  public static let wholeLevel = "all"
  /// The level of regions without a hierarchy.
  public static let plainLevel = "region"

  /// The regions; the first is the whole, with code `*`.
  public private(set) var regions = [Region(code: "*", name: nil, level: wholeLevel)]
  /// The levels that the data has, outermost first, without that of the whole.
  public private(set) var levels: [String] = []
  /// The places; place 0 is the whole.
  private(set) var places = SurveyTree()
  /// The region at each place.
  private(set) var regionAtPlace: [Int32] = [0]
  /// The place of each region in the latest month.
  private(set) var latestPlace: [Int32] = [0]
  /// Whether the table has each region.
  private(set) var isListed = [false]

  private let aliases: [DimensionKey: String]
  private var regionByCode: [DimensionKey: Int32] = [:]
  private var placeByStep: [Step: Int32] = [:]

  /// A region.
  public struct Region: Sendable, Equatable {
    /// The code, or the name of a region without one; levels of a path are joined with `/`.
    ///
    /// A code that ends in `/` is the part of a region that no region below it has: 省本级.
    public var code: String
    /// The full name where the table knows it.
    public var name: String?
    /// `all`, `province`, `prefecture`, `county`, `region`, or as the table says.
    public var level: String
  }

  private struct Step: Hashable {
    var parent: Int32
    var region: Int32
  }

  /// Creates the whole alone, with other names of regions to be.
  init(aliases: [DimensionKey: String] = [:]) {
    self.aliases = aliases
  }

  /// The region with this code, else with this full name where only one bears it, else with this alias.
  ///
  /// A region of a path bears the name of its last level.
  func region(named text: String) -> Int32? {
    let key = DimensionKey(levels: [text])
    return region(bearing: key) ?? aliases[key].flatMap { region(bearing: DimensionKey(levels: [$0])) }
  }

  private func region(bearing key: DimensionKey) -> Int32? {
    if let region = regionByCode[key] { return region }
    let bearers = regions.indices.filter { index in
      let levels = regions[index].code.split(separator: "/", omittingEmptySubsequences: false)
      let name = regions[index].name ?? levels.last.map(String.init)
      return name.map { DimensionKey(levels: [$0]) == key } ?? false
    }
    return bearers.count == 1 ? bearers.first.map(Int32.init) : nil
  }

  /// The regions from one to the outermost it lies in, as of the latest month.
  func ancestry(of region: Int32) -> [Int32] {
    places.path(from: latestPlace[Int(region)]).map { regionAtPlace[Int($0)] }
  }

  /// The place at the end of a path, made where there is none yet.
  mutating func place(at path: [Region], isListed: Bool = false) -> Int32 {
    path.reduce(0) { parent, region in place(of: region, below: parent, isListed: isListed) }
  }

  private mutating func place(of region: Region, below parent: Int32, isListed listed: Bool) -> Int32 {
    let key = DimensionKey(levels: [region.code])
    let number = regionByCode[key] ?? Int32(regions.count)
    if Int(number) == regions.count {
      regionByCode[key] = number
      regions.append(region)
      latestPlace.append(0)
      isListed.append(listed)
    } else {
      regions[Int(number)] = region
      isListed[Int(number)] = isListed[Int(number)] || listed
    }
    let step = Step(parent: parent, region: number)
    let place = placeByStep[step] ?? places.add(below: parent)
    if Int(place) == regionAtPlace.count {
      placeByStep[step] = place
      regionAtPlace.append(number)
    }
    latestPlace[Int(number)] = place
    return place
  }

  /// Gives every place with records of its own and places below it a child for those records: 省本级.
  ///
  /// - Parameter leaves: The places that records name.
  /// - Returns: The child by place.
  mutating func separateOwnRecords(at leaves: Set<Int32>) -> [Int32: Int32] {
    var childLevel: [Int32: String] = [:]
    for place in places.parents.indices.dropFirst() where places.parents[place] != 0 {
      let level = regions[Int(regionAtPlace[place])].level
      childLevel[places.parents[place]] = childLevel[places.parents[place]] ?? level
    }
    var children: [Int32: Int32] = [:]
    for leaf in leaves.sorted() {
      guard let level = childLevel[leaf] else { continue }
      let region = regions[Int(regionAtPlace[Int(leaf)])]
      let own = Region(code: region.code + "/", name: region.name.map { $0 + "本级" }, level: level)
      children[leaf] = place(of: own, below: leaf, isListed: false)
    }
    return children
  }

  /// Notes the levels of the places there are so far, outermost first.
  mutating func settleLevels() {
    var least: [DimensionKey: (depth: Int32, level: String)] = [:]
    for place in regionAtPlace.indices.dropFirst() {
      let level = regions[Int(regionAtPlace[place])].level
      let key = DimensionKey(levels: [level])
      let depth = min(least[key]?.depth ?? .max, places.depths[place])
      least[key] = (depth, level)
    }
    levels = least.sorted { ($0.value.depth, $0.key) < ($1.value.depth, $1.key) }.map(\.value.level)
  }
}
