import SpotCheckIngest
import SpotCheckStatistics

/// Strata of region and category, with weights by year from a file.
///
/// A finding rests upon what the file says of its own region; else upon the nearest regions below it that the
/// file has, each with its categories; else upon the nearest region above it. Where the strata are regions it
/// rests upon those below it. The weights are those of the year, else of the latest year before it.
struct FigureStrata: StratumDivider {
  let numberOfCell: [Int32]
  /// The regions that neither the data nor the region table has, as the file names them.
  let unknownRegions: [String]
  private let finest: FinestCells
  private let isByRegion: Bool
  private let regions: RegionHierarchy
  private let categoryKeys: [DimensionKey]
  private let years: [Int: YearWeights]

  /// The weights that hold in one year.
  private struct YearWeights {
    /// By region, 0 for the whole, then by category; `nil` for all categories.
    var weights: [Int32: [DimensionKey?: Double]] = [:]
    /// For each region the nearest regions below it that have weights.
    var below: [Int32: [Int32]] = [:]

    init(_ figures: [AssessmentFigures.Place: DecimalFraction], in regions: RegionHierarchy) {
      for (place, value) in figures { weights[place.region, default: [:]][place.category] = value.value }
      for region in weights.keys.sorted() where region != 0 {
        for above in regions.ancestry(of: region).dropFirst() + [0] {
          below[above, default: []].append(region)
          if weights[above] != nil { break }
        }
      }
    }
  }

  /// Finds the cells and regions that the file's rows speak of.
  init(_ weights: Indicator.Weights, by file: PlanFigures, in survey: Survey) {
    let figures = AssessmentFigures(file, in: survey.regions)
    finest = FinestCells(in: survey)
    numberOfCell = finest.numberOfCell
    isByRegion = weights.dimension == "region"
    unknownRegions = figures.unknownRegions
    regions = survey.regions
    categoryKeys = survey.categories.keys
    years = Dictionary(
      Set(survey.months.map(\.year)).map { year in
        (year, YearWeights(figures.values(asOf: year), in: survey.regions))
      }, uniquingKeysWith: { first, _ in first })
  }

  func division(category: DimensionKey?, region: Int32, year: Int) -> StratumDivision {
    let known = years[year]?.weights ?? [:]
    var strata: [AssessmentFigures.Place: Int] = [:]
    var weights: [Double] = []
    for source in sources(for: region, year: year) {
      let rows = (known[source] ?? [:]).filter { row in
        category.map { row.key?.isWithin($0) ?? true } ?? true
      }
      for (key, weight) in rows.sorted(by: {
        ($0.key?.bytes ?? []).lexicographicallyPrecedes($1.key?.bytes ?? [])
      }) {
        strata[AssessmentFigures.Place(region: source, category: key)] = weights.count
        weights.append(weight)
      }
    }
    guard !weights.isEmpty else {
      return category == nil && (known.isEmpty || !isByRegion) ? .unknown : .one
    }
    guard weights.count > 1 || category == nil else { return .one }
    let places = strata
    let sources = Set(strata.keys.map(\.region))
    let order = strata.sorted { $0.value < $1.value }
    let at = order.map {
      AssessmentFigures.Place(region: $0.key.region, category: $0.key.category ?? category)
    }
    return .weighted(
      weights,
      place: { number in
        let cell = finest.cells[Int(number) - 1]
        guard let source = (regions.ancestry(of: cell.region) + [0]).first(where: sources.contains) else {
          return nil
        }
        return place(of: cell.category, in: source, among: known[source] ?? [:]).flatMap { places[$0] }
      }, at: at)
  }

  /// The regions whose rows a finding rests upon, ascending.
  private func sources(for region: Int32, year: Int) -> [Int32] {
    guard let year = years[year] else { return [] }
    let below = year.below[region] ?? []
    guard !isByRegion else { return below }
    if year.weights[region] != nil { return [region] }
    if !below.isEmpty { return below }
    return (regions.ancestry(of: region).dropFirst() + [0]).first { year.weights[$0] != nil }.map { [$0] }
      ?? []
  }

  /// The innermost place with a weight that a category lies in; `nil` where there is none.
  private func place(
    of node: Int32, in region: Int32, among weights: [DimensionKey?: Double]
  ) -> AssessmentFigures.Place? {
    let key = categoryKeys[Int(node)]
    let prefixes = node == 0 ? [] : (1...key.depth).reversed().map { Optional(key.prefix($0)) }
    return (prefixes + [nil]).first { weights[$0] != nil }
      .map { AssessmentFigures.Place(region: region, category: $0) }
  }
}
