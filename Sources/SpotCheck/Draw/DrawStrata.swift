import SpotCheckIngest

/// The establishments of a frame by stratum, those to be followed up left out.
struct DrawStrata {
  /// The strata, in byte order of their values.
  private(set) var strata: [Stratum]
  /// Establishments in no stratum, since no row of the allocation is for them.
  private(set) var unallocated = 0

  /// A stratum and how much of it is wanted.
  struct Stratum {
    /// Its values, one for each attribute.
    var values: [String]
    /// The positions of its establishments in the frame, ascending.
    var members: [Int] = []
    /// How many are drawn.
    var demanded = 0

    /// The name by which people know it.
    var name: String { values.joined(separator: "/") }
  }

  /// Groups a frame by attributes and sizes each stratum by the demands.
  init(
    _ frame: EstablishmentFrame, by attributes: [FrameEstablishment.Attribute], leavingOut followUps: [Int],
    demands: [DrawDemand]
  ) throws(SpotCheckError) {
    let values = attributes.map { frame.values(of: $0).map(\.text) }
    strata = Self.groups(frame, by: attributes, leavingOut: followUps) { codes in
      zip(values, codes).map { $0.isEmpty ? "" : $0[$1] }
    }
    try size(by: demands)
  }

  /// Groups a frame by the rows of an allocation.
  init(
    _ frame: EstablishmentFrame, allocation: DrawAllocation, leavingOut followUps: [Int]
  ) throws(SpotCheckError) {
    let regions = frame.values(of: .region).map(\.text)
    let categories = frame.values(of: .category).map(\.text)
    var members = [[Int]](repeating: [], count: allocation.rows.count)
    let groups = Self.groups(frame, by: [.region, .category], leavingOut: followUps) { codes in
      [regions[codes[0]], categories[codes[1]]]
    }
    for group in groups {
      if let row = allocation.row(region: group.values[0], category: group.values[1]) {
        members[row] += group.members
      } else {
        unallocated += group.members.count
      }
    }
    strata = []
    for (row, members) in zip(allocation.rows, members) {
      var stratum = Stratum(values: [row.region, row.category])
      stratum.members = members.sorted()
      stratum.demanded = row.count
      guard row.count <= members.count else {
        throw SpotCheckError(
          .badDraw(.tooFewEstablishments(demanded: row.count, available: members.count)),
          file: allocation.path, line: row.line, text: stratum.name)
      }
      strata.append(stratum)
    }
    Self.sort(&strata)
  }

  private static func groups(
    _ frame: EstablishmentFrame, by attributes: [FrameEstablishment.Attribute], leavingOut followUps: [Int],
    named values: ([Int]) -> [String]
  ) -> [Stratum] {
    let codes = attributes.map(frame.codes(of:))
    let sizes = attributes.map { max(1, frame.values(of: $0).count) }
    var isLeftOut = [Bool](repeating: false, count: frame.count)
    for position in followUps { isLeftOut[position] = true }
    var place: [Int: Int] = [:]
    var strata: [Stratum] = []
    for position in 0..<frame.count where !isLeftOut[position] {
      var combination = 0
      for (codes, size) in zip(codes, sizes) { combination = combination &* size &+ codes[position] }
      if let known = place[combination] {
        strata[known].members.append(position)
      } else {
        place[combination] = strata.count
        strata.append(Stratum(values: values(codes.map { $0[position] }), members: [position]))
      }
    }
    sort(&strata)
    return strata
  }

  private static func sort(_ strata: inout [Stratum]) {
    strata.sort { DimensionKey(levels: $0.values) < DimensionKey(levels: $1.values) }
  }

  private mutating func size(by demands: [DrawDemand]) throws(SpotCheckError) {
    let names = strata.map { DimensionKey(levels: [$0.name]) }
    var sizes: [DimensionKey: DrawDemand.Size] = [:]
    var sizeOfRest: DrawDemand.Size?
    for demand in demands {
      if case .ratio(let ratio) = demand.size, ratio.digits > ratio.scale {
        throw SpotCheckError(
          .badDraw(.ratioAboveOne(suggestion: ratio.asPercentage)),
          text: ratio.description)
      }
      guard let name = demand.stratum else {
        guard sizeOfRest == nil else { throw SpotCheckError(.badDraw(.stratumTwice), text: "") }
        sizeOfRest = demand.size
        continue
      }
      let key = DimensionKey(levels: [name])
      guard names.contains(key) else {
        throw SpotCheckError(.badDraw(.unknownStratum(known: strata.map(\.name))), text: name)
      }
      guard sizes.updateValue(demand.size, forKey: key) == nil else {
        throw SpotCheckError(.badDraw(.stratumTwice), text: name)
      }
    }
    for index in strata.indices {
      let available = strata[index].members.count
      switch sizes[names[index]] ?? sizeOfRest {
      case .ratio(let ratio): strata[index].demanded = ratio.ceiling(of: available)
      case .count(let count): strata[index].demanded = count
      case nil:
        throw SpotCheckError(
          .badDraw(.stratumWithoutDemand(establishments: available)), text: strata[index].name)
      }
      guard (0...available).contains(strata[index].demanded) else {
        throw SpotCheckError(
          .badDraw(.tooFewEstablishments(demanded: strata[index].demanded, available: available)),
          text: strata[index].name)
      }
    }
  }
}
