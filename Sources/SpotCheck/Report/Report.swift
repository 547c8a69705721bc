public import SpotCheckIngest

/// Everything a report shows, as values: the accounting, the cells, and the findings.
public struct Report: Sendable {
  /// The inputs and where their records went.
  public var input: Ingested
  /// What the report was made of.
  public var provenance: Provenance
  /// The names of the cells' dimensions, in order: `region`, `category`, `period`, or others.
  public var dimensions: [String]
  /// One cell per combination that occurs, ascending by keys.
  public var cells: [RateCell]
  /// The cells summed over region levels, category levels and months, ascending by keys.
  public var rollups: [RateCell]
  /// The verdicts, by plan order, period, region and category, the whole first.
  public var findings: [Finding]
  /// What surrounds the findings; empty without a plan.
  public var outlook: Outlook
  /// What changed since an earlier report; `nil` where none is compared with.
  public var changes: Changes?
  /// The establishments; `nil` where they are not asked for.
  public var establishments: Establishments?
  /// What the reader should know but which stops nothing.
  public var warnings: [Warning]

  /// Creates a report of its parts.
  public init(
    input: Ingested, provenance: Provenance, dimensions: [String], cells: [RateCell], rollups: [RateCell],
    findings: [Finding], outlook: Outlook = Outlook(), warnings: [Warning]
  ) {
    self.input = input
    self.provenance = provenance
    self.dimensions = dimensions
    self.cells = cells
    self.rollups = rollups
    self.findings = findings
    self.outlook = outlook
    self.warnings = warnings
  }
}

/// What a report was made of, so that it can be made again.
public struct Provenance: Sendable, Equatable {
  /// The version of SpotCheck.
  public var version: String
  /// The date the report speaks from; `nil` without dates.
  public var asOf: CalendarDate?
  /// The options that bear on the figures, ascending by name.
  public var options: [Option]
  /// SHA-256 of the layout file, in hexadecimal.
  public var layoutSHA256: String?
  /// SHA-256 of the plan file, in hexadecimal.
  public var planSHA256: String?

  /// Creates a provenance.
  public init(
    version: String, asOf: CalendarDate?, options: [Option], layoutSHA256: String?, planSHA256: String?
  ) {
    self.version = version
    self.asOf = asOf
    self.options = options
    self.layoutSHA256 = layoutSHA256
    self.planSHA256 = planSHA256
  }

  /// An option and its value.
  public struct Option: Sendable, Equatable {
    /// The option's name, as on the command line.
    public var name: String
    /// Its value as text.
    public var value: String

    /// Creates an option.
    public init(name: String, value: String) {
      self.name = name
      self.value = value
    }
  }
}

/// Something the reader should know but which stops nothing, as facts.
public enum Warning: Sendable, Equatable, Hashable {
  /// A region of the plan that neither the data nor the table has.
  case planRegionAbsent(indicator: String, region: String)
  /// A category of the plan that the data does not have.
  case planCategoryAbsent(indicator: String, category: String)
  /// A value of another column of the plan that the data does not have.
  case planValueAbsent(indicator: String, column: String, value: String)
  /// A division code the table lacks, counted under its nearest ancestor.
  case regionCodeUnknown(code: String, ancestor: String, trials: Int)
  /// Every accepted record has the same result.
  case singleResult(isConforming: Bool, records: Int)
  /// A year of the data for which no indicator has a target.
  case periodOutsidePlan(period: String)
  /// The plan is not applied, since no date column was found.
  case noDates
  /// Weights that do not sum to 1, by indicator; they are normalised.
  case weightsNotNormalised(indicator: String, sum: String)
  /// A stratum of an indicator's weights that has no data in a region and period.
  case strataMissing(indicator: String, covered: Double, region: String, period: String)
}
