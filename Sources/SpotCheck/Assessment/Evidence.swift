/// How sure a verdict is, apart from whether the target was attained.
public enum Evidence: String, Sendable, CaseIterable, Codable {
  /// Cannot reach the target whatever the units not inspected turn out to be.
  case certainShortfall = "certain_shortfall"
  /// The adjusted p-value of a shortfall is at most α.
  case provenShortfall = "proven_shortfall"
  /// Below the target, with evidence short of proof.
  case likelyShortfall = "likely_shortfall"
  /// Below the target; the difference may be chance.
  case inconclusiveBelow = "inconclusive_below"
  /// So few units that even all of them conforming would prove nothing.
  case tooFew = "too_few"
  /// The target is attained; it may be chance.
  case inconclusiveMet = "inconclusive_met"
  /// The adjusted p-value of meeting the target is at most α.
  case provenMet = "proven_met"
  /// Meets the target whatever the units not inspected turn out to be.
  case certainMet = "certain_met"
  /// The plan names no target for the period.
  case noTarget = "no_target"
  /// No unit was judged.
  case noData = "no_data"
}
