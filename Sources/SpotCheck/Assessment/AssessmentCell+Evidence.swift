import SpotCheckStatistics

extension AssessmentCell {
  /// Fewest nonconforming units from which a shortfall is ever claimed: one can "prove" at n = 1, τ = 0.96.
  static let leastFailures = 2
  /// Greatest p-value at which a shortfall short of proof is likely.
  static let likelyLevel = 0.10
  /// Least posterior probability at which it is likely.
  static let likelyProbability = 0.90
  /// Least weight of a cell's own counts for its posterior to count as evidence.
  static let leastLambda = 0.5

  /// The class of evidence, the first that holds.
  func evidence(alpha: Double) -> Evidence {
    guard trials > 0 else { return .noData }
    guard target != nil || finding.baselinePeriod != nil else { return .noTarget }
    let isAttained = finding.isAttained ?? false
    if let certainty { return certainty }
    if isCovered, finding.qShortfall ?? 1 <= alpha, hasFailures, failsInSeveralClusters {
      return .provenShortfall
    }
    if isCovered, finding.qMet ?? 1 <= alpha { return .provenMet }
    if isRising, isTooFewToCompare(alpha: alpha) { return .tooFew }
    if !isAttained, hasFailures, isLikely { return .likelyShortfall }
    if let target, !target.isAll, leastMet > alpha { return .tooFew }
    return isAttained ? .inconclusiveMet : .inconclusiveBelow
  }

  private var hasFailures: Bool { trials - judged >= Self.leastFailures }

  /// Whether no single cluster has all the failures; true of units on their own.
  private var failsInSeveralClusters: Bool {
    guard estimator == .clusteredBeta, let period = looks.last else { return true }
    return clusters(at: period)?.failingClusters ?? 0 >= Self.leastFailures
  }

  private var isCovered: Bool {
    guard let covered = finding.weightCovered, let least = minimumCovered else { return true }
    return covered >= least.value - WeightedRate.tolerance
  }

  private var isLikely: Bool {
    if let p = finding.pShortfall, p <= Self.likelyLevel { return true }
    guard finding.shrinkage == ShrinkageKind.betaBinomial.rawValue else { return false }
    return finding.lambda ?? 0 >= Self.leastLambda && finding.probabilityBelow ?? 0 >= Self.likelyProbability
  }

  /// How probable it is that chance alone makes the cell likely short, were its true rate the target.
  ///
  /// P(X ≤ c), c the largest count of judged units below the target, with two failures or more, whose p-value
  /// is at most 0.10; 0 where there is none. For a rate compared with the year before, the same of the sum over
  /// strata that the test is of. Weighted rates and certain cells do not take part.
  var likelyByChance: Double {
    guard isJudged, certainty == nil else { return 0 }
    if isRising, let period = looks.last {
      return StratifiedTest.attainableFall(period.pairs, level: Self.likelyLevel)
    }
    guard let target, !target.isAll, let p = pShortfallByCount else { return 0 }
    func qualifies(_ count: Int) -> Bool {
      p(count) <= Self.likelyLevel && target.rate.sign(ofRate: count, over: trials) < 0
    }
    var low = -1
    var high = trials - Self.leastFailures
    while low < high {
      let middle = low + (high - low + 1) / 2
      if qualifies(middle) { low = middle } else { high = middle - 1 }
    }
    return low < 0 ? 0 : p(low)
  }

  /// The p-value of a shortfall by the count of judged units; `nil` for rates that counts alone do not tell.
  private var pShortfallByCount: ((Int) -> Double)? {
    guard let target else { return nil }
    switch estimator {
    case .weightedGamma, .stratifiedExact: return nil
    case .exactBinomial:
      return { ExactTest.pShortfall(passes: $0, trials: trials, target: target.rate) }
    case .exactHypergeometric:
      guard let population else { return nil }
      return {
        FinitePopulationTest.pShortfall(
          passes: $0, trials: trials, population: population, target: target.rate)
      }
    case .clusteredBeta:
      guard let clusters = looks.last.flatMap({ clusters(at: $0) }) else { return nil }
      return { clusters.pShortfall(passes: $0, target: target.rate.value) }
    }
  }
}
