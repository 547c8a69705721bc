import SpotCheckIngest
public import SpotCheckStatistics

/// How the establishments of one sector differ, from which each borrows strength.
public struct EstablishmentPrior: Sendable, Equatable {
  /// The sector, the first level of categories; `*` for those with too few establishments, taken together.
  public var sector: String
  /// Establishments with trials.
  public var establishments: Int
  /// Their trials.
  public var trials: Int
  /// Their passes.
  public var passes: Int
  /// How strength was borrowed.
  public var kind: ShrinkageKind
  /// The prior's first shape; `nil` without one.
  public var alpha: Double?
  /// The prior's second shape; `nil` without one.
  public var beta: Double?

  /// Shrinks the rates of each sector's establishments toward each other.
  ///
  /// Sectors with fewer than ``Shrinkage/leastCells`` establishments of two trials or more are taken together: single
  /// trials do not tell how establishments differ.
  ///
  /// - Returns: The priors, ascending by the bytes of sectors, and a cell for each history.
  static func shrink(
    _ histories: [EstablishmentHistory], categories: [DimensionKey], target: Double
  ) -> (priors: [EstablishmentPrior], cells: [ShrunkenCell?]) {
    // A sector's keys stand side by side, so its number is that of the first of them.
    var sectors: [DimensionKey] = []
    let sectorOfCategory = categories.map { category in
      let sector = category.prefix(1)
      if sectors.last != sector { sectors.append(sector) }
      return sectors.count - 1
    }
    var members = [[Int]](repeating: [], count: sectors.count)
    for (position, history) in histories.enumerated() where history.trials > 0 {
      members[sectorOfCategory[Int(history.category)]].append(position)
    }
    let isTelling = members.map { $0.count { histories[$0].trials > 1 } >= Shrinkage.leastCells }
    let few = zip(members, isTelling).filter { !$1 }.flatMap { $0.0 }
    var groups = [(sector: "*", members: few)]
    groups += sectors.indices.filter { isTelling[$0] }.map { (sectors[$0].text, members[$0]) }
    var cells = [ShrunkenCell?](repeating: nil, count: histories.count)
    var priors: [EstablishmentPrior] = []
    for group in groups where !group.members.isEmpty {
      let passes = group.members.map { histories[$0].passes }
      let trials = group.members.map { histories[$0].trials }
      let result = Shrinkage.shrink(passes: passes, trials: trials, target: target)
      for (position, cell) in zip(group.members, result.cells) { cells[position] = cell }
      priors.append(
        EstablishmentPrior(
          sector: group.sector, establishments: group.members.count, trials: trials.reduce(0, +),
          passes: passes.reduce(0, +), kind: result.kind, alpha: result.fit?.alpha, beta: result.fit?.beta))
    }
    return (priors, cells)
  }
}
