import FoundationEssentials
import SpotCheckIngest

extension EarlierReport {
  /// Reads a report that `--format json` wrote.
  ///
  /// - Throws: `noSuchFile`, `cannotRead`, `tooLarge`, or `badReport` where the file is none of `spotcheck.report/1`.
  /// - Complexity: O(bytes), in memory too.
  public init(contentsOf path: String) throws(SpotCheckError) {
    let bytes = try SettingsFile.bytes(of: path, limit: Self.byteLimit)
    do {
      try self.init(json: bytes)
    } catch {
      var located = error
      located.file = path
      throw located
    }
  }

  /// Reads a report from its JSON.
  ///
  /// - Throws: `badReport`.
  public init(json bytes: [UInt8]) throws(SpotCheckError) {
    self.init()
    let data = Data(bytes)
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    let schema: String?
    do {
      schema = try decoder.decode(Header.self, from: data).schema
    } catch {
      throw SpotCheckError(.badReport(.notJSON))
    }
    guard schema == Self.schema else { throw SpotCheckError(.badReport(.otherSchema), text: schema) }
    let shape: Shape
    do {
      shape = try decoder.decode(Shape.self, from: data)
    } catch {
      throw SpotCheckError(.badReport(.badValue), text: (error as? DecodingError)?.place)
    }
    guard let verdicts = shape.verdicts, let months = shape.months else {
      throw SpotCheckError(.badReport(.badValue), text: "trials, passes")
    }
    self.verdicts = verdicts
    self.months = months
    sha256 = SettingsFile.sha256(of: bytes)
    asOf = shape.provenance.asOf.flatMap { CalendarDate(iso8601: $0) }
    layoutSHA256 = shape.provenance.layoutSha256
    planSHA256 = shape.provenance.planSha256
    options = shape.provenance.options
  }

  /// The schema that is read.
  static let schema = "spotcheck.report/1"
  /// Bytes a report may have.
  private static let byteLimit = 1 << 30

  private struct Header: Decodable {
    var schema: String?
  }

  /// The parts of a report that are compared.
  private struct Shape: Decodable {
    var provenance: Origin
    var findings: [Judged]
    var outlook: Surroundings?

    struct Origin: Decodable {
      var asOf: String?
      var options: [String: String]
      var layoutSha256: String?
      var planSha256: String?
    }

    struct Judged: Decodable {
      var indicator, region, regionLevel, category, period: String
      var regionName, programme: String?
      var trials, passes: Int
      var passRate, target: Double?
      var attained: Bool?
      var evidence: Evidence
    }

    struct Surroundings: Decodable {
      var series: [Months]
    }

    struct Months: Decodable {
      var indicator, region, regionLevel, category: String
      var regionName: String?
      var points: [Point]
    }

    struct Point: Decodable {
      var month: String
      var trials, passes: Int
      var provisional: Bool
    }

    /// The findings; `nil` where one has counts that cannot be.
    var verdicts: [EarlierReport.Verdict]? {
      guard findings.allSatisfy({ $0.passes >= 0 && $0.trials >= $0.passes }) else { return nil }
      return findings.map { finding in
        EarlierReport.Verdict(
          subject: OutlookSubject(
            indicator: finding.indicator, region: finding.region, regionName: finding.regionName,
            regionLevel: finding.regionLevel, category: finding.category),
          programme: finding.programme, period: finding.period,
          standing: EarlierReport.Standing(
            evidence: finding.evidence, isAttained: finding.attained, trials: finding.trials,
            passes: finding.passes, passRate: finding.passRate, target: finding.target))
      }
    }

    /// The months of all series; `nil` where one cannot be.
    var months: [EarlierReport.MonthCounts]? {
      var months: [EarlierReport.MonthCounts] = []
      for series in outlook?.series ?? [] {
        let subject = OutlookSubject(
          indicator: series.indicator, region: series.region, regionName: series.regionName,
          regionLevel: series.regionLevel, category: series.category)
        for point in series.points {
          guard let month = CalendarDate(iso8601: point.month + "-01")?.month, point.passes >= 0,
            point.trials >= point.passes
          else { return nil }
          months.append(
            EarlierReport.MonthCounts(
              subject: subject, month: month, trials: point.trials, passes: point.passes,
              isProvisional: point.provisional))
        }
      }
      return months
    }
  }
}

extension DecodingError {
  /// Where in the text the error lies, as `findings.3.evidence`.
  var place: String? {
    let path: [any CodingKey] =
      switch self {
      case .typeMismatch(_, let context), .valueNotFound(_, let context), .dataCorrupted(let context):
        context.codingPath
      case .keyNotFound(let key, let context): context.codingPath + [key]
      @unknown default: []
      }
    return path.map { $0.intValue.map { String($0) } ?? $0.stringValue }.joined(separator: ".")
  }
}
