import SpotCheckIngest
import SpotCheckStatistics

/// How many units an indicator plans to sample in a year, by region and category.
///
/// The figure of a place is its own row; without one, the sum over the regions directly below it that have figures,
/// and without such, over the categories directly below.
struct PlannedUnits {
  private typealias Place = AssessmentFigures.Place

  private let figures: AssessmentFigures
  private let own: DimensionKey?
  private let regions: RegionHierarchy
  private let keyOfText: [DimensionKey: DimensionKey]
  /// For each place with rows below it, the regions and categories directly below that have some.
  private let below: [AssessmentFigures.Place: Below]

  private struct Below {
    var regions: Set<Int32> = []
    var categories: Set<DimensionKey> = []
  }

  /// Finds what the plan's figures speak of; `nil` for an indicator that plans no numbers.
  ///
  /// - Complexity: O(rows), times region levels × category levels.
  init?(of indicator: Indicator, in survey: Survey) {
    guard let planned = indicator.planned else { return nil }
    let scope = indicator.scope["category"] ?? []
    let own = scope.count == 1 ? scope.first : nil
    var below: [Place: Below] = [:]
    for row in planned.rows {
      guard let region = row.region.map({ survey.regions.region(named: $0) }) ?? 0 else { continue }
      let regions = (region == 0 ? [] : survey.regions.ancestry(of: region)) + [0]
      let categories = Self.path(of: row.category, to: own)
      for category in categories {
        for (child, parent) in zip(regions, regions.dropFirst()) {
          below[Place(region: parent, category: category), default: Below()].regions.insert(child)
        }
      }
      for region in regions {
        for (child, parent) in zip(categories, categories.dropFirst()) {
          guard let child else { continue }
          below[Place(region: region, category: parent), default: Below()].categories.insert(child)
        }
      }
    }
    self.figures = AssessmentFigures(planned, in: survey.regions)
    self.own = own
    self.regions = survey.regions
    self.below = below
    self.keyOfText = Dictionary(
      survey.categories.keys.dropFirst().map { (DimensionKey(levels: [$0.text]), $0) },
      uniquingKeysWith: { first, _ in first })
  }

  /// The regions that neither the data nor the region table has, as the file names them.
  var unknownRegions: [String] { figures.unknownRegions }

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
    let children = below[place]
    let inRegions = (children?.regions ?? []).compactMap {
      units(at: .init(region: $0, category: place.category), year: year)
    }
    guard inRegions.isEmpty else { return Self.sum(inRegions) }
    let inCategories = (children?.categories ?? []).compactMap {
      units(at: .init(region: place.region, category: $0), year: year)
    }
    return inCategories.isEmpty ? nil : Self.sum(inCategories)
  }

  private static func sum(_ units: [Int]) -> Int {
    units.reduce(0) { min(1 << 53, $0 + min(1 << 53, $1)) }
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
