public import SpotCheckIngest

/// Why an analysis stopped, as facts: what, where, and the offending text.
///
/// ``message(in:)`` turns the facts into words.
public struct SpotCheckError: Error, Sendable, Equatable {
  /// What happened.
  public var kind: Kind
  /// The file it happened in, where there is one.
  public var file: String?
  /// The line, from 1.
  public var line: Int?
  /// The column within the line, from 1, in Unicode scalars.
  public var column: Int?
  /// The offending text, clipped at 200 characters.
  public var text: String?

  /// Creates an error of its facts.
  public init(
    _ kind: Kind, file: String? = nil, line: Int? = nil, column: Int? = nil, text: String? = nil
  ) {
    self.kind = kind
    self.file = file
    self.line = line
    self.column = column
    self.text = text.map { String($0.prefix(200)) }
  }

  /// Wraps an error of the floor below.
  public init(_ error: IngestError) {
    self.init(.ingest(error), file: error.file)
  }

  /// What happened.
  public enum Kind: Sendable, Equatable {
    // MARK: Usage

    /// A flag has a value it cannot have; `text` is the value.
    case badFlag(name: String, allowed: [String])
    /// Two flags cannot be given together.
    case flagsConflict(String, String)

    // MARK: Inputs and outputs

    /// Reading the dumps failed.
    case ingest(IngestError)
    /// No input has a record.
    case noRecords
    /// There is no such layout, plan, region table or report.
    case noSuchFile
    /// A layout, plan, region table or report cannot be read; the system's error number.
    case cannotRead(errno: Int32)
    /// An output cannot be created; the system's error number.
    case cannotCreate(errno: Int32)
    /// An output cannot be written; the system's error number.
    case cannotWrite(errno: Int32)
    /// An output would replace a file that the run reads.
    case outputIsRead(flag: String)
    /// Two outputs have one place.
    case outputsCoincide(String, String)
    /// There are records, and not one was accepted; what most of them met.
    case noneAccepted(NoneAccepted)
    /// The caller cancelled.
    case interrupted

    // MARK: YAML

    /// The text is no YAML; the parser's own words.
    case badYAML(problem: String)
    /// The file is not UTF-8.
    case notUTF8
    /// The file has more bytes than a layout or plan may have.
    case tooLarge(limit: Int)
    /// Collections stand within each other deeper than they may.
    case tooDeep(limit: Int)
    /// An anchor, which is refused together with aliases.
    case anchorRefused
    /// A tag such as `!!int`.
    case tagRefused
    /// A key stands twice in one mapping; `text` is the key.
    case duplicateKey
    /// A key that is not known here; `text` is the key.
    case unknownKey(nearest: String?, known: [String])
    /// A key that must be there is not.
    case missingKey(String)
    /// Two keys cannot stand beside each other; `text` is the second.
    case keysConflict(String, String)
    /// Something else was expected; `text` is what stands there.
    case expected(Expectation)
    /// What the text asks for comes with a later version.
    case comesLater

    // MARK: Layout

    /// Two date patterns read one value differently.
    case conflictingPatterns(String, String, example: String)
    /// A label stands in two lists; `text` is the label.
    case labelInTwoLists(String, String)
    /// A value stands in two programme groups; `text` is the value.
    case programmeInTwoGroups(String, String)
    /// Samples can only be folded by their identifier, and no column gives it.
    case sampleWithoutIdentifier
    /// Duplicates can only be found by the sample's identifier, and no column gives it.
    case duplicatesWithoutIdentifier
    /// A dimension that no column of the layout gives; `text` is its name.
    case dimensionWithoutColumn(askedBy: String)
    /// The plan has more distinct conditions on further columns than can be told apart.
    case tooManyConditions(limit: Int)
    /// A region table has a row that cannot be read; `text` is the row or the field.
    case badRegionTable(RegionTableProblem)

    // MARK: Plan

    /// A target or share lies outside `0...1`; `text` is it, `suggestion` what may be meant.
    case shareOutOfRange(suggestion: String?)
    /// Two indicators have one identifier; `text` is it.
    case duplicateIndicator
    /// The records an indicator covers are of several programmes, which it neither names nor pools.
    case programmesPooled(indicator: String, programmes: [String])
    /// The plan has no indicator.
    case noIndicators
    /// A table of figures that a plan names cannot be read; `text` is the row or the field.
    case badFigures(FiguresProblem)
    /// A plan that is kept as a table cannot be read; `text` is the field or the indicator's name.
    case badPlanTable(PlanTableProblem)
    /// An earlier report cannot be read; `text` is its schema, or where in it the error lies.
    case badReport(ReportProblem)
    /// A sampling frame cannot be read; `text` is the row or the field.
    case badFrame(FrameProblem)
    /// Units cannot be shared as asked for.
    case cannotAllocate(AllocationProblem)
    /// Establishments and inspectors cannot be drawn.
    case badDraw(DrawProblem)
    /// More units were judged than the population is said to have.
    case populationExceeded(indicator: String, region: String, period: String, units: Int, population: Int)
  }

  /// What is wrong with an earlier report.
  public enum ReportProblem: Sendable, Equatable {
    /// The file is no JSON.
    case notJSON
    /// The JSON is no report, or one of another version.
    case otherSchema
    /// A value is not what it must be.
    case badValue
    /// Nothing is judged in it, as in a report made without a plan.
    case noFindings
    /// There are no rates of the level and period asked for; `text` names them.
    case noRates
  }

  /// What is wrong with a plan that is kept as a table.
  public enum PlanTableProblem: Sendable, Equatable {
    /// No row has the header of the indicators' names.
    case noNames
    /// No column is a year's.
    case noYears
    /// A header names a year, and it is not clear what of that year the column has.
    case unclearYear
    /// Two columns are the same thing.
    case columnTwice
    /// No row below the header has an indicator.
    case noRows
    /// A row has targets and no name.
    case blankName
    /// Two rows have one name.
    case nameTwice
    /// A unit other than per cent.
    case badUnit
    /// A field of this column is no target.
    case badTarget(column: String)
    /// A target below 1 where per cent are meant; what may be meant.
    case proportion(column: String, suggestion: String)
    /// One row has targets to reach and targets not to exceed, or a rise beside targets.
    case mixedComparisons
    /// It cannot be told which category an indicator covers; the header and the row to write.
    case unsettledCategory(header: String, row: String)
  }

  /// What most records met where none was accepted.
  public enum NoneAccepted: Sendable, Equatable {
    /// Rejected, most often for this reason; how many of how many.
    case rejected(RejectReason, Int, of: Int)
    /// Ignored; how many of how many.
    case ignored(Int, of: Int)
  }

  /// What the reader of a layout or plan expected.
  public enum Expectation: Sendable, Equatable {
    /// A text.
    case text
    /// A text that is not blank.
    case nonBlankText
    /// A list.
    case list
    /// A list that is not empty.
    case nonEmptyList
    /// A list of no more items than this.
    case listOfAtMost(Int)
    /// A mapping of keys to values.
    case mapping
    /// A mapping that is not empty.
    case nonEmptyMapping
    /// One of these words.
    case oneOf([String])
    /// A whole number in this range.
    case integer(ClosedRange<Int>)
    /// A number of `0..<1`, or `0` excluded.
    case levelOfSignificance
    /// `true` or `false`.
    case truth
    /// A year of four digits.
    case year
    /// A decimal of at most 15 digits without sign or exponent.
    case decimal
    /// A decimal as above, and more than 0.
    case positiveDecimal
    /// Targets by year; what the targets of a year would look like.
    case targetsByYear(example: String)
    /// A date pattern such as `yyyy-MM-dd`.
    case datePattern
    /// A condition such as `>= 70`.
    case condition
    /// A column: a header, `#7`, or `header#2`.
    case column
    /// Two marks: `["(", ")"]`.
    case marks
    /// One character of punctuation, `tab`, or `auto`.
    case delimiter
    /// One character of punctuation, `none`, or `auto`.
    case quote
  }

  /// What is wrong with a table of figures.
  public enum FiguresProblem: Sendable, Equatable {
    /// The header lacks a column.
    case missingColumn(String)
    /// A region, category and year stand twice.
    case duplicateRow
    /// A year is not four digits.
    case badYear
    /// A figure is no whole number of units, or no decimal above 0.
    case badValue(isCount: Bool)
    /// A weight by category names none.
    case needsCategory
    /// A weight by region names a category.
    case needsNoCategory
  }

  /// What is wrong with a sampling frame.
  public enum FrameProblem: Sendable, Equatable {
    /// The header lacks a column.
    case missingColumn(String)
    /// There is no row below the header.
    case noRows
    /// A region and category stand twice.
    case duplicateRow
    /// A field of this column is no whole number of units.
    case badCount(String)
    /// A cost is no decimal above 0.
    case badCost
    /// A field of this column is no proportion.
    case badRate(String)
    /// A minimum exceeds what can be inspected.
    case boundsCross(most: Int)
    /// A row names no rate, and none was measured.
    case noRate
  }

  /// Why units cannot be shared among strata.
  public enum AllocationProblem: Sendable, Equatable {
    /// A stratum has a minimum above its maximum.
    case boundsCross(region: String, category: String)
    /// The minima alone take more than there is; how much.
    case belowMinimum(Double, isMoney: Bool)
    /// The maxima take less than there is; how much.
    case aboveMaximum(Double, isMoney: Bool)
    /// All that can be inspected leaves a greater margin.
    case marginOutOfReach(Double)
    /// All that can be inspected leaves a greater variance.
    case varianceOutOfReach(Double)
  }

  /// What is wrong with a region table.
  public enum RegionTableProblem: Sendable, Equatable {
    /// The header lacks a column.
    case missingColumn(String)
    /// A row has no code or no name.
    case blankField(String)
    /// A code stands twice for one period of validity.
    case duplicateCode
    /// A row's parent is not in the table.
    case unknownParent
    /// A region is its own ancestor.
    case cycle
    /// A date is not written `yyyy-MM-dd`.
    case badDate
    /// A level other than province, prefecture and county.
    case unknownLevel
  }
}

extension SpotCheckError.Kind {
  /// The error of an account without an accepted record.
  public static func noneAccepted(of total: Accounting) -> Self {
    let reason = total.rejectedBy.max { ($0.value, $1.key) < ($1.value, $0.key) }
    guard let reason, reason.value >= total.ignored else {
      return .noneAccepted(.ignored(total.ignored, of: total.records))
    }
    return .noneAccepted(.rejected(reason.key, reason.value, of: total.records))
  }
}
