extension PlanSearch {
  /// The most nonconforming items with which a double plan that is sought may accept.
  public static let largestDoubleAcceptanceNumber = 100

  /// The double plan with two samples of equal size, as ISO 2859-1 has them, and the fewest items in each.
  ///
  /// Its first sample rejects only what the second could not save: Re₁ = Re₂ = Ac₂ + 1. Of the plans with equally few
  /// items it is the one with the least average sample number at p₁, then the least Ac₁. No plan of 2n items is
  /// stronger than the best randomised test on them (Neyman & Pearson 1933), so the search begins at the first n for
  /// which that test keeps both risks.
  ///
  /// - Returns: `nil` where there is none, as with a lot too small, or only one with an Ac₂ above
  ///   ``largestDoubleAcceptanceNumber``.
  /// - Complexity: O(Ac₂²) distribution functions for each n that is tried.
  public func double() -> SamplingPlan? {
    let end = mostItems / 2 + 1
    let start = (1..<max(end, 1)).firstNumber { randomizedTestSuffices(items: 2 * $0) }
    for size in start..<max(end, start) {
      let limit = firstCountTooMany(items: 2 * size)
      guard limit <= Self.largestDoubleAcceptanceNumber + 1 else { return nil }
      if let plan = bestDouble(size: size, acceptingBelow: limit) { return plan }
    }
    return nil
  }

  /// The least c for which P(X ≤ c) exceeds β at p₂.
  private func firstCountTooMany(items: Int) -> Int {
    (0..<items).firstNumber { !points.satisfiesConsumer(bad.probability(ofAtMost: $0, in: items)) }
  }

  /// Whether a test on so many items that tosses a coin at one count keeps both risks.
  private func randomizedTestSuffices(items: Int) -> Bool {
    let limit = firstCountTooMany(items: items)
    let spare = points.consumerRisk - bad.probability(ofAtMost: limit - 1, in: items)
    let coin = min(max(spare / bad.probability(of: limit, in: items), 0), 1)
    return points.satisfiesProducer(
      good.probability(ofAtMost: limit - 1, in: items) + coin * good.probability(of: limit, in: items))
  }

  /// The plan with samples of a size and an Ac₂ below `limit` that keeps both risks and inspects least at p₁.
  private func bestDouble(size: Int, acceptingBelow limit: Int) -> SamplingPlan? {
    var best: (plan: SamplingPlan, items: Double)?
    var most = limit - 1
    for first in 0..<limit {
      while most > first, !isKept(by: doublePlan(size, first, most), points.satisfiesConsumer, at: bad) {
        most -= 1
      }
      guard most > first else { break }
      let least = (first + 1..<most + 1).firstNumber {
        isKept(by: doublePlan(size, first, $0), points.satisfiesProducer, at: good)
      }
      guard least <= most, let plan = doublePlan(size, first, least) else { continue }
      let items = plan.averageSampleNumber(of: good)
      if items < best?.items ?? .infinity { best = (plan, items) }
    }
    return best?.plan
  }

  private func doublePlan(_ size: Int, _ first: Int, _ second: Int) -> SamplingPlan? {
    .double(
      first: SamplingPlan.Stage(size: size, acceptanceNumber: first, rejectionNumber: second + 1),
      secondSize: size, acceptanceNumber: second)
  }

  private func isKept(
    by plan: SamplingPlan?, _ isSatisfied: (Double) -> Bool, at lot: LotQuality
  ) -> Bool {
    plan.map { isSatisfied($0.acceptance(of: lot)) } ?? false
  }
}
