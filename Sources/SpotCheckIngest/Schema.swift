/// What is read from each record: columns, labels, filters, and how units are formed.
///
/// A layout is lowered to a schema by the floor above; nothing here knows a pass rate or a plan.
public struct Schema: Sendable, Equatable {
  /// How the bytes of every file are read; `nil` parts are settled by looking at the file.
  public var format = FormatHints()
  /// The dimensions a cell is keyed by, in the order of ``DimensionCube/dimensions``.
  public var dimensions: [DimensionSource] = []
  /// The date of an inspection; without it the cube has no months.
  public var date: DateSource?
  /// The result of an inspection.
  public var result: ResultSource
  /// The identifier of the sample a record belongs to.
  public var sampleID: FieldSource?
  /// The test item of a record, in dumps that have one record per sample and item.
  public var item: FieldSource?
  /// Columns of numbers that are summed up by cell, such as a score or an area; see ``QuantityTally``.
  ///
  /// A blank field has no number; one that is no decimal makes its record a reject. Where items are folded, a
  /// sample has the numbers of its oldest record.
  public var quantities: [FieldSource] = []
  /// When a version of a record was last revised; a date, with a time where the patterns have one.
  public var revised: DateSource?
  /// Records not matching all of these are ignored.
  public var filters: [ValueFilter] = []
  /// Records matching any of these are samples taken after rectification, and are ignored.
  public var followUps: [ValueFilter] = []
  /// Conditions whose fulfilment becomes the cube's selection mask; at most 64.
  ///
  /// Each selection is met when all its filters are.
  public var selections: [[ValueFilter]] = []
  /// Whether the days of units are kept, and follow-ups read for theirs: ``Ingested/days`` and
  /// ``Ingested/followUps``.
  public var keepsDays = false
  /// What a trial is.
  public var unit: Unit = .record
  /// Which record of a unit stands when several share its key.
  public var duplicates: DuplicatePolicy = .keep

  /// Creates a schema that reads `result` and nothing else.
  public init(result: ResultSource) {
    self.result = result
  }

  /// What a trial is.
  public enum Unit: String, Sendable, CaseIterable {
    /// Every accepted record is a trial.
    case record
    /// All records of one sample are one trial, nonconforming when any of its items is.
    case sample
  }

  /// Which record of a unit stands when several share its key.
  public enum DuplicatePolicy: String, Sendable, CaseIterable {
    /// The newest version stands.
    case last
    /// The oldest version stands.
    case first
    /// The earliest nonconforming version stands, else the earliest.
    case worst
    /// Duplicates are not looked for.
    case keep
    /// As `last`; the caller treats any duplicate as a failed gate.
    case error
  }
}

/// How bytes are read; a `nil` part is settled from the first megabyte of each file.
public struct FormatHints: Sendable, Equatable {
  /// The text encoding.
  public var encoding: TextEncoding?
  /// The byte between two fields.
  public var delimiter: UInt8?
  /// The byte around a quoted field; `.some(nil)` reads quotes as ordinary characters.
  public var quote: UInt8??
  /// How a quote is written in a quoted field.
  public var escape: Dialect.Escape?
  /// Whether spaces in front of a field belong to the delimiter.
  public var isPadded: Bool?
  /// Whether records end at a lone carriage return.
  public var endsAtCarriageReturn: Bool?
  /// Rows of the header, which are joined by a space; `0` for none.
  public var headerRows: Int?
  /// Rows before the header.
  public var skipRows: Int?
  /// What becomes of a record with fewer fields than the header.
  public var ragged: Ragged = .reject

  /// Creates hints that leave everything to be settled.
  public init() {}

  /// What becomes of a record whose field count differs from the header's.
  public enum Ragged: String, Sendable, CaseIterable {
    /// It is rejected as `field-count`.
    case reject
    /// Missing trailing fields read as blank; a record with too many is still rejected.
    case pad
  }
}

/// Where a column stands in a file.
public enum ColumnReference: Hashable, Sendable {
  /// The column with this header, which must occur once.
  case header(String)
  /// The `occurrence`-th column with this header, from 1.
  case occurrence(String, Int)
  /// The column at this position, from 1.
  case position(Int)
}

/// One column of a file, and what is done to its text before it is a value.
public struct FieldSource: Sendable, Hashable {
  /// The name by which people know the field: `region`, `result`, `stage`.
  public var name: String
  /// Where the column stands: the first that the file has.
  public var columns: [ColumnReference]
  /// Whether ``columns`` are built-in synonyms: matched without regard to ASCII case, and ambiguous when
  /// the file has two of them.
  public var isBuiltIn = false
  /// Whether a file without the column cannot be read.
  public var isRequired = true
  /// Splits a value into levels.
  public var separator: String?
  /// Keeps what stands between the first of these marks and the next of the second.
  public var between: Marks?
  /// Keeps the first characters (Unicode scalars).
  public var first: Int?
  /// Stands for a blank value.
  public var missing: String?
  /// Whether values are identifiers: unwrapped from what spreadsheets do to them.
  public var isIdentifier = false

  /// Creates a source that takes a column's text as it is.
  public init(name: String, columns: [ColumnReference]) {
    self.name = name
    self.columns = columns
  }

  /// An opening and a closing mark.
  public struct Marks: Sendable, Hashable {
    /// The mark before the kept text.
    public var opening: String
    /// The mark after the kept text.
    public var closing: String

    /// Creates a pair of marks.
    public init(opening: String, closing: String) {
      self.opening = opening
      self.closing = closing
    }
  }
}

/// A dimension of the cube: one column, or one column per level.
public struct DimensionSource: Sendable, Hashable {
  /// The dimension's name: `region`, `category`, `programme`, or any the layout gives.
  public var name: String
  /// The columns, outermost level first.
  public var levels: [FieldSource]
  /// Whether a blank value is a value of its own (the empty key) and not a reject.
  ///
  /// True for dimensions beyond region and category.
  public var allowsBlank = false
  /// Texts of which a key's deepest level must be one, or the record is rejected as `unknown-region`; `nil`
  /// accepts any.
  public var known: Set<DimensionKey>?
  /// Keys that are counted under another: values of a programme and the programme's name.
  public var groups: [DimensionKey: DimensionKey] = [:]

  /// Creates a dimension from its columns, outermost level first.
  public init(name: String, levels: [FieldSource]) {
    self.name = name
    self.levels = levels
  }
}

/// A column of dates and the patterns they are written in, tried in order.
public struct DateSource: Sendable, Hashable {
  /// The column.
  public var field: FieldSource
  /// The patterns, each matching a whole value.
  public var patterns: [DatePattern]

  /// Creates a source of dates.
  public init(field: FieldSource, patterns: [DatePattern]) {
    self.field = field
    self.patterns = patterns
  }
}

/// A column of results, and which of its values conform.
public struct ResultSource: Sendable, Hashable {
  /// The columns; per record the first that has text is read.
  public var fields: [FieldSource]
  /// How a value is judged.
  public var rule: Rule

  /// Creates a source of results.
  public init(fields: [FieldSource], rule: Rule) {
    self.fields = fields
    self.rule = rule
  }

  /// How a value is judged.
  public enum Rule: Sendable, Hashable {
    /// By its label.
    case labels(LabelSet)
    /// By comparing it, as a decimal, with a bound.
    case passIf(ScoreCondition)
  }
}

/// A condition on one field: met when the value is, or lies below, one of those listed.
public struct ValueFilter: Sendable, Hashable {
  /// The columns of the field, outermost level first.
  public var levels: [FieldSource]
  /// The values that meet it; each with all keys within it.
  public var values: [DimensionKey]

  /// Creates a condition.
  public init(levels: [FieldSource], values: [DimensionKey]) {
    self.levels = levels
    self.values = values
  }
}
