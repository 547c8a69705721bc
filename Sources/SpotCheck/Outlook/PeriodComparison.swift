public import SpotCheckIngest
import SpotCheckStatistics

/// A rate beside that of another period: 同比 or 环比.
///
/// The difference is a proportion, the rate now less the rate before, with Newcombe's hybrid score limits (1998) at
/// the confidence of the report's intervals. Units are counted as they are; an indicator's weights take no part.
public struct PeriodComparison: Sendable, Equatable {
  /// The indicator, region and category; always the indicator's own category.
  public var subject: OutlookSubject
  /// What is compared with what.
  public var kind: Kind
  /// The period now.
  public var period: String
  /// The period before.
  public var baselinePeriod: String
  /// The months compared, of the period now; for 同比 those that both years have data of, anywhere.
  public var months: [Month]
  /// Whether results of some month compared are still to arrive.
  public var isProvisional: Bool
  /// Units judged now.
  public var trials: Int
  /// Units that conformed now.
  public var passes: Int
  /// Units judged before.
  public var baselineTrials: Int
  /// Units that conformed before.
  public var baselinePasses: Int
  /// The rate now less the rate before.
  public var difference: Double
  /// The lower limit of the difference.
  public var lower: Double
  /// The upper limit of the difference.
  public var upper: Double

  /// `passes / trials`.
  public var passRate: Double { Double(passes) / Double(trials) }
  /// `baselinePasses / baselineTrials`.
  public var baselinePassRate: Double { Double(baselinePasses) / Double(baselineTrials) }

  /// What is compared with what.
  public enum Kind: String, Sendable, CaseIterable {
    /// 同比: the months of the period so far, with the same months of the year before.
    case samePeriodLastYear = "same_period_last_year"
    /// 环比: the period with the one before it.
    case lastPeriod = "last_period"
  }
}

extension OutlookGround {
  /// The comparisons of each region: every assessed period and the latest month with the year before; every assessed
  /// quarter and the latest month with the period before.
  ///
  /// A pair of which one side has no units is left out.
  var comparisons: [PeriodComparison] {
    guard let latest = survey.months.last else { return [] }
    let all = Set(months(region: 0, slot: 0).map(\.month.index))
    let assessed = Set(rule.periods.flatMap { unit in survey.months.map { Period(unit, containing: $0) } })
    let spans = assessed.sorted() + [Period(.month, containing: latest)]
    return places.filter { $0.depth == 0 }.flatMap { place in
      let counts = months(of: place)
      return spans.flatMap { span in
        [
          comparison(.samePeriodLastYear, of: place, counts, span, among: all),
          span.unit == .year ? nil : comparison(.lastPeriod, of: place, counts, span, among: all),
        ].compactMap { $0 }
      }
    }
  }

  private func comparison(
    _ kind: PeriodComparison.Kind, of place: AssessmentCell, _ counts: [MonthCounts], _ period: Period,
    among all: Set<Int>
  ) -> PeriodComparison? {
    let span = (period.first.index...period.last.index).filter(all.contains)
    let back = kind == .samePeriodLastYear ? 12 : period.months
    let before = Period(period.unit, containing: Month(index: period.first.index - back))
    let now = kind == .samePeriodLastYear ? span.filter { all.contains($0 - back) } : span
    let baseline =
      kind == .samePeriodLastYear
      ? now.map { $0 - back } : (before.first.index...before.last.index).filter(all.contains)
    let (sum, earlier) = (counts.sum(where: Set(now).contains), counts.sum(where: Set(baseline).contains))
    let pair = RatePair(
      passesBefore: earlier.passes, trialsBefore: earlier.trials, passesNow: sum.passes, trialsNow: sum.trials
    )
    guard let last = now.last, let difference = pair.difference,
      let limits = pair.newcombeInterval(level: confidence)
    else { return nil }
    return PeriodComparison(
      subject: OutlookSubject(place.finding), kind: kind, period: period.text, baselinePeriod: before.text,
      months: now.map { Month(index: $0) }, isProvisional: isProvisional(Month(index: last)),
      trials: sum.trials, passes: sum.passes, baselineTrials: earlier.trials, baselinePasses: earlier.passes,
      difference: difference, lower: limits.lower, upper: limits.upper)
  }
}
