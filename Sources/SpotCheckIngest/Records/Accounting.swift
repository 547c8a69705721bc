/// Where every record went: `records = accepted + rejected + ignored + duplicates`.
public struct Accounting: Sendable, Equatable {
  /// Records accepted into the tallies.
  public var accepted = 0
  /// Records rejected, by reason.
  public var rejectedBy: [RejectReason: Int] = [:]
  /// Records left out by a filter, a follow-up, or a label without a verdict.
  public var ignored = 0
  /// Records that another version of the same unit stands for.
  public var duplicates = 0
  /// Blank records, which stand outside the accounting.
  public var blank = 0

  /// Creates an empty account.
  public init() {}

  /// Records rejected for any reason.
  public var rejected: Int { rejectedBy.values.reduce(0, +) }

  /// All records but blank ones.
  public var records: Int { accepted + rejected + ignored + duplicates }

  /// Adds the counts of `other`.
  public mutating func merge(_ other: Accounting) {
    accepted += other.accepted
    rejectedBy.merge(other.rejectedBy, uniquingKeysWith: +)
    ignored += other.ignored
    duplicates += other.duplicates
    blank += other.blank
  }
}
