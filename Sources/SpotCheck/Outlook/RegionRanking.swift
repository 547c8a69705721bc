public import SpotCheckStatistics

/// The ranks that the regions of a level may truly have, rank 1 being the best.
///
/// Rank intervals hold for all regions at once at 1 − α: from Clopper–Pearson limits at 1 − α/m each, or those of the
/// gamma method for weighted rates (Klein, Wright & Wieczorek 2020). The median rank is that of 1,000 draws of all
/// rates from their posteriors, by a fixed seed, under the beta-binomial prior of the level where one can be fitted.
/// A grade is one of three equal parts of the ranks, undecided (待定) where a cut-off lies inside the interval.
public struct RegionRanking: Sendable, Equatable {
  /// How many grades there are.
  public static let grades = 3

  /// The indicator's identifier in the plan.
  public var indicator: String
  /// The indicator's own category.
  public var category: String
  /// The period.
  public var period: String
  /// The level of the regions.
  public var regionLevel: String
  /// The joint confidence of the intervals, 1 − α.
  public var confidence: Double
  /// The regions with units, in order of codes.
  public var entries: [Entry]

  /// One region.
  public struct Entry: Sendable, Equatable {
    /// The region's code or name.
    public var region: String
    /// The region's name where a table knows it.
    public var regionName: String?
    /// Units judged.
    public var trials: Int
    /// Units that conformed.
    public var passes: Int
    /// The pass rate, weighted where the indicator has weights.
    public var passRate: Double?
    /// The limits of the rate, which hold for all regions at once.
    public var limits: RateInterval
    /// The ranks it may truly have.
    public var ranks: RankInterval
    /// The median rank of the draws.
    public var medianRank: Int
    /// The grade; `nil` with fewer than three regions.
    public var grade: Grade?
  }

  /// A part of the ranks.
  public enum Grade: String, Sendable, CaseIterable {
    /// All ranks it may have are in the best third.
    case upper
    /// All are in the second third.
    case middle
    /// All are in the last third.
    case lower
    /// A cut-off lies among them (待定).
    case undecided
  }
}

extension OutlookGround {
  /// A ranking for each period and level.
  var rankings: [RegionRanking] {
    peers.map { peers in
      let each = 1 - rule.alpha / Double(peers.count)
      let limits = peers.map { cell in
        let judged = cell.simultaneousLimits(level: each)
        return judged ?? RateInterval(lower: 0, upper: 1)
      }
      let ranks = RankInterval.of(limits)
      let medians = PosteriorRanks.medians(of: strata(of: peers))
      return RegionRanking(
        indicator: indicator.id, category: categories[0], period: peers[0].finding.period,
        regionLevel: peers[0].finding.regionLevel, confidence: 1 - rule.alpha,
        entries: peers.indices.map { index in
          let cell = peers[index]
          return RegionRanking.Entry(
            region: cell.finding.region, regionName: cell.finding.regionName, trials: cell.trials,
            passes: cell.finding.passes, passRate: cell.finding.passRate,
            limits: cell.asPassRates(limits[index]), ranks: ranks[index], medianRank: medians[index],
            grade: RegionRanking.Grade(ranks[index], among: peers.count))
        })
    }
  }

  /// The posterior of every cell's judged rate, by strata where it is weighted.
  private func strata(of peers: [AssessmentCell]) -> [[PosteriorRanks.Stratum]] {
    let plain = peers.filter { !$0.isByWeights }
    let isFitted = plain.count >= Shrinkage.leastCells
    let fit =
      isFitted ? BetaBinomialFit(passes: plain.map(\.judged), trials: plain.map(\.trials)) : nil
    let prior = fit?.prior ?? .jeffreys
    return peers.map { cell in
      guard cell.isByWeights, let look = cell.looks.last else {
        return [PosteriorRanks.Stratum(rate: cell.posterior(prior))]
      }
      return cell.weights.indices.filter { look.trials[$0] > 0 }.map { stratum in
        let judged =
          cell.target?.judged(passes: look.passes[stratum], of: look.trials[stratum]) ?? look.passes[stratum]
        return PosteriorRanks.Stratum(
          weight: cell.weights[stratum],
          rate: BetaDistribution.jeffreys.posterior(passes: judged, trials: look.trials[stratum]))
      }
    }
  }
}

extension RegionRanking.Grade {
  /// The grade of a rank interval; `nil` with fewer regions than grades.
  init?(_ ranks: RankInterval, among count: Int) {
    guard count >= RegionRanking.grades else { return nil }
    switch ranks.grade(among: count, parts: RegionRanking.grades) {
    case 1: self = .upper
    case 2: self = .middle
    case 3: self = .lower
    default: self = .undecided
    }
  }
}
