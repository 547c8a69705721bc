import SpotCheckStatistics

extension AssessmentCell {
  /// Where an open year may end.
  struct YearEnd {
    /// Units planned for the year.
    var planned: Int
    /// Units still to come.
    var remaining: Int
    /// The pass rate of the year if all units to come fail, or pass.
    var possible: RateInterval
    /// The pass rate of the year with a probability at or below it, ascending by probability.
    var quantiles: [Double]

    /// The probabilities of the quantiles.
    static let probabilities = [0.05, 0.25, 0.5, 0.75, 0.95]
  }

  /// Fills in the projection of an open year.
  ///
  /// The counts are judged units; months that vary by more than chance, and clusters, count for less.
  ///
  /// - Parameters:
  ///   - planned: Units planned for the year; `nil` where only strata have figures.
  ///   - strata: Units planned in each stratum of a weighted rate. Where none has a figure, the units to come are
  ///     spread like those so far; where some have, the others plan none.
  mutating func project(planned: Int?, strata: [Int?]) {
    guard let target else { return }
    let dispersion = max(monthlyDispersion ?? 1, finding.designEffect ?? 1)
    guard finding.estimator == Assessment.weightedEstimator || trials == 0 && !weights.isEmpty else {
      guard let planned else { return }
      let remaining = max(0, planned - trials)
      let projection = YearEndProjection(
        passes: judged, trials: trials, remaining: remaining, target: target.rate, dispersion: dispersion)
      let all = Double(trials + remaining)
      finding.need = projection.need
      fill(
        projection.status, projection.requiredFutureRate, projection.chanceMet, planned: planned,
        remaining: remaining,
        possible: RateInterval(
          lower: Double(judged) / max(1, all), upper: Double(judged + remaining) / max(1, all))
      ) { projection.yearRate(quantile: $0) ?? 0 }
      return
    }
    guard let parts = self.strata(planned: planned, strata: strata),
      let projection = WeightedProjection(strata: parts, target: target.rate, dispersion: dispersion)
    else { return }
    let remaining = parts.reduce(0) { $0 + $1.remaining }
    fill(
      projection.status, projection.requiredFutureRate, projection.chanceMet,
      planned: max(remaining, planned ?? trials + remaining), remaining: remaining,
      possible: projection.possible
    ) { projection.yearRate(quantile: $0) }
  }

  private mutating func fill(
    _ status: ProjectionStatus, _ rate: Double?, _ chance: Double, planned: Int, remaining: Int,
    possible: RateInterval, _ judgedRate: (Double) -> Double
  ) {
    finding.status = status.rawValue
    finding.requiredFutureRate = rate.map(passRate)
    finding.chanceMet = chance
    let judgesFailures = target?.judgesFailures == true
    yearEnd = YearEnd(
      planned: planned, remaining: remaining, possible: asPassRates(possible),
      quantiles: YearEnd.probabilities.map { passRate(judgedRate(judgesFailures ? 1 - $0 : $0)) })
  }

  private func strata(planned: Int?, strata: [Int?]) -> [WeightedProjection.Stratum]? {
    let none = [Int](repeating: 0, count: weights.count)
    let (trials, passes) = (looks.last?.trials ?? none, looks.last?.passes ?? none)
    var remaining = none
    if strata.contains(where: { $0 != nil }) {
      for (index, units) in strata.enumerated() { remaining[index] = max(0, (units ?? 0) - trials[index]) }
    } else if let planned {
      let all = trials.reduce(0, +)
      let rest = Double(max(0, planned - all))
      for index in remaining.indices {
        let share = all > 0 ? Double(trials[index]) / Double(all) : 1 / Double(weights.count)
        remaining[index] = Int(rest * share)
      }
    } else {
      return nil
    }
    return weights.indices.map { index in
      WeightedProjection.Stratum(
        weight: weights[index], passes: judged(passes: passes[index], of: trials[index]),
        trials: trials[index], remaining: remaining[index])
    }
  }

  /// How much more the months of the period vary than chance makes them.
  private var monthlyDispersion: Double? {
    let trials = looks.map(\.allTrials)
    let passes = looks.map(\.allPasses)
    return GroupDispersion.pearson(
      passes: zip(passes, [0] + passes).map(-), trials: zip(trials, [0] + trials).map(-))
  }
}
