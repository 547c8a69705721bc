import FoundationEssentials
import SpotCheckStatistics

extension DrawRecord {
  /// Reads a record that `spotcheck sample draw --record` wrote.
  ///
  /// - Throws: `noSuchFile`, `cannotRead`, `tooLarge`, or `badDraw` where the file is no record of this scheme.
  public init(contentsOf path: String) throws(SpotCheckError) {
    let data = Data(try SettingsFile.bytes(of: path, limit: 1 << 28))
    let decoder = JSONDecoder()
    guard let header = try? decoder.decode(Header.self, from: data) else {
      throw SpotCheckError(.badDraw(.badRecord), file: path, text: "schema")
    }
    guard header.schema == DrawSeed.scheme else {
      throw SpotCheckError(.badDraw(.otherScheme), file: path, text: header.schema)
    }
    let shape: Shape
    do {
      shape = try decoder.decode(Shape.self, from: data)
    } catch {
      throw SpotCheckError(.badDraw(.badRecord), file: path, text: (error as? DecodingError)?.place)
    }
    guard let options = shape.drawOptions, shape.loads.least <= shape.loads.greatest else {
      throw SpotCheckError(.badDraw(.badRecord), file: path, text: "options, loads")
    }
    version = shape.version
    self.options = options
    lists = shape.inputs.map { input in
      List(
        role: input.role, path: input.path, sha256: input.sha256, records: input.records,
        ignoredColumns: input.ignored_columns)
    }
    strata = shape.strata.map {
      Draw.Stratum(values: $0.values, establishments: $0.establishments, drawn: $0.drawn)
    }
    unallocated = shape.unallocated
    followUps = shape.follow_up
    loads = shape.loads.least...shape.loads.greatest
    resultSHA256 = shape.result_sha256
  }

  private struct Header: Decodable {
    var schema: String
  }

  /// A record as JSON has it.
  private struct Shape: Decodable {
    var version: String
    var seed: String
    var options: Options
    var inputs: [Input]
    var strata: [Stratum]
    var unallocated: Int
    var follow_up: Int
    var loads: Loads
    var result_sha256: String

    struct Options: Decodable {
      var by: [String]
      var demands: [Demand]
      var inspectors_each: Int
      var max_load: Int?
      var match_office: Bool
    }

    struct Demand: Decodable {
      var stratum: String?
      var ratio: String?
      var count: Int?
    }

    struct Input: Decodable {
      var role: Role
      var path: String
      var sha256: String
      var records: Int
      var ignored_columns: [String]
    }

    struct Stratum: Decodable {
      var values: [String]
      var establishments: Int
      var drawn: Int
    }

    struct Loads: Decodable {
      var least: Int
      var greatest: Int
    }

    /// The options; `nil` where they cannot be.
    var drawOptions: DrawOptions? {
      var made = DrawOptions(seed: seed)
      made.strata = options.by.compactMap { FrameEstablishment.Attribute(rawValue: $0) }
      guard made.strata.count == options.by.count else { return nil }
      for demand in options.demands {
        if let count = demand.count {
          made.demands.append(DrawDemand(.count(count), of: demand.stratum))
        } else if let ratio = demand.ratio.flatMap({ DecimalFraction($0) }) {
          made.demands.append(DrawDemand(.ratio(ratio), of: demand.stratum))
        } else {
          return nil
        }
      }
      made.inspectorsEach = options.inspectors_each
      made.maxLoad = options.max_load
      made.matchesOffice = options.match_office
      return made
    }
  }
}
