import SpotCheckStatistics

/// A double-random draw: establishments drawn from a frame, and inspectors drawn for each.
///
/// It depends on nothing but the lists, the options and the seed: not on the order of the lists' rows, the time,
/// the machine or the number of its processors. A stratum's establishments depend on the seed and the stratum
/// alone, whatever the others hold.
public struct Draw: Sendable {
  /// What was asked for.
  public let options: DrawOptions
  /// The strata, in byte order of their values.
  public let strata: [Stratum]
  /// Establishments that no row of the allocation is for, which could not be drawn.
  public let unallocated: Int
  /// What was drawn: stratum by stratum in the order drawn, then what is followed up in byte order of ids.
  public let assignments: [Assignment]
  /// The inspectors, in byte order of their ids.
  public let inspectors: [Inspector]
  /// How many establishments each of ``inspectors`` has.
  public let loads: [Int]
  /// The ids that inspectors are in conflict with and the frame lacks, in byte order: nothing can have been avoided.
  public let unknownConflicts: [String]

  /// A part of the frame that is drawn from by itself.
  public struct Stratum: Sendable, Equatable {
    /// Its values, one for each attribute.
    public var values: [String]
    /// How many establishments it has, those followed up left out.
    public var establishments: Int
    /// How many of them were drawn.
    public var drawn: Int

    /// The name by which people know it.
    public var name: String { values.joined(separator: "/") }
  }

  /// Why an establishment is inspected.
  public enum Kind: String, Sendable {
    /// It was drawn.
    case random
    /// It failed before; no rate may be estimated from it.
    case followUp = "follow_up"
  }

  /// An establishment and those who inspect it.
  public struct Assignment: Sendable, Equatable {
    /// Why it is inspected.
    public var kind: Kind
    /// The position of its stratum in ``Draw/strata``; `nil` for what is followed up.
    public var stratum: Int?
    /// Its number in the stratum from 1, in byte order of ids: the random number drawn.
    public var number: Int?
    /// The establishment.
    public var establishment: FrameEstablishment
    /// The positions of its inspectors in ``Draw/inspectors``, ascending.
    public var inspectors: [Int]
  }

  /// Draws.
  ///
  /// - Parameters:
  ///   - lists: What is drawn from.
  ///   - options: What is drawn.
  /// - Throws: `badDraw` with the reason where the demands cannot be met.
  /// - Complexity: O(n) for n establishments, beside the assignment of those drawn.
  public init(from lists: DrawLists, _ options: DrawOptions) throws(SpotCheckError) {
    guard options.inspectorsEach >= 2 else { throw SpotCheckError(.badDraw(.tooFewEach)) }
    let frame = lists.frame
    let followUps = try lists.followUps?.positions(in: frame) ?? []
    let groups = try Self.strata(of: lists, options, leavingOut: followUps)
    let seed = DrawSeed(text: options.seed)
    var drawn: [(position: Int, stratum: Int?, number: Int?)] = []
    for (index, group) in groups.strata.enumerated() {
      var generator = seed.generator(for: "establishments", group.values)
      let numbers = SimpleRandomSample.drawn(group.demanded, of: group.members.count, using: &generator) ?? []
      drawn += numbers.map { (group.members[$0], index, $0 + 1) }
    }
    drawn += followUps.map { ($0, nil, nil) }
    let establishments = frame.establishments(at: drawn.map(\.position))
    let teams = try InspectorTeams(
      for: establishments, of: lists.inspectors.inspectors, options, seed.generator(for: "inspectors"))
    self.options = options
    strata = groups.strata.map {
      Stratum(values: $0.values, establishments: $0.members.count, drawn: $0.demanded)
    }
    unallocated = groups.unallocated
    assignments = drawn.indices.map { object in
      Assignment(
        kind: drawn[object].stratum == nil ? .followUp : .random, stratum: drawn[object].stratum,
        number: drawn[object].number, establishment: establishments[object],
        inspectors: teams.inspectors(of: object))
    }
    inspectors = lists.inspectors.inspectors
    loads = teams.loads
    unknownConflicts = Set(inspectors.flatMap(\.conflicts).map { Array($0.utf8) })
      .sorted { $0.lexicographicallyPrecedes($1) }.map { String(decoding: $0, as: UTF8.self) }
      .filter { frame.position(of: $0) == nil }
  }

  private static func strata(
    of lists: DrawLists, _ options: DrawOptions, leavingOut followUps: [Int]
  ) throws(SpotCheckError) -> DrawStrata {
    if let allocation = lists.allocation {
      return try DrawStrata(lists.frame, allocation: allocation, leavingOut: followUps)
    }
    guard !options.demands.isEmpty else { throw SpotCheckError(.badDraw(.nothingDemanded)) }
    return try DrawStrata(
      lists.frame, by: options.strata, leavingOut: followUps, demands: options.demands)
  }
}

/// The lists a draw is made from.
public struct DrawLists: Sendable {
  /// The establishments.
  public var frame: EstablishmentFrame
  /// Those who inspect.
  public var inspectors: InspectorList
  /// How many to draw where; `nil` where the options say it.
  public var allocation: DrawAllocation?
  /// What is inspected whatever is drawn.
  public var followUps: FollowUpList?

  /// Reads the lists.
  ///
  /// - Throws: `badDraw` for what a list lacks; `ingest`.
  public init(
    contentsOf files: DrawFiles, _ options: DrawOptions,
    isCancelled: @escaping @Sendable () -> Bool = { false }
  ) throws(SpotCheckError) {
    inspectors = try InspectorList(contentsOf: files.inspectors, isCancelled: isCancelled)
    allocation = try files.allocation.map { path throws(SpotCheckError) in
      try DrawAllocation(contentsOf: path, isCancelled: isCancelled)
    }
    followUps = try files.followUps.map { path throws(SpotCheckError) in
      try FollowUpList(contentsOf: path, isCancelled: isCancelled)
    }
    let needed = allocation == nil ? options.neededAttributes : [.region, .category]
    frame = try EstablishmentFrame(contentsOf: files.frame, needing: needed, isCancelled: isCancelled)
  }
}

/// Where the lists of a draw stand.
public struct DrawFiles: Sendable, Equatable {
  /// The frame.
  public var frame: String
  /// The inspectors.
  public var inspectors: String
  /// The allocation, if there is one.
  public var allocation: String?
  /// What is followed up, if anything.
  public var followUps: String?

  /// Creates the files of a draw.
  public init(frame: String, inspectors: String, allocation: String? = nil, followUps: String? = nil) {
    self.frame = frame
    self.inspectors = inspectors
    self.allocation = allocation
    self.followUps = followUps
  }
}
