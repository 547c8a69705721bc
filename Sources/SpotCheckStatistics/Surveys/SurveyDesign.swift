/// How a sample was drawn: weights, and at each stage strata, clusters and populations.
///
/// Every column has one value a row. Clusters are told apart within their stratum, later stages within the
/// cluster drawn before: numbers may repeat elsewhere. Cells become a design with a row each and the counts
/// as values.
public struct SurveyDesign: Sendable {
  /// One stage of sampling.
  public struct Stage: Hashable, Sendable {
    /// The stratum of each row; `nil` is one stratum.
    public var strata: [Int]?
    /// The cluster of each row; `nil` makes every row a cluster.
    public var clusters: [Int]?
    /// How many clusters the row's stratum has in the population; `nil` is drawing with replacement.
    ///
    /// Stages after one with replacement add no variance.
    public var population: [Double]?

    /// Describes a stage.
    public init(strata: [Int]? = nil, clusters: [Int]? = nil, population: [Double]? = nil) {
      self.strata = strata
      self.clusters = clusters
      self.population = population
    }
  }

  /// What a stratum with a single cluster, out of several, adds to the variance.
  public enum SingletonRule: Hashable, Sendable, CaseIterable {
    /// It is an error.
    case fail
    /// Nothing, as if it had been certain to be drawn.
    case certainty
    /// The square of its distance to the mean of all clusters of the stage.
    case adjust
    /// What the other strata add on average.
    case average
  }

  /// The weight of each row, at least 0: how many of the population it stands for.
  public internal(set) var weights: [Double]
  /// What lonely clusters add to the variance.
  public let singletons: SingletonRule
  /// Clusters of the first stage less its strata.
  public let degreesOfFreedom: Int
  let strata: [Stratum]
  /// The calibrations that the weights went through, in order.
  var calibrations: [Calibration] = []

  /// Describes a design.
  ///
  /// - Parameters:
  ///   - weights: One a row; `nil` takes the product of population/sample over the stages.
  ///   - stages: At least one stage; none is drawing rows with replacement, which needs weights.
  ///   - singletons: What a stratum with a single cluster adds to the variance.
  /// - Throws: ``SurveyError``.
  /// - Complexity: O(rows · stages).
  public init(
    weights: [Double]?, stages: [Stage] = [Stage()], singletons: SingletonRule = .fail
  ) throws(SurveyError) {
    let rows = weights?.count ?? stages.first?.population?.count ?? 0
    for stage in stages {
      let counts = [stage.strata?.count, stage.clusters?.count, stage.population?.count].compactMap(\.self)
      for count in counts where count != rows { throw .length(expected: rows, found: count) }
    }
    let stages = stages.isEmpty ? [Stage()] : stages
    let strata = try Self.strata(of: Array(0..<rows), stages[...], 0, singletons)
    if let weights {
      self.weights = weights
    } else {
      self.weights = try Self.impliedWeights(strata, rows: rows)
    }
    if let row = self.weights.firstIndex(where: { !($0 >= 0 && $0.isFinite) }) { throw .weight(row: row) }
    self.singletons = singletons
    self.strata = strata
    self.degreesOfFreedom = strata.reduce(0) { $0 + $1.clusters.count - 1 }
  }

  /// The number of rows.
  public var rows: Int { weights.count }

  /// One stratum of a stage, with the clusters drawn from it.
  struct Stratum: Sendable {
    let population: Double?
    var clusters: [Cluster]

    /// n/N, and 0 with replacement.
    var fraction: Double { population.map { Double(clusters.count) / $0 } ?? 0 }
    /// Whether all of its clusters were drawn.
    var isCertain: Bool { fraction > 1 - 1e-12 }
    var isLonely: Bool { clusters.count == 1 && !isCertain }
  }

  /// A cluster drawn, with the strata of the next stage within it.
  struct Cluster: Sendable {
    var rows: [Int]
    var strata: [Stratum] = []
  }

  /// Groups rows by stratum and cluster, in order of first appearance, stage after stage.
  private static func strata(
    of rows: [Int], _ stages: ArraySlice<Stage>, _ number: Int, _ rule: SingletonRule
  ) throws(SurveyError) -> [Stratum] {
    guard let stage = stages.first else { return [] }
    var strata: [Stratum] = []
    for members in grouped(rows, by: stage.strata) {
      let clusters = stage.clusters.map { grouped(members, by: $0) } ?? members.map { [$0] }
      let population = stage.population?[members[0]]
      if let population {
        let differs = members.first { stage.population?[$0] != population }
        guard population >= Double(clusters.count), differs == nil else {
          throw .population(row: differs ?? members[0])
        }
      }
      var stratum = Stratum(population: population, clusters: clusters.map { Cluster(rows: $0) })
      if rule == .fail, stratum.isLonely { throw .singleton(stage: number, row: members[0]) }
      if population != nil {
        for place in stratum.clusters.indices {
          stratum.clusters[place].strata = try Self.strata(
            of: stratum.clusters[place].rows, stages.dropFirst(), number + 1, rule)
        }
      }
      strata.append(stratum)
    }
    if rule == .average, !strata.isEmpty, strata.allSatisfy(\.isLonely) {
      throw .singleton(stage: number, row: rows[0])
    }
    return strata
  }

  private static func grouped(_ rows: [Int], by keys: [Int]?) -> [[Int]] {
    guard let keys else { return rows.isEmpty ? [] : [rows] }
    var places: [Int: Int] = [:]
    var groups: [[Int]] = []
    for row in rows {
      if let place = places[keys[row]] {
        groups[place].append(row)
      } else {
        places[keys[row]] = groups.count
        groups.append([row])
      }
    }
    return groups
  }

  /// Π N/n over the stages.
  private static func impliedWeights(_ strata: [Stratum], rows: Int) throws(SurveyError) -> [Double] {
    var weights = [Double](repeating: 1, count: rows)
    var level = strata
    while !level.isEmpty {
      for stratum in level {
        for row in stratum.clusters.flatMap(\.rows) {
          guard stratum.population != nil else { throw .population(row: row) }
          weights[row] /= stratum.fraction
        }
      }
      level = level.flatMap { $0.clusters.flatMap(\.strata) }
    }
    return weights
  }
}
