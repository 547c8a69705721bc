import SpotCheckStatistics

/// The p-values of one family in one direction: an indicator's cells at one region level and category depth.
///
/// Cells of a family are disjoint samples. The whole is a level of its own, and so a family of its own.
struct Family {
  /// The adjusted p-values in the order given.
  let adjusted: [Double]
  /// For each cell the p-value at or below which it is rejected: Rα/m for R rejections of m (Benjamini &
  /// Yekutieli 2005), R at least 1; with Holm α/(m − R + 1); within a region of a two-level family the same at
  /// the level α S/M, for S regions selected of M.
  ///
  /// A one-sided bound at level 1 − threshold excludes the target exactly when the cell is rejected.
  let thresholds: [Double]

  /// Adjusts the p-values of the cells that can be rejected at all.
  ///
  /// - Parameters:
  ///   - p: The p-values.
  ///   - regions: The region of each; only a two-level family asks for it.
  ///   - rule: How they are adjusted.
  init(_ p: [Double], regions: [String], rule: AssessmentRule) {
    let count = Double(max(p.count, 1))
    switch rule.multiplicity {
    case .benjaminiHochberg:
      adjusted = MultipleTesting.benjaminiHochberg(p)
      thresholds = p.map { [share = Self.share(of: adjusted, level: rule.alpha)] _ in share }
    case .holm:
      adjusted = MultipleTesting.holm(p)
      let rejections = adjusted.count { $0 <= rule.alpha }
      thresholds = p.map { _ in rule.alpha / (count - Double(max(rejections, 1)) + 1) }
    case .twoLevel:
      let groups = Dictionary(grouping: p.indices) { regions[$0].utf8.map(\.self) }.values
      (adjusted, thresholds) = Self.twoLevel(p, groups: groups.sorted { $0[0] < $1[0] }, alpha: rule.alpha)
    }
  }

  private static func twoLevel(
    _ p: [Double], groups: [[Int]], alpha: Double
  ) -> (adjusted: [Double], thresholds: [Double]) {
    let families = groups.map { $0.map { p[$0] } }
    let selection = MultipleTesting.benjaminiHochberg(families.map(MultipleTesting.simes))
    let level = share(of: selection, level: alpha)
    var adjusted = p
    var thresholds = p
    for (members, values) in zip(groups, MultipleTesting.twoLevel(families)) {
      let threshold = share(
        of: MultipleTesting.benjaminiHochberg(members.map { p[$0] }), level: level)
      for (index, value) in zip(members, values) {
        adjusted[index] = value
        thresholds[index] = threshold
      }
    }
    return (adjusted, thresholds)
  }

  /// Rα/m for the R of m adjusted values at most α, R at least 1.
  private static func share(of adjusted: [Double], level: Double) -> Double {
    Double(max(adjusted.count { $0 <= level }, 1)) * level / Double(max(adjusted.count, 1))
  }
}
