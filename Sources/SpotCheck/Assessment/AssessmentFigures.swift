import SpotCheckIngest
import SpotCheckStatistics

/// A plan's figures by region, category and year, as a survey's regions have them.
struct AssessmentFigures {
  /// Where a figure stands.
  struct Place: Hashable {
    /// The region; 0 for the whole.
    var region: Int32
    /// The category; `nil` for all that the indicator covers.
    var category: DimensionKey?
  }

  /// The regions that neither the data nor the region table has, as the file names them.
  let unknownRegions: [String]
  private let byYear: [Int: [Place: DecimalFraction]]
  private let ofEveryYear: [Place: DecimalFraction]

  /// Finds the regions that the figures name.
  init(_ figures: PlanFigures, in regions: RegionHierarchy) {
    var byYear: [Int: [Place: DecimalFraction]] = [:]
    var ofEveryYear: [Place: DecimalFraction] = [:]
    var unknown: [DimensionKey] = []
    for row in figures.rows {
      guard let region = row.region.map({ regions.region(named: $0) }) ?? 0 else {
        let key = DimensionKey(levels: [row.region ?? ""])
        if !unknown.contains(key) { unknown.append(key) }
        continue
      }
      let place = Place(region: region, category: row.category)
      if let year = row.year {
        byYear[year, default: [:]][place] = row.value
      } else {
        ofEveryYear[place] = row.value
      }
    }
    self.unknownRegions = unknown.map(\.text)
    self.byYear = byYear
    self.ofEveryYear = ofEveryYear
  }

  /// The figure of a place, that of the year before that of every year; `nil` where there is none.
  func value(at place: Place, year: Int) -> DecimalFraction? {
    byYear[year]?[place] ?? ofEveryYear[place]
  }

  /// All figures of a year: its own, else those of the latest year before it, with those of every year.
  func values(asOf year: Int) -> [Place: DecimalFraction] {
    let latest = byYear.keys.filter { $0 <= year }.max()
    return ofEveryYear.merging(latest.flatMap { byYear[$0] } ?? [:]) { $1 }
  }
}
