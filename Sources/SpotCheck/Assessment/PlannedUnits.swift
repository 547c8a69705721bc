import SpotCheckIngest
import SpotCheckStatistics

/// How many units an indicator plans to sample in a year, by region and category.
///
/// The figure of a place is its own row; without one the sum over the regions directly below it, where all of them that
/// the year has data of have figures; and without such a sum, that over the categories directly below it likewise.
struct PlannedUnits {
  private typealias Place = AssessmentFigures.Place

  private let figures: AssessmentFigures
  private let own: DimensionKey?
  private let regions: RegionHierarchy
  private let keyOfText: [DimensionKey: DimensionKey]
  /// What lies directly below each place that has rows below it.
  private let rows: Descent
  /// What lies directly below each place that has data below it, by year.
  private let data: [Int: Descent]

  /// The regions and categories directly below places.
  private struct Descent {
    private(set) var regions: [Place: Set<Int32>] = [:]
    private(set) var categories: [Place: Set<DimensionKey>] = [:]

    /// Adds a place by the ways up from it, region by region and category by category.
    mutating func add(_ upward: [Int32], _ outward: [DimensionKey?]) {
      for category in outward {
        for (child, parent) in zip(upward, upward.dropFirst()) {
          regions[Place(region: parent, category: category), default: []].insert(child)
        }
      }
      for region in upward {
        for (child, parent) in zip(outward, outward.dropFirst()) {
          guard let child else { continue }
          categories[Place(region: region, category: parent), default: []].insert(child)
        }
      }
    }
  }

  /// Finds what the plan's figures speak of; `nil` for an indicator that plans no numbers.
  ///
  /// - Complexity: O(rows), times region levels × category levels.
  init?(of indicator: Indicator, of plan: Plan, in survey: Survey) {
    guard let planned = indicator.planned,
      let covered = try? AssessmentScope(of: indicator, of: plan, in: survey)
    else { return nil }
    let scope = indicator.scope["category"] ?? []
    let own = scope.count == 1 ? scope.first : nil
    var rows = Descent()
    for row in planned.rows {
      guard let region = row.region.map({ survey.regions.region(named: $0) }) ?? 0 else { continue }
      rows.add(Self.path(of: region, in: survey.regions), Self.path(of: row.category, to: own))
    }
    var data: [Int: Descent] = [:]
    for (index, cell) in survey.ingested.cube.cells.enumerated() {
      guard covered.slots[index] != nil, let year = cell.month?.year else { continue }
      let node = survey.cellCategories[index]
      data[year, default: Descent()].add(
        Self.path(of: survey.regions.regionAtPlace[Int(survey.places[index])], in: survey.regions),
        Self.path(of: node == 0 ? nil : survey.categories.keys[Int(node)], to: own))
    }
    self.figures = AssessmentFigures(planned, in: survey.regions)
    self.own = own
    self.regions = survey.regions
    self.rows = rows
    self.data = data
    self.keyOfText = Dictionary(
      survey.categories.keys.dropFirst().map { (DimensionKey(levels: [$0.text]), $0) },
      uniquingKeysWith: { first, _ in first })
  }

  /// The regions that neither the data nor the region table has, as the file names them.
  var unknownRegions: [String] { figures.unknownRegions }

  /// A region and those it lies in, up to the whole.
  private static func path(of region: Int32, in regions: RegionHierarchy) -> [Int32] {
    (region == 0 ? [] : regions.ancestry(of: region)) + [0]
  }

  /// A category and those it lies in, up to the indicator's own, for which `nil` stands.
  private static func path(of category: DimensionKey?, to own: DimensionKey?) -> [DimensionKey?] {
    guard let category, category != own else { return [nil] }
    let least = own.map { category.isWithin($0) ? $0.depth + 1 : 1 } ?? 1
    return (min(least, category.depth)...category.depth).reversed().map { category.prefix($0) } + [nil]
  }

  /// The units planned at a place in a year, at most 2⁵³; `nil` where no figure speaks of it.
  func units(at place: AssessmentFigures.Place, year: Int) -> Int? {
    var place = place
    if place.category == own { place.category = nil }
    if let units = figures.value(at: place, year: year)?.digits { return units }
    if place.category == nil, let own,
      let units = figures.value(at: .init(region: place.region, category: own), year: year)?.digits
    {
      return units
    }
    let inRegions = sum(rows.regions[place], data[year]?.regions[place]) {
      units(at: .init(region: $0, category: place.category), year: year)
    }
    return inRegions
      ?? sum(rows.categories[place], data[year]?.categories[place]) {
        units(at: .init(region: place.region, category: $0), year: year)
      }
  }

  /// The sum over what has figures; `nil` where there is nothing, or something else has data.
  private func sum<Child>(
    _ figured: Set<Child>?, _ sampled: Set<Child>?, _ units: (Child) -> Int?
  ) -> Int? {
    guard let figured else { return nil }
    var known: Set<Child> = []
    var sum = 0
    for child in figured {
      guard let units = units(child) else { continue }
      known.insert(child)
      sum = min(1 << 53, sum + min(1 << 53, units))
    }
    return known.isEmpty || !(sampled ?? []).isSubset(of: known) ? nil : sum
  }

  /// The cells with the projections of open years filled in.
  func projected(_ cells: [AssessmentCell]) -> [AssessmentCell] {
    cells.map { cell in
      guard cell.finding.isInterim, cell.months == 12, cell.target != nil, let year = Int(cell.finding.period)
      else { return cell }
      let isWhole = cell.finding.regionLevel == RegionHierarchy.wholeLevel
      let region = isWhole ? 0 : regions.region(named: cell.finding.region) ?? 0
      let category = cell.depth == 0 ? nil : keyOfText[DimensionKey(levels: [cell.finding.category])]
      let all = units(at: .init(region: region, category: category), year: year)
      let strata = cell.places.map { place in place.flatMap { units(at: $0, year: year) } }
      var cell = cell
      cell.project(planned: all, strata: strata)
      return cell
    }
  }
}
