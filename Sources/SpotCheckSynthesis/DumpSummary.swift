/// What was written: the account that a reader of the dump must come to.
public struct DumpSummary: Sendable, Hashable {
  /// The records, headers apart.
  public var records = 0
  /// The bytes, headers and byte order marks included.
  public var bytes = 0
  /// The records each defect befell.
  public var defects: [DumpDefect: Int] = [:]

  /// Creates the summary of nothing.
  public init() {}

  /// Adds the counts of another part of the stream.
  public mutating func merge(_ other: DumpSummary) {
    records += other.records
    bytes += other.bytes
    defects.merge(other.defects, uniquingKeysWith: +)
  }
}
