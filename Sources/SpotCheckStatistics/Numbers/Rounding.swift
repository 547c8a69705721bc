/// Rates as the percentages a person reads, rounded once, half to even (GB/T 8170-2008).
///
/// All comparisons are of whole numbers: the text is the rounding of k/n itself, never of a double near it.
public enum Rounding {
  /// The direction of a target, which says on which side a rate misses it.
  public enum Direction: Hashable, Sendable {
    /// A rate below the target misses it.
    case atLeast
    /// A rate above the target misses it.
    case atMost
  }

  /// The most decimals a percentage is given.
  public static let mostDecimals = 13

  /// 100 k/n with so many decimals, without a percent sign.
  ///
  /// - Parameters:
  ///   - passes: k, 0…n.
  ///   - trials: n, at least 1.
  ///   - decimals: Digits behind the point, 0…13.
  /// - Returns: Digits with a point, such as `97.62`.
  public static func percentText(passes: Int, trials: Int, decimals: Int) -> String {
    text(units(passes, trials, decimals), decimals)
  }

  /// 100 k/n with so many decimals, and more where a miss of the target would otherwise be hidden.
  ///
  /// 2399 of 2499 is below 0.96 and reads 96.00 with two decimals: here it reads 95.998.
  ///
  /// - Parameters:
  ///   - passes: k, 0…n.
  ///   - trials: n, at least 1.
  ///   - decimals: The fewest digits behind the point, 0…13.
  ///   - target: The target as it was written.
  ///   - direction: On which side a rate misses it.
  /// - Returns: Digits with a point, such as `95.998`.
  public static func percentText(
    passes: Int, trials: Int, decimals: Int, showingMissOf target: DecimalFraction,
    direction: Direction = .atLeast
  ) -> String {
    let miss = direction == .atLeast ? -1 : 1
    var shown = decimals
    if target.sign(ofRate: passes, over: trials) == miss {
      while shown < mostDecimals,
        target.sign(ofRate: units(passes, trials, shown), over: powers[shown + 2]) != miss
      {
        shown += 1
      }
    }
    return percentText(passes: passes, trials: trials, decimals: shown)
  }

  /// A proportion that is no ratio of counts, such as a bound or a weighted rate, as a percentage.
  ///
  /// The proportion is first taken to twelve places, below which its digits mean nothing.
  ///
  /// - Parameters:
  ///   - proportion: A finite number; outside 0…1 it is taken to the nearer end.
  ///   - decimals: Digits behind the point, 0…13.
  /// - Returns: Digits with a point, such as `95.10`.
  public static func percentText(_ proportion: Double, decimals: Int) -> String {
    percentText(passes: counted(proportion), trials: powers[12], decimals: decimals)
  }

  /// A proportion as a percentage, with more decimals where a miss of the target would otherwise be hidden.
  ///
  /// A proportion within 1e-12 of the target does not miss it.
  public static func percentText(
    _ proportion: Double, decimals: Int, showingMissOf target: DecimalFraction,
    direction: Direction = .atLeast
  ) -> String {
    percentText(
      passes: counted(proportion), trials: powers[12], decimals: decimals, showingMissOf: target,
      direction: direction)
  }

  /// 10⁰…10¹⁵.
  private static let powers = (0...15).map { (0..<$0).reduce(1) { power, _ in power * 10 } }

  private static func counted(_ proportion: Double) -> Int {
    precondition(proportion.isFinite, "no proportion: \(proportion)")
    return Int((min(max(proportion, 0), 1) * 1e12).rounded(.toNearestOrEven))
  }

  /// k/n in units of the last decimal of its percentage, rounded half to even.
  private static func units(_ passes: Int, _ trials: Int, _ decimals: Int) -> Int {
    precondition(trials > 0 && (0...trials).contains(passes), "no rate: \(passes) of \(trials)")
    precondition((0...mostDecimals).contains(decimals), "no number of decimals: \(decimals)")
    let product = passes.multipliedFullWidth(by: powers[decimals + 2])
    let (quotient, remainder) = trials.dividingFullWidth(product)
    let rest = trials - remainder
    let isUp = remainder > rest || (remainder == rest && quotient % 2 == 1)
    return isUp ? quotient + 1 : quotient
  }

  private static func text(_ units: Int, _ decimals: Int) -> String {
    DecimalFraction(digits: units, places: decimals).description
  }
}
