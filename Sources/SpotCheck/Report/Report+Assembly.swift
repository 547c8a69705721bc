import SpotCheckIngest
import SpotCheckStatistics

/// What a report shows of a survey; no verdict depends on it.
public struct ReportOptions: Sendable, Equatable {
  /// The dimensions of a cell; `programme` is added when it has more than one value.
  public var dimensions = ["region", "category", "period"]
  /// The length of a cell's period.
  public var period = PeriodUnit.month
  /// How the rates of cells are estimated.
  public var estimate = EstimateOptions()

  /// Creates the defaults: region, category and month, Wilson at 0.95.
  public init() {}
}

extension Report {
  /// Puts a report together.
  ///
  /// - Parameters:
  ///   - survey: The counts.
  ///   - assessment: The verdicts on them; `nil` without a plan.
  ///   - options: What is shown.
  /// - Complexity: O(c log c) for c cells, times region levels × category levels.
  public init(_ survey: Survey, assessment: Assessment? = nil, options: ReportOptions = ReportOptions()) {
    let summing = Background {
      Rollup(of: survey, by: options.dimensions, unit: options.period, estimate: options.estimate)
    }
    let outlook = assessment.map { Outlook(of: survey, $0, estimate: options.estimate) } ?? Outlook()
    let rollup = summing.value
    self.init(
      input: survey.ingested,
      provenance: Provenance(
        version: SpotCheckVersion.current, asOf: assessment?.asOf ?? survey.latestMonthEnd,
        options: Self.options(survey, assessment, options, shown: rollup.dimensions),
        layoutSHA256: survey.layout.sha256, planSHA256: assessment?.plan.sha256),
      dimensions: rollup.dimensions, cells: rollup.cells, rollups: rollup.rollups,
      findings: assessment?.findings ?? [],
      outlook: outlook,
      warnings: (survey.warnings + (assessment?.warnings ?? [])).withoutRepeats())
  }

  /// The options that bear on the figures; none tells how the work was done.
  private static func options(
    _ survey: Survey, _ assessment: Assessment?, _ options: ReportOptions, shown dimensions: [String]
  ) -> [Provenance.Option] {
    var values = [
      "by": dimensions.joined(separator: ","),
      "confidence": String(options.estimate.confidence),
      "interval": options.estimate.interval.rawValue,
      "period": options.period.rawValue,
    ]
    if let schema = survey.schema {
      values["duplicates"] = schema.duplicates.rawValue
      values["unit"] = schema.unit.rawValue
    }
    if let rule = assessment?.plan.assessment {
      values["alpha"] = String(rule.alpha)
      values["depth"] = String(rule.depth)
      values["mature_after"] = String(rule.matureAfter)
      values["levels"] = (rule.levels ?? survey.regions.levels).joined(separator: ",")
      values["multiplicity"] = rule.multiplicity.rawValue
      values["periods"] = rule.periods.map(\.rawValue).joined(separator: ",")
    }
    return values.sorted { $0.key < $1.key }.map { Provenance.Option(name: $0.key, value: $0.value) }
  }
}

extension [Warning] {
  /// The warnings in order, each once.
  fileprivate func withoutRepeats() -> [Warning] {
    var seen: Set<Warning> = []
    return filter { seen.insert($0).inserted }
  }
}
