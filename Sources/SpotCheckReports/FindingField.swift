import SpotCheck

/// A value of a machine-readable field.
enum FieldValue {
  case text(String?)
  case count(Int?)
  case number(Double?)
  case flag(Bool?)
  case texts([String])
}

/// A field of a finding as JSON and CSV name it.
struct FindingField: Sendable {
  /// Its name.
  var name: String
  /// Its value in a finding.
  var value: @Sendable (Finding) -> FieldValue

  private init(_ name: String, _ value: @escaping @Sendable (Finding) -> FieldValue) {
    self.name = name
    self.value = value
  }

  /// All fields, in the contract's order.
  static let all: [FindingField] = [
    FindingField("indicator") { .text($0.indicator) },
    FindingField("region") { .text($0.region) },
    FindingField("region_name") { .text($0.regionName) },
    FindingField("region_level") { .text($0.regionLevel) },
    FindingField("category") { .text($0.category) },
    FindingField("programme") { .text($0.programme) },
    FindingField("period") { .text($0.period) },
    FindingField("interim") { .flag($0.isInterim) },
    FindingField("estimator") { .text($0.estimator) },
    FindingField("trials") { .count($0.trials) },
    FindingField("passes") { .count($0.passes) },
    FindingField("pass_rate") { .number($0.passRate) },
    FindingField("lower") { .number($0.lower) },
    FindingField("upper") { .number($0.upper) },
    FindingField("bound") { .number($0.bound) },
    FindingField("bound_level") { .number($0.boundLevel) },
    FindingField("target") { .number($0.target) },
    FindingField("comparison") { .text($0.comparison) },
    FindingField("baseline_period") { .text($0.baselinePeriod) },
    FindingField("attained") { .flag($0.isAttained) },
    FindingField("shortfall") { .number($0.shortfall) },
    FindingField("passes_short") { .count($0.passesShort) },
    FindingField("excess_failures") { .number($0.excessFailures) },
    FindingField("p_shortfall") { .number($0.pShortfall) },
    FindingField("p_met") { .number($0.pMet) },
    FindingField("q_shortfall") { .number($0.qShortfall) },
    FindingField("q_met") { .number($0.qMet) },
    FindingField("p_shortfall_anytime") { .number($0.pShortfallAnytime) },
    FindingField("p_met_anytime") { .number($0.pMetAnytime) },
    FindingField("shrunken_rate") { .number($0.shrunkenRate) },
    FindingField("shrinkage") { .text($0.shrinkage) },
    FindingField("lambda") { .number($0.lambda) },
    FindingField("probability_below") { .number($0.probabilityBelow) },
    FindingField("deff") { .number($0.designEffect) },
    FindingField("weight_covered") { .number($0.weightCovered) },
    FindingField("mix_effect") { .flag($0.mixEffect) },
    FindingField("evidence") { .text($0.evidence.rawValue) },
    FindingField("status") { .text($0.status) },
    FindingField("need") { .count($0.need) },
    FindingField("required_future_rate") { .number($0.requiredFutureRate) },
    FindingField("chance_met") { .number($0.chanceMet) },
    FindingField("responsible") { .texts($0.responsible) },
  ]
}
