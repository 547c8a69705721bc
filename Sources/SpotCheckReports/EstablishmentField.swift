import SpotCheck

/// A column of `establishments.csv`, which is a member of the JSON too.
struct EstablishmentField {
  let name: String
  let value: @Sendable (Establishment) -> FieldValue

  /// All of them, in order.
  static let all: [EstablishmentField] = [
    EstablishmentField(name: "id") { .text($0.id) },
    EstablishmentField(name: "name") { .text($0.name) },
    EstablishmentField(name: "region") { .text($0.region) },
    EstablishmentField(name: "region_name") { .text($0.regionName) },
    EstablishmentField(name: "category") { .text($0.category) },
    EstablishmentField(name: "risk_class") { .text($0.riskClass) },
    EstablishmentField(name: "last_inspected") { .text($0.lastInspected?.iso8601) },
    EstablishmentField(name: "trials") { .count($0.trials) },
    EstablishmentField(name: "passes") { .count($0.passes) },
    EstablishmentField(name: "pass_rate") { .number($0.passRate) },
    EstablishmentField(name: "lower") { .number($0.lower) },
    EstablishmentField(name: "upper") { .number($0.upper) },
    EstablishmentField(name: "shrunken_rate") { .number($0.shrunkenRate) },
    EstablishmentField(name: "probability_below") { .number($0.probabilityBelow) },
    EstablishmentField(name: "credit_code") { .text($0.creditCode) },
    EstablishmentField(name: "code_check") { .text($0.codeCheck.rawValue) },
    EstablishmentField(name: "months") { .count($0.months) },
    EstablishmentField(name: "last_failed") { .text($0.lastFailed?.iso8601) },
    EstablishmentField(name: "last_result") { .text($0.lastConformed.map { $0 ? "pass" : "fail" }) },
    EstablishmentField(name: "open_failures") { .count($0.openFailures) },
    EstablishmentField(name: "days_open") { .count($0.daysOpen) },
  ]
}

/// A column of `follow-ups.csv` about the failure itself, which is a member of the JSON too.
struct OpenFailureField {
  let name: String
  let value: @Sendable (OpenFailure) -> FieldValue

  /// All of them, in order.
  static let all: [OpenFailureField] = [
    OpenFailureField(name: "region") { .text($0.region) },
    OpenFailureField(name: "region_name") { .text($0.regionName) },
    OpenFailureField(name: "category") { .text($0.category) },
    OpenFailureField(name: "sample_id") { .text($0.sample) },
    OpenFailureField(name: "failed_on") { .text($0.failedOn?.iso8601) },
    OpenFailureField(name: "days_open") { .count($0.daysOpen) },
    OpenFailureField(name: "found_by") { .text($0.isFollowUp ? "follow_up" : "sample") },
  ]
}
