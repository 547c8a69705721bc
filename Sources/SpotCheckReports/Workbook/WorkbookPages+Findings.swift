import SpotCheck

extension WorkbookPages {
  /// Every finding with every figure of the JSON.
  func findings() throws(SpotCheckError) {
    guard !report.findings.isEmpty else { return }
    let table = try sheet(words.findingsSheet)
    let fields = FindingField.all
    try table.begin(fields.map { WorkbookColumn(words.field($0.name), width: Self.width(of: $0.name)) })
    for (column, field) in fields.enumerated() {
      if field.name == "evidence" { table.mark(column: column, verdicts) }
      if field.name == "attained" { table.mark(column: column, attainments) }
    }
    for finding in report.findings { try table.append(fields.map { cell($0, of: finding) }) }
    table.end()
  }

  private func cell(_ field: FindingField, of finding: Finding) -> WorkbookCell {
    switch field.value(finding) {
    case .text(let text): .text(text.map { shown($0, of: field.name) })
    case .count(let count): .count(count)
    case .flag(let flag):
      .text(field.name == "attained" ? flag.map { words.attained($0) } : flag.map { words.yesOrNo($0) })
    case .texts(let texts): .text(texts.isEmpty ? nil : words.list(texts))
    case .number(let number):
      switch field.name {
      case "target": .target(number, decimals: Self.decimals(of: finding.targetText))
      case "shortfall": .points(number)
      case let name where Self.rates.contains(name): .rate(number)
      default: .number(number)
      }
    }
  }

  /// A text of a closed set in words; a text of the data as it is.
  private func shown(_ text: String, of field: String) -> String {
    switch field {
    case "evidence": Evidence(rawValue: text)?.words(in: words.language) ?? text
    case "region_level": RegionLevelWords.words(for: text, in: words.language)
    case "comparison": Indicator.Comparison(rawValue: text).map { words.comparison($0) } ?? text
    case "region", "category": name(of: text)
    default: text
    }
  }

  /// Decimals of a target in per cent, as the plan writes it: 1 for `0.955`.
  static func decimals(of target: String?) -> Int {
    guard let point = target?.firstIndex(of: "."), let places = target?[point...].dropFirst().count else {
      return 2
    }
    return max(0, places - 2)
  }

  private static let rates: Set = [
    "pass_rate", "lower", "upper", "bound", "bound_level", "shrunken_rate", "required_future_rate",
    "chance_met",
    "probability_below", "weight_covered",
  ]

  private static func width(of field: String) -> Double {
    switch field {
    case "indicator", "category", "evidence": 24
    case "responsible": 40
    case "region_name": 16
    default: 11
    }
  }
}
