/// How small cells borrowed strength from the others.
public enum ShrinkageKind: String, Hashable, Sendable, CaseIterable {
  /// Each cell has its posterior under a beta-binomial prior fitted to all.
  case betaBinomial = "beta_binomial"
  /// The cells do not differ by more than chance: all have the pooled rate. Not to be used as evidence.
  case pooled
  /// Fewer than ``Shrinkage/leastCells`` cells have trials: nothing is borrowed.
  case none
}

/// A cell's rate after borrowing strength from the others.
public struct ShrunkenCell: Hashable, Sendable {
  /// The posterior mean, (k + α)/(n + α + β), or the pooled rate.
  public let shrunkenRate: Double
  /// The weight of the cell's own counts, λ = n/(n + α + β); 0 where pooled.
  public let lambda: Double
  /// P(θ < τ) in the posterior; `nil` for τ = 1, below which every rate lies.
  public let probabilityBelow: Double?
}

/// The outcome of ``Shrinkage/shrink(passes:trials:target:)``.
public struct ShrinkageResult: Hashable, Sendable {
  /// How strength was borrowed.
  public let kind: ShrinkageKind
  /// The fitted prior; `nil` unless ``kind`` is ``ShrinkageKind/betaBinomial``.
  public let fit: BetaBinomialFit?
  /// The cells in the order given; `nil` for a cell without trials, and for all where nothing is borrowed.
  public let cells: [ShrunkenCell?]
}

/// Shrinkage of small cells toward the others of their category (beta-binomial empirical Bayes).
public enum Shrinkage {
  /// The fewest cells with trials from which a prior is fitted.
  public static let leastCells = 8

  /// Shrinks the rates of a category's cells against one target.
  ///
  /// - Parameters:
  ///   - passes: Passes k of each cell.
  ///   - trials: Trials n of each cell, k ≤ n; cells with none take no part.
  ///   - target: The target rate τ, 0…1.
  /// - Returns: Posteriors Beta(α + k, β + n − k) under the fitted prior. Where the dispersion is at most 0, the
  ///   pooled rate K/N for all, with P(Beta(K + ½, N − K + ½) < τ). Nothing from fewer than 8 cells.
  public static func shrink(passes: [Int], trials: [Int], target: Double) -> ShrinkageResult {
    shrink(passes: passes, trials: trials, targets: Array(repeating: target, count: passes.count))
  }

  /// Shrinks the rates of a category's cells, each against a target of its own.
  public static func shrink(passes: [Int], trials: [Int], targets: [Double]) -> ShrinkageResult {
    precondition(passes.count == trials.count && trials.count == targets.count, "arrays of unequal length")
    guard trials.count(where: { $0 > 0 }) >= leastCells else {
      return ShrinkageResult(kind: .none, fit: nil, cells: trials.map { _ in nil })
    }
    guard let fit = BetaBinomialFit(passes: passes, trials: trials) else {
      return pooled(passes, trials, targets)
    }
    let cells = BetaLandings.map(
      alpha: fit.alpha, beta: fit.beta, passes: passes, trials: trials, targets: targets
    ) { cell, tails -> ShrunkenCell? in
      guard trials[cell] > 0 else { return nil }
      let size = Double(trials[cell])
      return ShrunkenCell(
        shrunkenRate: fit.prior.posterior(passes: passes[cell], trials: trials[cell]).mean,
        lambda: size / (size + fit.alpha + fit.beta),
        probabilityBelow: targets[cell] < 1 ? tails.atLeast : nil)
    }
    return ShrinkageResult(kind: .betaBinomial, fit: fit, cells: cells)
  }

  private static func pooled(_ passes: [Int], _ trials: [Int], _ targets: [Double]) -> ShrinkageResult {
    let allPasses = passes.reduce(0, +)
    let allTrials = trials.reduce(0, +)
    let posterior = BetaDistribution.jeffreys.posterior(passes: allPasses, trials: allTrials)
    let rate = Double(allPasses) / Double(allTrials)
    let cells = trials.indices.map { cell -> ShrunkenCell? in
      guard trials[cell] > 0 else { return nil }
      return ShrunkenCell(
        shrunkenRate: rate, lambda: 0, probabilityBelow: probability(posterior, below: targets[cell]))
    }
    return ShrinkageResult(kind: .pooled, fit: nil, cells: cells)
  }

  private static func probability(_ posterior: BetaDistribution, below target: Double) -> Double? {
    target < 1 ? posterior.probability(below: target) : nil
  }
}
