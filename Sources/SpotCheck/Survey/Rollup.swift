import SpotCheckIngest
import SpotCheckStatistics

/// The cells of a survey at chosen dimensions, and their sums over region levels, category levels and years.
///
/// Programmes, and dimensions other than region, category and period, are never summed over.
struct Rollup {
  /// The names of the dimensions, in the order of keys.
  let dimensions: [String]
  /// One cell per combination that occurs, ascending by keys.
  let cells: [RateCell]
  /// Every sum that is not itself a cell, ascending by keys; `*` stands for all.
  let rollups: [RateCell]

  /// Sums a survey.
  ///
  /// - Parameters:
  ///   - survey: The counts.
  ///   - by: The dimensions of a cell; `programme` is added when it has more than one value.
  ///   - unit: The length of a period.
  ///   - estimate: How intervals are made.
  /// - Complexity: O(c log c) for c cells, times region levels × category levels.
  init(of survey: Survey, by: [String], unit: PeriodUnit, estimate: EstimateOptions) {
    let names = survey.dimensions(by: by)
    let labels = RollupLabels(survey: survey, by: names)
    let cube = survey.ingested.cube
    let hasPeriod = names.contains("period")
    let hasRegion = names.contains("region")
    let hasCategory = names.contains("category")

    func tallies(regions: [Int32]) -> [SurveyTally] {
      cube.cells.enumerated().map { index, cell in
        var position = SurveyTally.Position()
        if hasRegion { position.region = regions[index] }
        if hasCategory { position.category = survey.cellCategories[index] }
        if hasPeriod, let month = cell.month { position.period = Period(unit, containing: month).number }
        position.other = labels.others[index]
        return SurveyTally(position: position, trials: cell.trials, passes: cell.passes)
      }.merged()
    }
    let cells = tallies(regions: labels.regionOfCell)
    self.dimensions = names
    self.cells = labels.rateCells(cells, estimate: estimate)
    guard hasRegion || hasCategory || hasPeriod else {
      // Everything else is never summed over.
      rollups = []
      return
    }
    let sums = Self.sums(
      of: tallies(regions: labels.placeOfCell), survey: survey, toYears: hasPeriod && unit != .year
    )
    .moved { $0.region = survey.regions.regionAtPlace[Int($0.region)] }
    .without(cells)
    rollups = labels.rateCells(sums, estimate: estimate)
  }

  /// The tallies at every region depth, category depth and period, the tallies themselves included.
  private static func sums(of tallies: [SurveyTally], survey: Survey, toYears: Bool) -> [SurveyTally] {
    let places = survey.regions.places
    let categories = survey.categories.tree
    let height = (
      region: tallies.reduce(0) { max($0, places.depths[Int($1.position.region)]) },
      category: tallies.reduce(0) { max($0, categories.depths[Int($1.position.category)]) }
    )
    var sums: [SurveyTally] = []
    var byRegion = tallies
    for regionDepth in (0...height.region).reversed() {
      byRegion = byRegion.moved { $0.region = places.lifted($0.region, to: regionDepth) }
      var byCategory = byRegion
      for categoryDepth in (0...height.category).reversed() {
        byCategory = byCategory.moved { $0.category = categories.lifted($0.category, to: categoryDepth) }
        let whole = byCategory.filter {
          places.depths[Int($0.position.region)] == regionDepth
            && categories.depths[Int($0.position.category)] == categoryDepth
        }
        sums += whole
        if toYears {
          sums += whole.moved {
            $0.period = Period(.year, containing: Period(number: $0.period).first).number
          }
        }
      }
    }
    return sums
  }
}

extension Survey {
  /// The dimensions of cells asked for `by`: those there are, with `programme` before `period` where needed.
  func dimensions(by: [String]) -> [String] {
    let cube = ingested.cube
    let hasMonths = cube.cells.contains { $0.month != nil }
    var names = by.filter { $0 == "period" ? hasMonths : cube.index(of: $0) != nil }
    if hasSeveralProgrammes, !names.contains("programme") {
      names.insert("programme", at: names.firstIndex(of: "period") ?? names.count)
    }
    return names
  }
}
