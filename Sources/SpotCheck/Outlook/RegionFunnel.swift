import Glibc
public import SpotCheckStatistics

/// The regions of a level around their targets, with limits that narrow as the units judged grow.
///
/// Spiegelhalter 2005, on the arcsine scale: inner limits leave 2.5 % on either side, outer limits 0.1 %. Regions
/// differ by more than chance for reasons of their own; that variance τ² is estimated around the *pooled* rate and
/// widens the limits around the *target*: estimated around the target, a shortfall of all would hide itself.
/// Indicators with weights have no such funnel.
public struct RegionFunnel: Sendable, Equatable {
  /// The indicator's identifier in the plan.
  public var indicator: String
  /// The indicator's own category.
  public var category: String
  /// The period.
  public var period: String
  /// The level of the regions.
  public var regionLevel: String
  /// The pooled rate of the regions.
  public var center: Double
  /// φ, the mean square of the scores around the pooled rate, the extreme ones drawn in: about 1 by chance.
  public var dispersion: Double
  /// τ², the variance between regions on the arcsine scale; 0 where they differ no more than chance makes them.
  public var variance: Double
  /// The target that ``curve`` is drawn around: that of the whole; `nil` where it has none.
  public var target: Double?
  /// Limits around ``target`` from fewest units to most, evenly spaced on a logarithmic scale.
  public var curve: [Limits]
  /// The regions with units and a target, in order of codes.
  public var points: [Point]

  /// Limits at a number of units.
  public struct Limits: Sendable, Equatable {
    /// Units judged.
    public var trials: Int
    /// The inner limits, τ² included.
    public var inner: RateInterval
    /// The outer limits, τ² included.
    public var outer: RateInterval
    /// The inner limits by chance alone.
    public var plainInner: RateInterval
    /// The outer limits by chance alone.
    public var plainOuter: RateInterval

    init(around target: Double, trials: Int, variance: Double) {
      func limits(_ z: Double, _ variance: Double) -> RateInterval {
        FunnelPlot.arcsineLimits(center: target, trials: Double(trials), z: z, variance: variance)
      }
      self.trials = trials
      inner = limits(FunnelPlot.inner, variance)
      outer = limits(FunnelPlot.outer, variance)
      plainInner = limits(FunnelPlot.inner, 0)
      plainOuter = limits(FunnelPlot.outer, 0)
    }
  }

  /// One region.
  public struct Point: Sendable, Equatable {
    /// The region's code or name.
    public var region: String
    /// The region's name where a table knows it.
    public var regionName: String?
    /// Units that conformed.
    public var passes: Int
    /// The region's own target.
    public var target: Double
    /// The limits around its target at its units.
    public var limits: Limits
    /// `passes / trials`.
    public var passRate: Double { Double(passes) / Double(limits.trials) }
    /// Where it lies, τ² included.
    public var position: FunnelPosition {
      FunnelPosition(of: passRate, inner: limits.inner, outer: limits.outer)
    }
    /// Where it lies by chance alone.
    public var plainPosition: FunnelPosition {
      FunnelPosition(of: passRate, inner: limits.plainInner, outer: limits.plainOuter)
    }
  }
}

extension OutlookGround {
  /// A funnel for each period and level.
  var funnels: [RegionFunnel] {
    peers.compactMap { peers in
      let members = peers.filter { !$0.isByWeights && $0.target != nil }
      let trials = members.map(\.trials)
      guard let first = members.first, let fewest = trials.min(), let most = trials.max(),
        let found = FunnelDispersion(passes: members.map(\.finding.passes), trials: trials)
      else { return nil }
      let whole = cells.first {
        $0.depth == 0 && $0.finding.regionLevel == RegionHierarchy.wholeLevel
          && $0.finding.period == first.finding.period
      }
      let target = whole?.targetPassRate
      return RegionFunnel(
        indicator: indicator.id, category: categories[0], period: first.finding.period,
        regionLevel: first.finding.regionLevel, center: found.center, dispersion: found.dispersion,
        variance: found.variance, target: target,
        curve: target.map { target in
          Self.sizes(from: fewest, to: most).map {
            RegionFunnel.Limits(around: target, trials: $0, variance: found.variance)
          }
        } ?? [],
        points: members.compactMap { cell in
          cell.targetPassRate.map { target in
            RegionFunnel.Point(
              region: cell.finding.region, regionName: cell.finding.regionName, passes: cell.finding.passes,
              target: target,
              limits: RegionFunnel.Limits(around: target, trials: cell.trials, variance: found.variance))
          }
        })
    }
  }

  /// At most 48 numbers of units, each once, evenly spaced by ratio.
  private static func sizes(from fewest: Int, to most: Int) -> [Int] {
    let ratio = Double(most) / Double(fewest)
    let steps = 47
    var sizes: [Int] = []
    for step in 0...steps {
      let size = min(Double(most), Double(fewest) * pow(ratio, Double(step) / Double(steps)))
      let whole = step == steps ? most : Int(size)
      if sizes.last.map({ $0 < whole }) ?? true { sizes.append(whole) }
    }
    return sizes
  }
}
