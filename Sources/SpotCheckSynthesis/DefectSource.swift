/// Draws which records have which defect.
struct DefectSource: Sendable {
  private let seed: UInt64
  private let limits: [(defect: DumpDefect, limit: Double)]

  init(_ recipe: DumpRecipe) {
    seed = recipe.seed ^ 0xDEFE_C7DE_FEC7_DEFE
    var limit = 0.0
    limits = DumpDefect.allCases.compactMap { defect in
      guard let share = recipe.defects[defect], share > 0 else { return nil }
      limit += share
      return (defect, limit)
    }
  }

  /// The defect of a record; a repetition only where the record before it has none.
  func defect(at record: Int) -> DumpDefect? {
    guard let defect = drawn(at: record) else { return nil }
    if defect.repeatsPredecessor && (record == 0 || drawn(at: record - 1) != nil) { return nil }
    return defect
  }

  private func drawn(at record: Int) -> DumpDefect? {
    guard let last = limits.last else { return nil }
    var random = SplitMix64(seed: seed, stream: record)
    let value = random.unit()
    guard value < last.limit else { return nil }
    return limits.first { value < $0.limit }?.defect
  }
}
