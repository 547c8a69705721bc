/// Everything that reading a set of dumps yields.
public struct Ingested: Sendable, Equatable {
  /// The exact counts.
  public var cube: DimensionCube
  /// Each input and its account, in byte order of paths.
  public var files: [FileAccount]
  /// Unknown result labels and how often each occurred, the first 1,000 ascending by bytes.
  public var unknownLabels: [LabelCount]
  /// Units judged: the cube's trials.
  public var samples: Int
  /// Samples with an item still undecided and no failing one; no trials.
  public var pendingSamples: Int
  /// Duplicates whose result differs from the kept record's.
  public var conflicts: Int
  /// Units that have a conflict, the first 10,000 in order of the kept record.
  public var conflictingUnits: [ConflictingUnit]
  /// Whether duplicates were looked for.
  public var duplicatesChecked: Bool
  /// The latest date of an accepted record.
  public var latestDate: CalendarDate?
  /// The first rejects of each file and reason, ascending by file and offset.
  public var firstRejects: [Reject]
  /// What was tested, where items are mapped and belong to samples; ascending by the bytes of names.
  public var items: [ItemTally]
  /// Identifiers that were unwrapped from what spreadsheets did to them.
  public var unwrappedIdentifiers: Int
  /// On which days the cube's units were inspected, where the schema asks for it.
  public var days: InspectionDays?
  /// The follow-ups, where the schema asks for days; none of them is in ``cube``.
  public var followUps: FollowUps?

  /// The sum of the files' accounts.
  public var total: Accounting {
    files.reduce(into: Accounting()) { $0.merge($1.accounting) }
  }

  /// A label and how often it occurred.
  public struct LabelCount: Sendable, Equatable {
    /// The label, trimmed and width-folded.
    public var label: String
    /// Records that bear it.
    public var count: Int

    /// Creates a count.
    public init(label: String, count: Int) {
      self.label = label
      self.count = count
    }
  }
}

/// How often an item was tested, and how often it did not conform.
public struct ItemTally: Sendable, Equatable {
  /// The item's name; empty where records name none.
  public var name: String
  /// Items of samples, their duplicates left out.
  public var tested: Int
  /// Those of them that do not conform.
  public var nonconforming: Int

  /// Creates a tally.
  public init(name: String, tested: Int, nonconforming: Int) {
    self.name = name
    self.tested = tested
    self.nonconforming = nonconforming
  }
}

/// One input and where its records went.
public struct FileAccount: Sendable, Equatable {
  /// The input as it was given or found.
  public var path: String
  /// Its size in bytes as stored.
  public var bytes: Int
  /// How it is compressed.
  public var compression: Compression
  /// How its text is encoded.
  public var encoding: TextEncoding
  /// How its fields and records are separated.
  public var dialect: Dialect
  /// Where its records went.
  public var accounting: Accounting
}

/// How an input is compressed.
public enum Compression: String, Sendable {
  /// Not at all.
  case none
  /// gzip, of any number of members.
  case gzip
  /// zstd, of any number of frames.
  case zstd
}

/// A unit whose versions disagree.
public struct ConflictingUnit: Sendable, Equatable {
  /// The file of the record that stands.
  public var file: String
  /// Where that record begins in the decompressed file.
  public var byteOffset: Int
  /// Whether it conforms.
  public var isConforming: Bool
  /// All accepted or duplicate records of the unit.
  public var records: Int
  /// Those of them that conform.
  public var conforming: Int
}
