import SpotCheckIngest
import SpotCheckStatistics

/// What an indicator divides cells into: weighted strata, clusters, or the cells that two years are compared in.
struct AssessmentStrata {
  /// The sum of the plan's weights as text where it is not 1.
  let sumText: String?
  /// The regions of a file of weights that neither the data nor the region table has.
  let unknownRegions: [String]
  /// The finest cells, where two years are compared in them.
  let finest: FinestCells?
  private let divider: any StratumDivider

  /// Finds the strata; `nil` for an indicator without.
  init?(of indicator: Indicator, in survey: Survey) {
    var sum: String?
    var unknown: [String] = []
    var finest: FinestCells?
    if indicator.comparison == .rising {
      let cells = FinestCells(in: survey)
      finest = cells
      divider = cells
    } else if let weights = indicator.weights, let figures = weights.figures {
      let strata = FigureStrata(weights, by: figures, in: survey)
      unknown = strata.unknownRegions
      divider = strata
    } else if let weights = indicator.weights {
      sum = ValueStrata.sumUnlessOne(weights.values.values)
      divider = ValueStrata(weights, in: survey)
    } else if let column = indicator.clusters, let clusters = Clusters(by: column, in: survey) {
      divider = clusters
    } else {
      return nil
    }
    self.sumText = sum
    self.unknownRegions = unknown
    self.finest = finest
  }

  /// The number of a cell's stratum; 0 for a cell in none.
  func number(ofCell cell: Int) -> Int32 { divider.numberOfCell[cell] }

  /// The strata of a finding at a category below the indicator's own, or at that (`nil`), in a region and year.
  func division(category: DimensionKey?, region: Int32, year: Int) -> StratumDivision {
    divider.division(category: category, region: region, year: year)
  }
}
