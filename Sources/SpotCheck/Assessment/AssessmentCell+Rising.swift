import SpotCheckStatistics

extension AssessmentCell {
  /// The comparison with the year before; `nil` without counts.
  func rise(_ confidence: Double) -> Rise? {
    guard let period = looks.last else { return nil }
    let pairs = period.pairs
    func cells(_ trials: (RatePair) -> Int, without other: (RatePair) -> Int) -> [Rise.Cell] {
      zip(stratumNames, pairs).filter { trials($1) > 0 && other($1) == 0 }
        .map { Rise.Cell(region: $0.region, category: $0.category, trials: trials($1)) }
    }
    return Rise(
      counts: period.pair, interval: period.pair.newcombeInterval(level: confidence),
      sameScope: SameScopeChange(pairs), onlyBefore: cells(\.trialsBefore, without: \.trialsNow),
      onlyNow: cells(\.trialsNow, without: \.trialsBefore))
  }

  /// Fills in how the rate stands to that of the year before, by exact integers.
  mutating func compareWithYearBefore() {
    guard let pair = looks.last?.pair, let before = pair.rateBefore, let now = pair.rateNow else { return }
    finding.isAttained = pair.hasRisen
    finding.shortfall = max(0, before - now)
    finding.passesShort = pair.hasRisen ? 0 : pair.leastRisenPasses - pair.passesNow
    finding.excessFailures =
      Double(pair.trialsNow - pair.passesNow)
      - Double(pair.trialsNow) * (Double(pair.trialsBefore - pair.passesBefore) / Double(pair.trialsBefore))
  }

  /// Whether neither a rise nor a fall could be proven, even had the better year been without a failure.
  func isTooFewToCompare(alpha: Double) -> Bool {
    guard let pair = looks.last?.pair else { return true }
    let isFlawless = pair.passesBefore == pair.trialsBefore && pair.passesNow == pair.trialsNow
    return !isFlawless && leastMet > alpha && leastShortfall > alpha
  }
}

extension RatePair {
  /// The least passes now that are a rise: ⌊k0 n1/n0⌋ + 1, or all units where none failed before.
  fileprivate var leastRisenPasses: Int {
    guard passesBefore < trialsBefore else { return trialsNow }
    return trialsBefore.dividingFullWidth(passesBefore.multipliedFullWidth(by: trialsNow)).quotient + 1
  }
}
