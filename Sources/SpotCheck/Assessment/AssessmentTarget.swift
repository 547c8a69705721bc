import SpotCheckStatistics

/// A target as it is judged: a rate that the *judged* units must reach.
///
/// | measure, comparison | judged units | rate to reach |
/// |---|---|---|
/// | pass rate at least τ | passes | τ |
/// | fail rate at most φ | passes | 1 − φ |
/// | pass rate at most τ | failures | 1 − τ |
/// | fail rate at least φ | failures | φ |
/// | all | passes | 1 |
///
/// A share is judged like a pass rate, by quantities. A mean has a target on its own scale.
///
/// The complements are exact, so every comparison with counts is too.
struct AssessmentTarget: Equatable {
  /// The target as the plan writes it, on the scale of the measure.
  let written: DecimalFraction
  /// The rate that the judged units must reach, in `0...1`.
  let rate: DecimalFraction
  /// Whether failures are judged rather than passes.
  let judgesFailures: Bool

  /// The target of an indicator that is written so; `nil` where it exceeds 1, unless it is of a mean.
  init?(_ written: DecimalFraction, of indicator: Indicator) {
    guard indicator.measure != .mean else {
      self.init(written: written, rate: written, judgesFailures: false)
      return
    }
    guard let complement = written.complement else { return nil }
    let isFloor = indicator.comparison != .atMost
    let isPassRate = indicator.measure != .failRate || indicator.comparison == .all
    self.init(
      written: written, rate: isFloor ? written : complement, judgesFailures: isFloor != isPassRate)
  }

  private init(written: DecimalFraction, rate: DecimalFraction, judgesFailures: Bool) {
    self.written = written
    self.rate = rate
    self.judgesFailures = judgesFailures
  }

  /// Whether only a rate of 1 will do.
  var isAll: Bool { rate.digits == rate.scale }

  /// The units judged, of `trials` with `passes`.
  func judged(passes: Int, of trials: Int) -> Int {
    judgesFailures ? trials - passes : passes
  }

  /// A rate of judged units as a pass rate, and the other way round.
  func passRate(_ judged: Double) -> Double {
    judgesFailures ? 1 - judged : judged
  }
}

/// The targets of an indicator by region and year.
struct AssessmentTargets {
  private let indicator: Indicator
  private let overrides: [Int32: [Int: DecimalFraction]]

  /// Finds the regions that the indicator's overrides name.
  init(of indicator: Indicator, in regions: RegionHierarchy) {
    self.indicator = indicator
    self.overrides = indicator.overrides.reduce(into: [:]) { found, override in
      guard let region = regions.region(named: override.region) else { return }
      found[region, default: [:]].merge(override.targets) { first, _ in first }
    }
  }

  /// The target of a year for a region, the first of `ancestry`: that of the first of them to have one.
  func target(for ancestry: [Int32], year: Int) -> AssessmentTarget? {
    for region in ancestry {
      if let written = overrides[region].flatMap({ written(in: $0, year: year) }) {
        return AssessmentTarget(written, of: indicator)
      }
    }
    if indicator.comparison == .all, indicator.targets.isEmpty {
      return AssessmentTarget(DecimalFraction(digits: 1, places: 0), of: indicator)
    }
    return written(in: indicator.targets, year: year).flatMap { AssessmentTarget($0, of: indicator) }
  }

  private func written(in targets: [Int: DecimalFraction], year: Int) -> DecimalFraction? {
    if let target = targets[year] { return target }
    guard indicator.interpolatesTargets, let before = targets.keys.filter({ $0 < year }).max(),
      let after = targets.keys.filter({ $0 > year }).min(),
      let start = targets[before], let end = targets[after]
    else { return nil }
    return .interpolated(from: start, to: end, step: year - before, of: after - before)
  }
}

extension DecimalFraction {
  /// The fraction `step` of `steps` on the way from one to another, to the nearest of 12 places, half up.
  static func interpolated(
    from start: DecimalFraction, to end: DecimalFraction, step: Int, of steps: Int
  ) -> DecimalFraction? {
    let places = 12
    func scaled(_ fraction: DecimalFraction) -> Int128 {
      Int128(fraction.digits) * 1_000_000_000_000 * 1000 / Int128(fraction.scale)
    }
    let sum = scaled(start) * Int128(steps - step) + scaled(end) * Int128(step)
    let unit = Int128(steps) * 1000
    guard let digits = Int(exactly: (2 * sum + unit) / (2 * unit)) else { return nil }
    var shortest = DecimalFraction(digits: digits, places: places)
    while shortest.places > 0, shortest.digits % 10 == 0 {
      shortest = DecimalFraction(digits: shortest.digits / 10, places: shortest.places - 1)
    }
    return shortest
  }
}
