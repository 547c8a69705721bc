import Glibc
public import SpotCheckIngest
import SpotCheckStatistics

/// Whether a region's rate in a category rises or falls from month to month.
///
/// A line through the log-odds of the months not provisional, all years together, at least six of them: the odds of
/// passing change by ``oddsRatio`` a year. p is Student's with the dispersion between months, so that months
/// which merely wander are no trend; q adjusts it over the cells of one region level and category depth (Benjamini &
/// Hochberg 1995). Cochran & Armitage's test, which takes months as binomial, stands beside it.
public struct MonthlyTrend: Sendable, Equatable {
  /// The fewest months that a trend is drawn through.
  public static let leastMonths = 6

  /// The indicator, region and category.
  public var subject: OutlookSubject
  /// The first and last month.
  public var months: ClosedRange<Month>
  /// How many of them have units.
  public var count: Int
  /// The change of the log-odds of passing per month; `nil` where all failures lie on one side of all passes.
  public var slope: Double?
  /// The standard error of the slope.
  public var standardError: Double?
  /// The dispersion around the line, at least 1.
  public var dispersion: Double?
  /// The p-value of the slope, two-sided.
  public var p: Double?
  /// `p` adjusted over the cells of a family.
  public var q: Double?
  /// The p-value of Cochran & Armitage's test, two-sided.
  public var cochranArmitage: Double?
  /// The direction that q shows at the plan's α.
  public var direction: Direction

  /// How the odds of passing change in a year: e^(12 slope).
  public var oddsRatio: Double? { slope.map { exp(12 * $0) } }

  /// Where a rate goes.
  public enum Direction: String, Sendable, CaseIterable {
    /// The rate rises.
    case rising
    /// The rate falls.
    case falling
    /// Neither is shown.
    case unclear
  }
}

extension OutlookGround {
  /// The trends of all regions and categories that vary in enough months.
  var trends: [MonthlyTrend] {
    var trends: [MonthlyTrend] = []
    var families: [Family: [Int]] = [:]
    for place in places {
      guard let trend = trend(of: place) else { continue }
      if trend.p != nil {
        let family = Family(
          level: DimensionKey(levels: [place.finding.regionLevel]), depth: place.depth)
        families[family, default: []].append(trends.count)
      }
      trends.append(trend)
    }
    for members in families.values {
      let adjusted = MultipleTesting.benjaminiHochberg(members.map { trends[$0].p ?? 1 })
      for (index, q) in zip(members, adjusted) {
        trends[index].q = q
        guard q <= rule.alpha, let slope = trends[index].slope else { continue }
        trends[index].direction = slope > 0 ? .rising : .falling
      }
    }
    return trends
  }

  private struct Family: Hashable {
    var level: DimensionKey
    var depth: Int
  }

  private func trend(of place: AssessmentCell) -> MonthlyTrend? {
    let counts = months(of: place).filter { $0.trials > 0 && !isProvisional($0.month) }
    guard counts.count >= MonthlyTrend.leastMonths, let first = counts.first?.month,
      let last = counts.last?.month
    else { return nil }
    let (passes, trials) = (counts.map(\.passes), counts.map(\.trials))
    let scores = counts.map { Double($0.month.index) }
    guard let test = TrendTest.cochranArmitage(passes: passes, trials: trials, scores: scores) else {
      return nil
    }
    let line = LogisticTrend(passes: passes, trials: trials, scores: scores)
    return MonthlyTrend(
      subject: OutlookSubject(place.finding), months: first...last, count: counts.count, slope: line?.slope,
      standardError: line?.standardError, dispersion: line?.dispersion, p: line?.p, q: nil,
      cochranArmitage: test.p, direction: .unclear)
  }
}
