import SpotCheckIngest
import SpotCheckStatistics

/// The strata of a weighted indicator, and which of them a finding rests upon.
struct AssessmentStrata {
  /// The strata, ascending by bytes; a stratum's number is its position and one.
  let keys: [DimensionKey]
  /// The weight of each.
  let weights: [Double]
  /// The sum of the weights as text where it is not 1.
  let sumText: String?
  private let dimension: String
  private let numberOfCell: [Int32]
  private let regionOfStratum: [Int32?]

  /// Finds the stratum of every cell: the innermost of the weights' keys that it lies in.
  init?(of indicator: Indicator, in survey: Survey) {
    guard let weights = indicator.weights else { return nil }
    let cube = survey.ingested.cube
    let keys = weights.values.keys.sorted()
    self.keys = keys
    self.dimension = weights.dimension
    self.weights = keys.map { weights.values[$0]?.value ?? 0 }
    self.sumText = Self.sumUnlessOne(weights.values.values)
    self.regionOfStratum = keys.map {
      weights.dimension == "region" ? survey.regions.region(named: $0.text) : nil
    }
    if let index = cube.index(of: weights.dimension) {
      var numberOfKey = [Int32](repeating: 0, count: cube.dimensions[index].keys.count)
      let outermostFirst = keys.indices.sorted {
        survey.depth(of: keys[$0], in: weights.dimension) < survey.depth(of: keys[$1], in: weights.dimension)
      }
      for stratum in outermostFirst {
        for (key, isWithin) in survey.keys(of: index, within: keys[stratum]).enumerated() where isWithin {
          numberOfKey[key] = Int32(stratum + 1)
        }
      }
      numberOfCell = cube.cells.map { numberOfKey[Int($0.ids[index])] }
    } else {
      numberOfCell = cube.cells.map { _ in 0 }
    }
  }

  /// The number of a cell's stratum; 0 for a cell in none.
  func number(ofCell cell: Int) -> Int32 { numberOfCell[cell] }

  /// The positions of the strata that make up a category below the indicator's own, or a region.
  ///
  /// - Parameters:
  ///   - category: The category; `nil` for the indicator's own.
  ///   - region: The region.
  ///   - regions: The hierarchy it stands in.
  /// - Returns: No position where the finding is not weighted.
  func members(category: DimensionKey?, region: Int32, in regions: RegionHierarchy) -> [Int] {
    let members = keys.indices.filter { stratum in
      switch dimension {
      case "category": category.map { keys[stratum].isWithin($0) } ?? true
      case "region":
        region == 0 || regionOfStratum[stratum].map { regions.ancestry(of: $0).contains(region) } ?? false
      default: true
      }
    }
    return members.count > 1 ? members : []
  }

  private static func sumUnlessOne(_ weights: some Collection<DecimalFraction>) -> String? {
    let places = weights.reduce(0) { max($0, $1.places) }
    let sum = weights.reduce(Int128(0)) { sum, weight in
      sum + Int128(weight.digits) * Int128(DecimalFraction(digits: 1, places: places - weight.places).scale)
    }
    guard sum != Int128(DecimalFraction(digits: 1, places: places).scale) else { return nil }
    return Int(exactly: sum).map { DecimalFraction(digits: $0, places: places).description }
      ?? String(weights.reduce(0) { $0 + $1.value })
  }
}

extension Survey {
  /// How deep a key named by a plan lies, for telling which of two holds the other.
  fileprivate func depth(of key: DimensionKey, in dimension: String) -> Int {
    guard dimension == "region", let region = regions.region(named: key.text) else { return key.depth }
    return regions.ancestry(of: region).count
  }
}
