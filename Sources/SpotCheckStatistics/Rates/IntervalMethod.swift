/// How a two-sided interval for one rate is made.
///
/// The first three are the ones that findings and reports use; the rest are there for comparison with other
/// tools. `z` is the two-sided normal quantile of the level, p̂ = k/n.
public enum IntervalMethod: String, Hashable, Sendable, CaseIterable {
  /// The score interval (Wilson 1927): for pictures.
  case wilson
  /// The exact interval (Clopper & Pearson 1934): for proof.
  case clopperPearson = "clopper-pearson"
  /// Equal tails of Beta(k + ½, n − k + ½) (Brown, Cai & DasGupta 2001).
  case jeffreys
  /// Highest density of Beta(k + ½, n − k + ½), the shortest interval of its probability.
  case jeffreysHighestDensity = "jeffreys-highest-density"
  /// The exact interval with half the weight on the outcome seen (Lancaster 1961).
  case midP = "mid-p"
  /// The score interval with continuity correction (Newcombe 1998, method 4), as R's `prop.test`.
  case wilsonContinuity = "wilson-continuity"
  /// p̃ ± z √(p̃(1 − p̃)/ñ), ñ = n + z², p̃ = (k + z²/2)/ñ (Agresti & Coull 1998).
  case agrestiCoull = "agresti-coull"
  /// The interval of Agresti & Coull with two passes and two failures added, at any level.
  case addFour = "add-four"
  /// p̂ ± z √(p̂(1 − p̂)/n): covers badly near 0 and 1, and is empty at the ends.
  case wald
  /// The normal interval of log(p̂/(1 − p̂)).
  case logit
  /// The normal interval of Φ⁻¹(p̂).
  case probit
  /// The normal interval of log(−log p̂); passes and failures do not mirror.
  case complementaryLogLog = "cloglog"
  /// The rates whose likelihood ratio χ² against p̂ is at most z².
  case likelihoodRatio = "likelihood-ratio"
  /// The likelihood-ratio interval as R's package *binom* interpolates it, up to 10⁻³ off the true one.
  case profile

  /// The methods of findings and reports.
  public static let judgement: [IntervalMethod] = [.wilson, .clopperPearson, .jeffreys]
}
