import SpotCheck

/// The figures of a finding as people read them: percentages without a percent sign, `—` where there are none.
///
/// Rounded once by GB/T 8170-2008, with more decimals where rounding would hide on which side of the target
/// a rate or bound lies.
struct RateText {
  /// The rate.
  var rate = Words.missing
  /// The one-sided bound, with the side it bounds.
  var bound = Words.missing
  /// The target as the plan writes it.
  var target = Words.missing
  /// The shortfall in percentage points.
  var shortfall = Words.missing
  /// The rate less the target in percentage points, with its sign.
  var difference = Words.missing

  /// Decimals of a rate.
  private static let decimals = 2

  /// The figures of a finding on the scale of its target: rates of failures where those are measured.
  init(_ finding: Finding, measure: Indicator.Measure = .passRate) {
    let written = finding.targetText.flatMap { DecimalFraction($0) }
    guard measure != .mean else {
      self = RateText(mean: finding, target: written)
      return
    }
    if let written { target = Self.percent(written) }
    let direction: Rounding.Direction =
      finding.comparison == Indicator.Comparison.atMost.rawValue ? .atMost : .atLeast
    guard let passRate = finding.passRate, finding.trials > 0 else { return }
    let isOfFailures = measure == .failRate
    let measured = isOfFailures ? finding.trials - finding.passes : finding.passes
    let value = isOfFailures ? 1 - passRate : passRate
    if Estimator(rawValue: finding.estimator)?.isOfCounts ?? false {
      rate = Self.percent(measured, of: finding.trials, target: written, direction: direction)
    } else {
      rate = Self.percent(value, target: written, direction: direction)
    }
    if let limit = finding.bound.map({ isOfFailures ? 1 - $0 : $0 }) {
      let isUpper = limit >= value
      let text = Self.percent(limit, target: written, direction: isUpper ? .atLeast : .atMost)
      bound = (isUpper ? "≤" : "≥") + text
    }
    if let value = finding.shortfall { shortfall = Self.points(value) }
    if let target = written?.value ?? finding.target { difference = Self.signedPoints(value - target) }
  }

  /// The figures of a mean, on the scale of its quantity.
  private init(mean finding: Finding, target written: DecimalFraction?) {
    target = written?.description ?? Words.missing
    guard let mean = finding.passRate else { return }
    rate = Self.number(mean)
    if let limit = finding.bound { bound = (limit >= mean ? "≤" : "≥") + Self.number(limit) }
    if let value = finding.shortfall { shortfall = Self.number(value) }
  }

  /// A number with two decimals, half to even; `—` for one beyond all scales.
  private static func number(_ value: Double) -> String {
    guard value.magnitude < 1e12 else { return Words.missing }
    let hundredths = Int((value.magnitude * 100).rounded(.toNearestOrEven))
    let text = DecimalFraction(digits: hundredths, places: decimals).description
    return value < 0 && hundredths > 0 ? "-" + text : text
  }

  private static func percent(
    _ passes: Int, of trials: Int, target: DecimalFraction?, direction: Rounding.Direction
  ) -> String {
    guard let target else { return percent(passes, of: trials) }
    return Rounding.percentText(
      passes: passes, trials: trials, decimals: decimals, showingMissOf: target, direction: direction)
  }

  private static func percent(
    _ value: Double, target: DecimalFraction?, direction: Rounding.Direction
  ) -> String {
    guard let target else { return percent(value) }
    return Rounding.percentText(
      value, decimals: decimals, showingMissOf: target, direction: direction)
  }

  /// A difference of rates; one that is not 0 is never shown as 0.
  private static func points(_ value: Double) -> String {
    guard value > 0 else { return percent(value) }
    return Rounding.percentText(
      value, decimals: decimals, showingMissOf: DecimalFraction(digits: 0, places: 0),
      direction: .atMost)
  }

  /// A difference of rates in percentage points, with its sign; one that is not 0 is never shown as 0.
  static func signedPoints(_ value: Double) -> String {
    guard value.isFinite else { return Words.missing }
    guard abs(value) > noise else { return percent(0.0) }
    return (value < 0 ? "−" : "+") + points(abs(value))
  }

  /// What two ways to compute one difference may differ by.
  private static let noise = 1e-12

  /// The percentage of a rate; `—` without trials.
  static func percent(_ passes: Int, of trials: Int) -> String {
    trials == 0 ? Words.missing : Rounding.percentText(passes: passes, trials: trials, decimals: decimals)
  }

  /// The percentage of a proportion; `—` where there is none.
  static func percent(_ proportion: Double?) -> String {
    guard let proportion, proportion.isFinite else { return Words.missing }
    return Rounding.percentText(proportion, decimals: decimals)
  }

  /// The percentage of a fraction with the digits it was written with: `95.5` for `0.955`.
  static func percent(_ fraction: DecimalFraction) -> String {
    fraction.places >= 2
      ? DecimalFraction(digits: fraction.digits, places: fraction.places - 2).description
      : String(fraction.digits * (fraction.places == 1 ? 10 : 100))
  }
}
