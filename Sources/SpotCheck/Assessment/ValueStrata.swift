import SpotCheckIngest
import SpotCheckStatistics

/// Strata by the values of one column, with weights written into the plan.
struct ValueStrata: StratumDivider {
  let numberOfCell: [Int32]
  /// The strata, ascending by bytes; a stratum's number is its position and one.
  private let keys: [DimensionKey]
  private let weights: [Double]
  private let dimension: String
  private let regions: RegionHierarchy
  private let regionOfStratum: [Int32?]

  /// Finds the stratum of every cell: the innermost of the weights' keys that it lies in.
  init(_ weights: Indicator.Weights, in survey: Survey) {
    let cube = survey.ingested.cube
    let keys = weights.values.keys.sorted()
    self.keys = keys
    self.dimension = weights.dimension
    self.weights = keys.map { weights.values[$0]?.value ?? 0 }
    self.regions = survey.regions
    self.regionOfStratum = keys.map {
      weights.dimension == "region" ? survey.regions.region(named: $0.text) : nil
    }
    guard let index = cube.index(of: weights.dimension) else {
      numberOfCell = cube.cells.map { _ in 0 }
      return
    }
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
  }

  /// The strata within the category or region; a finding that has no more than one is not weighted.
  func division(category: DimensionKey?, region: Int32, year: Int) -> StratumDivision {
    let members = keys.indices.filter { stratum in
      switch dimension {
      case "category": category.map { keys[stratum].isWithin($0) } ?? true
      case "region":
        region == 0 || regionOfStratum[stratum].map { regions.ancestry(of: $0).contains(region) } ?? false
      default: true
      }
    }
    guard members.count > 1 else { return .one }
    let places = Dictionary(
      members.enumerated().map { (Int32($1 + 1), $0) }, uniquingKeysWith: { first, _ in first })
    let at = members.map { stratum -> AssessmentFigures.Place? in
      switch dimension {
      case "category": .init(region: region, category: keys[stratum])
      case "region": regionOfStratum[stratum].map { .init(region: $0, category: category) }
      default: nil
      }
    }
    return .weighted(members.map { weights[$0] }, place: { places[$0] }, at: at)
  }

  /// The sum of the weights as text where it is not 1.
  static func sumUnlessOne(_ weights: some Collection<DecimalFraction>) -> String? {
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
