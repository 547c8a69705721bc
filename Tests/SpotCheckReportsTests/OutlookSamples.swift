@testable import SpotCheck

/// An outlook with one element of each kind.
enum OutlookSamples {
  static let outlook: Outlook = {
    var outlook = Outlook()
    outlook.provisionalFrom = Month(year: 2024, month: 11)
    outlook.contributions = [
      Contribution(
        subject: subject, period: "2024", dimension: .region, excessFailures: 12.5,
        parts: [
          Contribution.Part(
            key: "530102", name: "五华区", trials: 100, passes: 80, excessFailures: 15.5, share: 1.24),
          Contribution.Part(
            key: "530103", name: nil, trials: 75, passes: 75, excessFailures: -3, share: -0.24),
        ])
    ]
    outlook.comparisons = [
      PeriodComparison(
        subject: subject, kind: .samePeriodLastYear, period: "2024", baselinePeriod: "2023",
        months: [Month(year: 2024, month: 11), Month(year: 2024, month: 12)], isProvisional: true,
        trials: 160,
        passes: 150, baselineTrials: 160, baselinePasses: 155, difference: -0.03125, lower: -0.11, upper: 0.01
      )
    ]
    outlook.series = [series]
    outlook.funnels = [
      RegionFunnel(
        indicator: "manufacturing", category: "制造业", period: "2024", regionLevel: "prefecture", center: 0.95,
        dispersion: 1.5, variance: 0.0004, target: 0.955, curve: [limits(10), limits(175)],
        points: [
          RegionFunnel.Point(
            region: "530100", regionName: "昆明市", passes: 155, target: 0.955, limits: limits(175))
        ])
    ]
    outlook.trends = [
      MonthlyTrend(
        subject: subject, months: Month(year: 2024, month: 1)...Month(year: 2024, month: 10), count: 10,
        slope: nil, standardError: nil, dispersion: nil, p: nil, q: nil, cochranArmitage: 0.25,
        direction: .unclear)
    ]
    outlook.rankings = [
      RegionRanking(
        indicator: "manufacturing", category: "制造业", period: "2024", regionLevel: "prefecture",
        confidence: 0.95,
        entries: [
          RegionRanking.Entry(
            region: "530100", regionName: "昆明市", trials: 175, passes: 155, passRate: 0.8857142857142857,
            limits: RateInterval(lower: 0.82, upper: 0.93), ranks: RankInterval(best: 2, worst: 5),
            medianRank: 3, grade: .undecided)
        ])
    ]
    outlook.projections = [
      YearEndFan(
        subject: subject, period: "2025", planned: 400, remaining: 225, target: 0.955,
        possible: RateInterval(lower: 0.3875, upper: 0.95), quantiles: [0.87, 0.88, 0.89, 0.9, 0.91],
        path: [YearEndFan.Step(month: Month(year: 2025, month: 1), trials: 160, passes: 150)])
    ]
    return outlook
  }()

  private static let subject = OutlookSubject(
    indicator: "manufacturing", region: "530100", regionName: "昆明市", regionLevel: "prefecture",
    category: "制造业")

  private static let series = MonthlySeries(
    subject: subject, baseline: Month(year: 2023, month: 1)...Month(year: 2023, month: 12), center: 0.96,
    sigmaZ: 1.25, dispersion: 1.5, failureRates: RateInterval(lower: 0.04, upper: 0.08), threshold: 4.75,
    points: [
      MonthlySeries.Point(
        month: Month(year: 2024, month: 10), trials: 100, passes: 80, isProvisional: false,
        interval: RateInterval(lower: 0.71, upper: 0.87), target: 0.955,
        limits: RateInterval(lower: 0.9, upper: 1), cusum: 5.5),
      MonthlySeries.Point(
        month: Month(year: 2024, month: 11), trials: 75, passes: 75, isProvisional: true,
        interval: RateInterval(lower: 0.95, upper: 1), target: 0.955),
    ])

  private static func limits(_ trials: Int) -> RegionFunnel.Limits {
    var limits = RegionFunnel.Limits(around: 0.955, trials: trials, variance: 0.0004)
    limits.inner = RateInterval(lower: 0.85, upper: 1)
    limits.outer = RateInterval(lower: 0.75, upper: 1)
    limits.plainInner = RateInterval(lower: 0.9, upper: 0.99)
    limits.plainOuter = RateInterval(lower: 0.875, upper: 0.9975)
    return limits
  }
}
