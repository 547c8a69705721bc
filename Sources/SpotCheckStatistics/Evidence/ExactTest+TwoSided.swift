extension ExactTest {
  /// The two-sided p-value: Σ P(j | trials, target) over the j that are no more probable than `passes`.
  ///
  /// Outcomes within 1e-7 of that probability count as equal, as in R's `binom.test`. Without trials it is 1.
  ///
  /// - Complexity: O(log n) probabilities and two tails.
  public static func pTwoSided(passes: Int, trials: Int, target: Double) -> Double {
    let rate = Target(target)
    guard trials > 0 else { return 1 }
    guard rate.rate > 0, rate.complement > 0 else { return Double(passes) == Double(trials) * target ? 1 : 0 }
    let distribution = BinomialDistribution(trials: trials, p: rate.rate, q: rate.complement)
    let seen = distribution.logProbability(of: passes)
    func isNoMoreProbable(_ count: Int) -> Bool { distribution.logProbability(of: count) <= seen + 1e-7 }
    let mean = Double(trials) * target
    guard Double(passes) != mean else { return 1 }
    if Double(passes) < mean {
      var first = Int(mean.rounded(.up))
      var end = trials + 1
      while first < end {
        let middle = first + (end - first) / 2
        if isNoMoreProbable(middle) { end = middle } else { first = middle + 1 }
      }
      return min(
        1,
        pShortfall(passes: passes, trials: trials, target: target)
          + (end > trials ? 0 : pMet(passes: end, trials: trials, target: target)))
    }
    var last = -1
    var end = Int(mean.rounded(.down))
    while last < end {
      let middle = last + (end - last + 1) / 2
      if isNoMoreProbable(middle) { last = middle } else { end = middle - 1 }
    }
    return min(
      1,
      pMet(passes: passes, trials: trials, target: target)
        + (last < 0 ? 0 : pShortfall(passes: last, trials: trials, target: target)))
  }
}
