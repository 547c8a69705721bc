import FoundationEssentials
import SpotCheckIngest
import SpotCheckStatistics

extension MeasuredRates {
  /// Reads the findings of a report that `--format json` wrote.
  ///
  /// - Parameters:
  ///   - path: The report.
  ///   - level: The level of the regions; `nil` for the finest there is.
  ///   - period: The period; `nil` for the latest year, or the latest of what else there is.
  /// - Throws: `noSuchFile`, `cannotRead`, `tooLarge`; `badReport` where the file is no report, judges nothing, or
  ///   has no rates of such a level and period.
  public init(
    contentsOf path: String, level: String? = nil, period: String? = nil
  ) throws(SpotCheckError) {
    let bytes = try SettingsFile.bytes(of: path, limit: 1 << 30)
    do {
      try self.init(json: bytes, level: level, period: period)
    } catch {
      var located = error
      located.file = path
      throw located
    }
  }

  /// Reads the findings of a report's JSON.
  ///
  /// - Throws: `badReport`.
  public init(
    json bytes: [UInt8], level: String? = nil, period: String? = nil
  ) throws(SpotCheckError) {
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    let data = Data(bytes)
    let schema: String?
    do {
      schema = try decoder.decode(Header.self, from: data).schema
    } catch {
      throw SpotCheckError(.badReport(.notJSON))
    }
    guard schema == EarlierReport.schema else {
      throw SpotCheckError(.badReport(.otherSchema), text: schema)
    }
    let findings: [Judged]
    do {
      findings = try decoder.decode(Shape.self, from: data).findings.filter(\.isOfUnits)
    } catch {
      throw SpotCheckError(.badReport(.badValue), text: (error as? DecodingError)?.place)
    }
    guard findings.allSatisfy({ $0.passes >= 0 && $0.trials >= $0.passes }) else {
      throw SpotCheckError(.badReport(.badValue), text: "trials, passes")
    }
    guard !findings.isEmpty else { throw SpotCheckError(.badReport(.noFindings)) }
    let level = level ?? Self.finest(findings.map(\.regionLevel))
    let judged = findings.filter { $0.regionLevel == level }
    let period = period ?? Self.latest(judged.map(\.period))
    let rates = judged.filter { $0.period == period }.map(\.rate)
    guard let level, let period, !rates.isEmpty else {
      throw SpotCheckError(
        .badReport(.noRates), text: [level, period].compactMap(\.self).joined(separator: ", "))
    }
    self.init(period: period, level: level, rates: rates)
  }

  private static func finest(_ levels: [String]) -> String? {
    ["region", "county", "prefecture", "province", "all"].first { levels.contains($0) } ?? levels.first
  }

  /// The latest year, else the latest of what there is.
  private static func latest(_ periods: [String]) -> String? {
    let years = periods.filter { $0.utf8.count == 4 }
    return (years.isEmpty ? periods : years).max { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  private struct Header: Decodable {
    var schema: String?
  }

  private struct Shape: Decodable {
    var findings: [Judged]
  }

  private struct Judged: Decodable {
    var region, regionLevel, category, period, estimator, comparison: String
    var regionName: String?
    var trials, passes: Int
    var shrunkenRate, target: Double?

    /// Whether it is about units that conform or not, rather than a mean or a share of a quantity.
    var isOfUnits: Bool {
      estimator != Estimator.studentT.rawValue && estimator != Estimator.censusShare.rawValue
    }

    var rate: MeasuredRates.Rate {
      let isFloor =
        comparison == Indicator.Comparison.atLeast.rawValue || comparison == Indicator.Comparison.all.rawValue
      let shrunken = shrunkenRate.flatMap { (0...1).contains($0) ? $0 : nil }
      let written = target.flatMap { DecimalFraction($0.description) }
      return MeasuredRates.Rate(
        region: region, regionName: regionName,
        category: DimensionKey(levels: category.split(separator: "/").map(String.init)), trials: trials,
        passes: passes, shrunkenRate: shrunken,
        target: isFloor && written?.complement != nil ? written : nil)
    }
  }
}
