extension PlanSearch {
  /// The most nonconforming items with which a double plan that is sought may accept.
  public static let largestDoubleAcceptanceNumber = 100

  /// The double plan that inspects the fewest items on average where lots are as good as p₁.
  ///
  /// Its samples are of equal size, as in ISO 2859-1, and the first rejects only what the second could not save:
  /// Re₁ = Re₂ = Ac₂ + 1. Of plans with one average the smaller n, then the smaller Ac₁. No plan of 2n items is stronger
  /// than the best randomised test on them (Neyman & Pearson 1933), so the search begins at the first n for which that
  /// test keeps both risks, and it ends where n reaches the least average.
  ///
  /// - Returns: `nil` where there is none, as with a lot too small, or none with an Ac₂ up to
  ///   ``largestDoubleAcceptanceNumber``.
  /// - Complexity: O(Ac₂²) distribution functions for each n that is tried.
  public func double() -> SamplingPlan? {
    let end = mostItems / 2 + 1
    let start = (1..<end).firstNumber { randomizedTestSuffices(items: 2 * $0) }
    var best: (plan: SamplingPlan, items: Double)?
    for size in start..<end {
      if let best, Double(size) >= best.items { break }
      let limit = firstCountTooMany(items: 2 * size)
      guard limit <= Self.largestDoubleAcceptanceNumber + 1 || best != nil else { return nil }
      let plan = bestDouble(size: size, acceptingBelow: min(limit, Self.largestDoubleAcceptanceNumber + 1))
      if let plan, plan.items < best?.items ?? .infinity { best = plan }
    }
    return best?.plan
  }

  /// The least c for which P(X ≤ c) exceeds β at p₂.
  private func firstCountTooMany(items: Int) -> Int {
    (0..<items).firstNumber { !points.keepsConsumerRisk(bad.probability(ofAtMost: $0, in: items)) }
  }

  /// Whether a test on so many items that tosses a coin at one count keeps both risks.
  private func randomizedTestSuffices(items: Int) -> Bool {
    let limit = firstCountTooMany(items: items)
    let spare = points.consumerRisk - bad.probability(ofAtMost: limit - 1, in: items)
    let coin = min(max(spare / bad.probability(of: limit, in: items), 0), 1)
    return points.keepsProducerRisk(
      good.probability(ofAtMost: limit - 1, in: items) + coin * good.probability(of: limit, in: items))
  }

  /// The plan with samples of a size and an Ac₂ below `limit` that keeps both risks and inspects least at p₁,
  /// and what it inspects.
  private func bestDouble(
    size: Int, acceptingBelow limit: Int
  ) -> (plan: SamplingPlan, items: Double)? {
    let (good, bad) = (TwoSamples(of: good, size, below: limit), TwoSamples(of: bad, size, below: limit))
    var best: (plan: SamplingPlan, items: Double)?
    for first in 0..<limit where points.keepsConsumerRisk(bad.first[first]) {
      let open = (0..<limit).map { 1 - Self.chance(ofAtMost: first, of: $0, size: size) }
      let (producer, consumer) = (good.acceptance(first, open), bad.acceptance(first, open))
      let second = (first + 1..<max(limit, first + 1)).first { points.keepsProducerRisk(producer[$0]) }
      guard let second, points.keepsConsumerRisk(consumer[second]) else { continue }
      let items = Double(size) * (1 + good.first[second] - good.first[first])
      guard items < best?.items ?? .infinity else { continue }
      let stage = SamplingPlan.Stage(size: size, acceptanceNumber: first, rejectionNumber: second + 1)
      best = SamplingPlan.double(first: stage, secondSize: size, acceptanceNumber: second)
        .map { ($0, items) }
    }
    return best
  }

  /// The chance that of nonconforming items in two equal samples at most so many are in the first: the same for any
  /// lot and process.
  private static func chance(ofAtMost count: Int, of total: Int, size: Int) -> Double {
    guard total <= 2 * size else { return 0 }
    return LotQuality.hypergeometric(nonconforming: total, lotSize: 2 * size)
      .probability(ofAtMost: count, in: size)
  }
}

/// The nonconforming items in two samples of equal size.
private struct TwoSamples {
  /// P(X₁ ≤ k) of the first.
  let first: [Double]
  /// P(X₁ + X₂ = k) of both.
  let both: [Double]

  init(of lot: LotQuality, _ size: Int, below limit: Int) {
    first = (0..<limit).map { lot.probability(ofAtMost: $0, in: size) }
    both = (0..<limit).map { lot.probability(of: $0, in: 2 * size) }
  }

  /// Pa by Ac₂, for one Ac₁ and the chances, by the count in both samples, that the first leaves the decision open.
  func acceptance(_ acceptanceNumber: Int, _ open: [Double]) -> [Double] {
    var sum = first[acceptanceNumber]
    return zip(both, open).enumerated().map { count, chances in
      if count > acceptanceNumber { sum += chances.0 * chances.1 }
      return sum
    }
  }
}
