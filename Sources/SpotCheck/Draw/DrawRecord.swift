import FoundationEssentials
import SpotCheckStatistics

/// What must be known to replay a draw, and what it gave: hashes, seed, algorithms, options, counts.
public struct DrawRecord: Sendable, Equatable {
  /// The scheme of streams and algorithms.
  public var scheme = DrawSeed.scheme
  /// The version of this package that drew.
  public var version = SpotCheckVersion.current
  /// What was asked for.
  public var options: DrawOptions
  /// The lists: the paths as they were given, the hashes and counts of what stood there.
  public var lists: [List]
  /// The strata and what was drawn of them.
  public var strata: [Draw.Stratum]
  /// Establishments that no row of the allocation is for.
  public var unallocated: Int
  /// How many establishments are followed up.
  public var followUps: Int
  /// The least and the greatest number of establishments an inspector has.
  public var loads: ClosedRange<Int>
  /// SHA-256 of the assignments as CSV.
  public var resultSHA256: String

  /// A list a draw was made from.
  public struct List: Sendable, Equatable {
    /// What it is for.
    public var role: Role
    /// The path as it was given.
    public var path: String
    /// SHA-256 of its bytes.
    public var sha256: String
    /// How many records it has.
    public var records: Int
    /// Headers of columns that were not used.
    public var ignoredColumns: [String]
  }

  /// What a list is for.
  public enum Role: String, Sendable, Codable {
    /// The establishments.
    case frame
    /// Those who inspect.
    case inspectors
    /// How many to draw where.
    case allocation
    /// What is inspected whatever is drawn.
    case followUps = "follow_up"
  }

  /// The algorithms of a scheme, by what they do.
  public static let algorithms: [(purpose: String, name: String)] = [
    ("generator", RandomGenerator.name),
    ("streams", DrawSeed.name),
    ("bounded_numbers", "Lemire 2019, unbiased"),
    ("order", "establishments and inspectors by the UTF-8 bytes of their ids"),
    ("sample", SimpleRandomSample.name),
    ("assignment", BalancedAssignment.name),
  ]

  /// Makes the record of a draw.
  ///
  /// - Parameters:
  ///   - draw: The draw.
  ///   - lists: What it was made from.
  ///   - result: The assignments as CSV.
  public init(of draw: Draw, from lists: DrawLists, result: [UInt8]) {
    options = draw.options
    self.lists = [
      List(
        role: .frame, path: lists.frame.path, sha256: lists.frame.sha256, records: lists.frame.count,
        ignoredColumns: lists.frame.ignoredColumns),
      List(
        role: .inspectors, path: lists.inspectors.path, sha256: lists.inspectors.sha256,
        records: lists.inspectors.inspectors.count, ignoredColumns: lists.inspectors.ignoredColumns),
    ]
    if let allocation = lists.allocation {
      self.lists.append(
        List(
          role: .allocation, path: allocation.path, sha256: allocation.sha256,
          records: allocation.rows.count, ignoredColumns: []))
    }
    if let followUps = lists.followUps {
      self.lists.append(
        List(
          role: .followUps, path: followUps.path, sha256: followUps.sha256,
          records: followUps.entries.count, ignoredColumns: []))
    }
    strata = draw.strata
    unallocated = draw.unallocated
    followUps = draw.assignments.count { $0.kind == .followUp }
    loads = (draw.loads.min() ?? 0)...(draw.loads.max() ?? 0)
    resultSHA256 = SettingsFile.sha256(of: result)
  }

  /// The files of the draw, as they were given.
  public var files: DrawFiles {
    func path(_ role: Role) -> String? { lists.first { $0.role == role }?.path }
    return DrawFiles(
      frame: path(.frame) ?? "", inspectors: path(.inspectors) ?? "", allocation: path(.allocation),
      followUps: path(.followUps))
  }

  /// What differs in another record of the same draw; empty where nothing does.
  ///
  /// Paths and the version of this package do not count.
  public func differences(from other: DrawRecord) -> [Difference] {
    var differences: [Difference] = []
    for list in lists {
      let found = other.lists.first { $0.role == list.role }
      if found?.sha256 != list.sha256 {
        differences.append(
          Difference(
            .list(list.role, path: found?.path ?? list.path), recorded: list.sha256, found: found?.sha256))
      }
    }
    func compare(_ part: Difference.Part, _ recorded: String, _ found: String) {
      if !recorded.utf8.elementsEqual(found.utf8) {
        differences.append(Difference(part, recorded: recorded, found: found))
      }
    }
    func counts(_ record: DrawRecord) -> String {
      record.strata.map { "\($0.name) \($0.drawn)/\($0.establishments)" }.joined(separator: ", ")
    }
    compare(.strata, counts(self), counts(other))
    compare(.unallocated, String(unallocated), String(other.unallocated))
    compare(.followUps, String(followUps), String(other.followUps))
    compare(.loads, "\(loads)", "\(other.loads)")
    compare(.result, resultSHA256, other.resultSHA256)
    return differences
  }

  /// Something that two records of a draw do not agree in.
  public struct Difference: Sendable, Equatable {
    /// What it is.
    public var part: Part
    /// What the record says.
    public var recorded: String
    /// What the replay found; `nil` for nothing.
    public var found: String?

    init(_ part: Part, recorded: String, found: String?) {
      self.part = part
      self.recorded = recorded
      self.found = found
    }

    /// A part of a record.
    public enum Part: Sendable, Equatable {
      /// The bytes of a list, by their SHA-256, and the file that was read.
      case list(Role, path: String)
      /// The strata and what was drawn of them.
      case strata
      /// How many establishments are in no stratum.
      case unallocated
      /// How many establishments are followed up.
      case followUps
      /// The least and greatest load.
      case loads
      /// The assignments, by their SHA-256.
      case result
    }
  }
}
