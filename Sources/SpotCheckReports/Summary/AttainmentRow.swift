import SpotCheck

/// One row of the attainment table (达标表): an indicator, a period and a region.
struct AttainmentRow: Sendable {
  /// The verdict, of the indicator's own category.
  var finding: Finding
  /// Whether rates of passes or of failures are measured.
  var measure: Indicator.Measure

  /// The rate that is measured; `nil` without units.
  var rate: Double? { finding.passRate.map { measure == .failRate ? 1 - $0 : $0 } }

  /// The measured rate less the target, a proportion; `nil` where one of them is missing.
  var difference: Double? {
    guard let rate, let target = finding.target else { return nil }
    return rate - target
  }

  /// Whether the target is a pass rate not to be exceeded.
  var capsPasses: Bool {
    let isCeiling = finding.comparison == Indicator.Comparison.atMost.rawValue
    return isCeiling == (measure == .passRate) && finding.comparison != Indicator.Comparison.all.rawValue
  }

  /// Whether another row is of the same programme.
  func hasProgramme(of other: AttainmentRow) -> Bool {
    (finding.programme ?? "").utf8.elementsEqual((other.finding.programme ?? "").utf8)
  }

  /// The row's figures as people read them.
  var text: RateText { RateText(finding, measure: measure) }
}

extension Words {
  /// A target with what it asks: the year before stands for an indicator that is to rise.
  func target(of row: AttainmentRow) -> String {
    let finding = row.finding
    if finding.comparison == Indicator.Comparison.rising.rawValue {
      return finding.target.map { ">" + RateText.percent($0) } ?? Self.missing
    }
    let target = row.text.target
    guard target != Self.missing else { return target }
    return finding.comparison == Indicator.Comparison.atMost.rawValue ? "≤" + target : target
  }
}
