public import SpotCheckIngest

/// How a dump looks: its columns, labels and filters.
///
/// `Layout()` leaves everything to what the files show: built-in header synonyms and labels.
/// ``schema(by:plan:unit:duplicates:)`` lowers a layout to what reading needs.
public struct Layout: Sendable, Equatable {
  /// How bytes are read; parts not given are settled by looking at each file.
  public var format = FormatHints()
  /// The columns by field: `result`, `region`, `date` …, or any other name for a dimension of its own.
  public var columns: [String: LayoutColumn] = [:]
  /// The labels; they replace the built-in lists wholly.
  public var labels: LabelSet?
  /// Names of programmes and the values that mean each.
  public var programmes: [String: [String]] = [:]
  /// How regions are understood.
  public var regions = RegionSettings()
  /// Records are read only when each of these fields has one of its values.
  public var filters: [String: [String]] = [:]
  /// Records of which any of these fields has one of its values were taken after rectification.
  public var followUps: [String: [String]] = [:]
  /// What a trial is; `nil` leaves it to whether an item column is given.
  public var unit: Schema.Unit?
  /// Which record of a unit stands; `nil` leaves it to whether a sample identifier is given.
  public var duplicates: Schema.DuplicatePolicy?
  /// The file the layout was read from, which paths within it are relative to.
  public var file: String?
  /// SHA-256 of the file's bytes, in hexadecimal; `nil` for a layout made in code.
  public var sha256: String?

  /// Creates a layout that leaves everything to what the files show.
  public init() {}

  /// How regions are understood.
  public struct RegionSettings: Sendable, Equatable {
    /// The region table, a path that holds from the working folder.
    public var file: String?
    /// The level that cells show: `province`, `prefecture` or `county`; `nil` shows regions as in the data.
    public var level: String?
    /// Other names of regions, and the code or full name each stands for.
    public var aliases: [String: String] = [:]
    /// Whether a record of a region that the table lacks is rejected.
    public var isStrict = false

    /// Creates settings without a table.
    public init() {}
  }
}

/// Where a field of the layout is found, and how its text is read.
public struct LayoutColumn: Sendable, Equatable {
  /// One column, or one for each level or preference.
  public var sources: [FieldSource]
  /// How several sources make one value.
  public var combination: Combination
  /// The date patterns; `nil` means the built-in ones.
  public var patterns: [DatePattern]?
  /// The condition under which a score conforms; `nil` judges by labels.
  public var condition: ScoreCondition?

  /// Creates a column of one source.
  public init(_ source: FieldSource) {
    self.sources = [source]
    self.combination = .single
  }

  /// Creates a column of several sources.
  public init(_ sources: [FieldSource], combination: Combination) {
    self.sources = sources
    self.combination = combination
  }

  /// How several sources make one value.
  public enum Combination: Sendable, Equatable {
    /// There is one source.
    case single
    /// Each source is a level, outermost first.
    case path
    /// The first source that has text is read.
    case coalesce
  }
}
