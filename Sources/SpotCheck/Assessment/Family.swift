import SpotCheckStatistics

/// The p-values of one family in one direction: an indicator's cells at one region level and category depth.
///
/// Cells of a family are disjoint samples. The whole is a level of its own, and so a family of its own.
struct Family {
  /// The adjusted p-values in the order given.
  let adjusted: [Double]
  /// The p-value at or below which a cell is rejected: Rα/m for R rejections of m (Benjamini & Yekutieli
  /// 2005), R at least 1; with Holm α/(m − R + 1).
  ///
  /// A one-sided bound at level 1 − `threshold` excludes the target exactly when the cell is rejected.
  let threshold: Double

  /// Adjusts the p-values of the cells that can be rejected at all.
  init(_ p: [Double], rule: AssessmentRule) {
    let count = Double(max(p.count, 1))
    switch rule.multiplicity {
    case .benjaminiHochberg:
      adjusted = MultipleTesting.benjaminiHochberg(p)
      let rejections = adjusted.count { $0 <= rule.alpha }
      threshold = Double(max(rejections, 1)) * rule.alpha / count
    case .holm:
      adjusted = MultipleTesting.holm(p)
      let rejections = adjusted.count { $0 <= rule.alpha }
      threshold = rule.alpha / (count - Double(max(rejections, 1)) + 1)
    }
  }
}
