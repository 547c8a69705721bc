import SpotCheckIngest
import SpotCheckStatistics

/// Inspectors for establishments: skilled, of the right office where asked, free of conflict, evenly loaded.
struct InspectorTeams {
  private let assignment: BalancedAssignment

  /// How many establishments each inspector has.
  var loads: [Int] { assignment.loads }

  /// The positions of the inspectors of an establishment, ascending.
  func inspectors(of establishment: Int) -> [Int] { assignment.workers(of: establishment) }

  /// Assigns inspectors.
  ///
  /// - Throws: `badDraw` where an establishment has too few who may inspect it, or the limit of loads cannot be kept.
  init(
    for establishments: [FrameEstablishment], of inspectors: [Inspector], _ options: DrawOptions,
    _ generator: RandomGenerator
  ) throws(SpotCheckError) {
    let (groups, ableOfGroup) = Self.groups(of: establishments, inspectors, options)
    let excluded = Self.conflicts(of: establishments, inspectors)
    for (object, group) in groups.enumerated() {
      let establishment = establishments[object]
      let able = ableOfGroup[group]
      guard able.count >= options.inspectorsEach else {
        throw SpotCheckError(
          .badDraw(
            .tooFewInspectors(
              category: establishment.category,
              office: options.matchesOffice ? establishment.region : nil, available: able.count,
              needed: options.inspectorsEach)),
          text: establishment.id)
      }
      guard let conflicts = excluded[object] else { continue }
      let free = able.count { !conflicts.contains($0) }
      guard free >= options.inspectorsEach else {
        throw SpotCheckError(
          .badDraw(.inConflict(able: able.count, free: free, needed: options.inspectorsEach)),
          text: establishment.id)
      }
    }
    var generator = generator
    assignment = BalancedAssignment(
      BalancedAssignment.Task(
        groups: groups, workersOfGroup: ableOfGroup, excluded: excluded, each: options.inspectorsEach,
        workers: inspectors.count),
      using: &generator)
    if let limit = options.maxLoad, let least = loads.max(), least > limit {
      let bound = assignment.bottleneck(above: limit).map { inspectors[$0].id }
      throw SpotCheckError(.badDraw(.loadTooSmall(limit: limit, least: least, inspectors: bound)))
    }
  }

  /// For each establishment its group, those of one category and, where asked, region; for each group who is able.
  private static func groups(
    of establishments: [FrameEstablishment], _ inspectors: [Inspector], _ options: DrawOptions
  ) -> (groups: [Int], able: [[Int]]) {
    var skilled: [DimensionKey: [Int]] = [:]
    var groupOfKey: [DimensionKey: Int] = [:]
    var able: [[Int]] = []
    let groups = establishments.map { establishment in
      let region = options.matchesOffice ? [establishment.region] : []
      let key = DimensionKey(levels: [establishment.category] + region)
      if let known = groupOfKey[key] { return known }
      let category = DimensionKey(levels: [establishment.category])
      let all =
        skilled[category]
        ?? inspectors.indices.filter {
          inspectors[$0].isSkilled(in: establishment.category)
        }
      skilled[category] = all
      able.append(
        options.matchesOffice ? all.filter { inspectors[$0].isOffice(of: establishment.region) } : all)
      groupOfKey[key] = able.count - 1
      return able.count - 1
    }
    return (groups, able)
  }

  /// For some establishments the inspectors in conflict with it.
  private static func conflicts(
    of establishments: [FrameEstablishment], _ inspectors: [Inspector]
  ) -> [Int: Set<Int>] {
    var inspectorsOf: [DimensionKey: Set<Int>] = [:]
    for (position, inspector) in inspectors.enumerated() {
      for id in inspector.conflicts { inspectorsOf[DimensionKey(levels: [id]), default: []].insert(position) }
    }
    guard !inspectorsOf.isEmpty else { return [:] }
    var conflicts: [Int: Set<Int>] = [:]
    for (object, establishment) in establishments.enumerated() {
      conflicts[object] = inspectorsOf[DimensionKey(levels: [establishment.id])]
    }
    return conflicts
  }
}
