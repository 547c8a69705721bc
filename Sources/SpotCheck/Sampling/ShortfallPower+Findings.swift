public import SpotCheckStatistics

extension ShortfallPower {
  /// The failures without which a finding is never proven: two, or one where nothing may fail.
  public static func findingFailures(_ target: DecimalFraction) -> Int {
    target.complement?.digits == 0 ? 1 : 2
  }
}
