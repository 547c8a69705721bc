import SpotCheckStatistics

extension AssessmentCell {
  /// Fills in the p-values of all but plain rates, and the anytime-valid ones of an open period.
  ///
  /// Only a plain rate has a likelihood that can be looked at again and again. For any other the least p-value
  /// over the month-ends so far counts as often as the period has months (Bonferroni), which holds at each.
  mutating func test() {
    guard isJudged, let period = looks.last else { return }
    if let now = pValues(at: period) {
      finding.pShortfall = now.shortfall
      finding.pMet = now.met
      leastMet = target?.isAll == true ? 1 : pValues(at: flawless(period))?.met ?? 1
      if isRising {
        var before = period
        before.passesBefore = before.trialsBefore
        leastShortfall = pValues(at: before)?.shortfall ?? 1
      }
      guard finding.isInterim else { return }
      let past = looks.compactMap { pValues(at: $0) }
      finding.pShortfallAnytime = min(1, Double(months) * past.reduce(1) { min($0, $1.shortfall) })
      finding.pMetAnytime = min(1, Double(months) * past.reduce(1) { min($0, $1.met) })
    } else if finding.isInterim, let target {
      let counts = judgedLooks
      let p = AnytimeTest.pValues(passes: counts.judged, trials: counts.trials, target: target.rate)
      finding.pShortfallAnytime = p.shortfall
      finding.pMetAnytime = p.met
    }
  }

  /// Fills in the one-sided bound in the claim's direction: from above for a shortfall, else from below.
  ///
  /// The claim is what is proven, and otherwise what the rate as counted says: in an open period a shortfall
  /// proven early may stand beside a rate that has risen to the target since.
  /// A cell of a family is bounded at the level of the family's rejections, any other at 1 − α; so a bound
  /// excludes the target exactly when the cell is rejected.
  mutating func bound(alpha: Double) {
    guard isJudged, let isAttained = finding.isAttained else { return }
    let isShort = finding.qShortfall ?? 1 <= alpha || finding.qMet ?? 1 > alpha && !isAttained
    let claim: Claim = isShort ? .shortfall : .met
    let risk = (claim == .met ? thresholds.met : thresholds.shortfall) ?? alpha
    guard let bound = bound(claim, risk: risk) else { return }
    finding.bound = passRate(bound)
    finding.boundLevel = 1 - risk
  }

  /// The judged rate beyond which the claim's test, at level `risk`, leaves nothing.
  private func bound(_ claim: Claim, risk: Double) -> Double? {
    if estimator == .exactBinomial, finding.isInterim { return anytimeBound(claim, risk: risk) }
    let all = finding.isInterim ? looks : looks.suffix(1)
    let share = risk / Double(finding.isInterim ? months : 1)
    let bounds = all.filter { $0.allTrials > 0 }.compactMap { rateBound(claim, risk: share, at: $0) }
    return claim == .met ? bounds.max() : bounds.min()
  }

  /// The rate from which on the anytime-valid p-value is at most `risk`, by halving.
  ///
  /// The p-value is that of the counts as they stand, which is never less than that of all month-ends; those
  /// decide only where they alone reject the target.
  private func anytimeBound(_ claim: Claim, risk: Double) -> Double? {
    guard risk > 0, let target else { return nil }
    let rate = target.rate.value
    let p = claim == .met ? finding.pMetAnytime : finding.pShortfallAnytime
    let isRejected = p ?? 1 <= risk
    var counts = (judged: [judged], trials: [trials])
    func isExcluded(_ rate: Double) -> Bool {
      let p = AnytimeTest.pValues(passes: counts.judged, trials: counts.trials, target: rate)
      return (claim == .met ? p.met : p.shortfall) <= risk
    }
    if isRejected, !isExcluded(rate) { counts = judgedLooks }
    let rates = zip(counts.judged, counts.trials).map { Double($0) / Double($1) }
    let extreme = claim == .met ? rates.max() : rates.min()
    var kept = isRejected ? extreme ?? rate : rate
    var excluded = isRejected ? rate : claim == .met ? 0.0 : 1.0
    guard isRejected || isExcluded(excluded) else { return excluded }
    while (excluded - kept).magnitude > 1e-9 {
      let middle = (excluded + kept) / 2
      if isExcluded(middle) { excluded = middle } else { kept = middle }
    }
    return isRejected ? excluded : kept
  }

  private var judgedLooks: (judged: [Int], trials: [Int]) {
    let trials = looks.map(\.allTrials)
    let judged = zip(looks, trials).map { self.judged(passes: $0.allPasses, of: $1) }
    return (judged, trials)
  }
}
