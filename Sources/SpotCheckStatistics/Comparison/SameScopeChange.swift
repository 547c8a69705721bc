/// How a rate changed between two years, taken apart into change of rates and change of mix.
///
/// Strata are cells that both years have (同口径); the difference of a stratum is d = p1 − p0, its share of a
/// year's trials W0, W1.
///
/// - Mantel–Haenszel: Σ w d / Σ w, w = n0 n1/(n0 + n1) (Greenland & Robins 1985): the change with the mix held.
/// - Kitagawa (1955): rate effect Σ d (W0 + W1)/2 and mix effect Σ (W1 − W0)(p0 + p1)/2, which sum to the change
///   of the crude rate over these strata.
public struct SameScopeChange: Hashable, Sendable {
  /// The difference with the mix held.
  public let heldDifference: Double
  /// What the rates of strata changed.
  public let rateEffect: Double
  /// What the shares of strata changed.
  public let mixEffect: Double
  /// The rate there would be now, had the strata the shares they had before.
  public let rateAtFormerMix: Double
  /// Strata that both years have.
  public let strata: Int

  /// Compares strata; those that one year lacks are left out, and without any in common it is `nil`.
  public init?(_ strata: [RatePair]) {
    let shared = strata.filter(\.isComparable)
    guard !shared.isEmpty else { return nil }
    let before = shared.reduce(0) { $0 + Double($1.trialsBefore) }
    let now = shared.reduce(0) { $0 + Double($1.trialsNow) }
    var sums = (held: 0.0, weight: 0.0, rate: 0.0, mix: 0.0, former: 0.0)
    for pair in shared {
      let sizes = (before: Double(pair.trialsBefore), now: Double(pair.trialsNow))
      let rates = (
        before: Double(pair.passesBefore) / sizes.before, now: Double(pair.passesNow) / sizes.now
      )
      let weight = sizes.before * (sizes.now / (sizes.before + sizes.now))
      let shares = (before: sizes.before / before, now: sizes.now / now)
      sums.held += weight * (rates.now - rates.before)
      sums.weight += weight
      sums.rate += (rates.now - rates.before) * (shares.before + shares.now) / 2
      sums.mix += (shares.now - shares.before) * (rates.before + rates.now) / 2
      sums.former += shares.before * rates.now
    }
    self.heldDifference = sums.held / sums.weight
    self.rateEffect = sums.rate
    self.mixEffect = sums.mix
    self.rateAtFormerMix = sums.former
    self.strata = shared.count
  }
}
