import SpotCheckStatistics

extension AssessmentCell {
  /// Both p-values at one look; `nil` for a plain rate, which is tested with all others at once, and where there
  /// is nothing to test.
  func pValues(at look: Look) -> (shortfall: Double, met: Double)? {
    switch estimator {
    case .exactBinomial: return nil
    case .stratifiedExact:
      let p = StratifiedTest.pValues(look.pairs)
      return (p.fall, p.rise)
    case .weightedGamma:
      return weightedEvidence(at: look, level: 0.5).map { ($0.pShortfall, $0.pMet) }
    case .clusteredBeta:
      guard let target else { return nil }
      return clusters(at: look).map {
        ($0.pShortfall(target: target.rate.value), $0.pMet(target: target.rate.value))
      }
    case .exactHypergeometric:
      guard let target, let population else { return nil }
      let (passes, trials) = (judged(at: look), look.allTrials)
      return (
        FinitePopulationTest.pShortfall(
          passes: passes, trials: trials, population: population, target: target.rate),
        FinitePopulationTest.pMet(passes: passes, trials: trials, population: population, target: target.rate)
      )
    }
  }

  /// The judged rate beyond which the claim's test at one look, at level `risk`, leaves nothing.
  ///
  /// Where all must conform a clean sample proves nothing, and the bound 1 − α^(1/n) of its failures holds for any
  /// population. `nil` where two years are compared, which bounds no rate.
  func rateBound(_ claim: Claim, risk: Double, at look: Look) -> Double? {
    let (passes, trials) = (judged(at: look), look.allTrials)
    switch estimator {
    case .stratifiedExact: return nil
    case .exactBinomial:
      return claim == .met
        ? BinomialInterval.lowerBound(passes: passes, trials: trials, level: 1 - risk)
        : BinomialInterval.upperBound(passes: passes, trials: trials, level: 1 - risk)
    case .weightedGamma:
      let evidence = weightedEvidence(at: look, level: 1 - risk)
      return claim == .met ? evidence?.lowerBound : evidence?.upperBound
    case .clusteredBeta:
      let clusters = clusters(at: look)
      return claim == .met ? clusters?.lowerBound(risk: risk) : clusters?.upperBound(risk: risk)
    case .exactHypergeometric:
      guard let population else { return nil }
      if claim == .met, target?.isAll == true {
        return BinomialInterval.lowerBound(passes: passes, trials: trials, level: 1 - risk)
      }
      let units =
        claim == .met
        ? FinitePopulationTest.lowerBound(passes: passes, trials: trials, population: population, risk: risk)
        : FinitePopulationTest.upperBound(passes: passes, trials: trials, population: population, risk: risk)
      return Double(units) / Double(population)
    }
  }

  /// The look as it would be had every unit been of the kind the target asks for.
  func flawless(_ look: Look) -> Look {
    var look = look
    look.passes = target?.judgesFailures == true ? look.trials.map { _ in 0 } : look.trials
    return look
  }

  /// The judged units of every cluster; `nil` without units.
  func clusters(at look: Look) -> ClusteredRate? {
    ClusteredRate(passes: judgedByStratum(look), trials: look.trials)
  }

  /// The gamma method; `nil` without weights, and where no stratum has data.
  func weightedEvidence(at look: Look, level: Double) -> WeightedEvidence? {
    guard !weights.isEmpty else { return nil }
    return WeightedRate.evidence(
      weights: weights, trials: look.trials, passes: judgedByStratum(look), target: target?.rate.value ?? 1,
      level: level)
  }

  private func judged(at look: Look) -> Int { judged(passes: look.allPasses, of: look.allTrials) }

  private func judgedByStratum(_ look: Look) -> [Int] {
    zip(look.passes, look.trials).map { judged(passes: $0, of: $1) }
  }
}
