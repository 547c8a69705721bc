import SpotCheckIngest
import SpotCheckStatistics

/// One row of a plan's table.
struct PlanTableRow {
  private let row: TableRow
  private let header: PlanTableHeader

  init(_ row: TableRow, _ header: PlanTableHeader) {
    self.row = row
    self.header = header
  }

  /// The indicator of the row; `nil` where the row is a note: one text alone, or neither name nor targets.
  ///
  /// - Throws: `badPlanTable` with the line.
  func indicator() throws(SpotCheckError) -> Indicator? {
    guard row.fields.count(where: { !$0.isEmpty }) > 1 else { return nil }
    let name = text(header[.name])
    guard !name.isEmpty else {
      guard header.years.allSatisfy({ text($0.column).isEmpty }) else { throw error(.blankName, text: "") }
      return nil
    }
    let unit = text(header[.unit])
    guard ["", "%", "百分比", "per cent", "percent"].contains(unit) else { throw error(.badUnit, text: unit) }
    var indicator = Indicator(id: name)
    indicator.title = ["": name]
    try setTargets(of: &indicator)
    indicator.scope = try scope(of: name)
    indicator.responsible = parts(of: header[.responsible])
    return indicator
  }

  /// Reads the years, and what the row as a whole asks for.
  private func setTargets(of indicator: inout Indicator) throws(SpotCheckError) {
    var rises = false
    var rates: [(year: Int, column: Int, rate: DecimalFraction)] = []
    var directions: Set<Indicator.Comparison> = []
    for (year, column) in header.years {
      switch PlanTableTarget(text(column)) {
      case .blank: break
      case .rising: rises = true
      case .rate(let rate, let direction):
        rates.append((year, column, rate))
        if let direction { directions.insert(direction) }
      case nil: throw error(.badTarget(column: header.texts[column]), text: text(column))
      }
    }
    guard directions.count <= 1, !rises || rates.isEmpty else {
      throw error(.mixedComparisons, text: indicator.id)
    }
    indicator.comparison = rises ? .rising : directions.first ?? .atLeast
    indicator.measure = rises ? .passRate : Self.measure(of: indicator.id, indicator.comparison)
    let attribute = text(header[.attribute])
    for (year, column, rate) in rates {
      try refuseProportion(rate, in: column, indicator.comparison)
      indicator.targets[year] = rate
      if !attribute.isEmpty { indicator.sources[year] = attribute }
    }
  }

  /// Refuses `0.96` for 96 %; `0.96%` says what it means.
  private func refuseProportion(
    _ rate: DecimalFraction, in column: Int, _ comparison: Indicator.Comparison
  ) throws(SpotCheckError) {
    let written = text(column)
    guard comparison == .atLeast, rate.value < 0.01, !written.hasSuffix("%") else { return }
    let meant = DecimalFraction(digits: rate.digits, places: max(0, rate.places - 4)).description
    throw error(.proportion(column: header.texts[column], suggestion: meant), text: written)
  }

  /// Whether passes or failures are counted: what must not be exceeded is a rate of failures, unless it says else.
  private static func measure(of name: String, _ comparison: Indicator.Comparison) -> Indicator.Measure {
    if ["不合格", "不符合", "fail"].contains(where: name.lowercased().contains) { return .failRate }
    return comparison == .atMost && !["合格率", "符合率", "pass"].contains(where: name.lowercased().contains)
      ? .failRate : .passRate
  }

  /// The categories and programmes that the row names, or the sector that the indicator's name does.
  private func scope(of name: String) throws(SpotCheckError) -> [String: [DimensionKey]] {
    var scope: [String: [DimensionKey]] = [:]
    let programmes = parts(of: header[.programme])
    if !programmes.isEmpty { scope["programme"] = programmes.map { DimensionKey(levels: [$0]) } }
    var categories = parts(of: header[.category])
    if categories.isEmpty { categories = Self.sectors.filter(name.contains) }
    guard header[.category].map({ !text($0).isEmpty }) ?? false || categories.count == 1 else {
      throw error(lineToWrite, text: name)
    }
    if categories != ["*"] { scope["category"] = categories.map { DimensionKey(levels: [$0]) } }
    return scope
  }

  /// The sectors of the policy, as dumps name them.
  private static let sectors = ["制造业", "农产品", "食品", "建设工程"]

  /// The header and this row with a category to fill in.
  private var lineToWrite: SpotCheckError.PlanTableProblem {
    var header = self.header.texts
    var row = header.indices.map(text)
    if let column = self.header[.category] {
      row[column] = "<类别>"
    } else {
      header.append("范围")
      row.append("<类别>")
    }
    return .unsettledCategory(header: header.joined(separator: ","), row: row.joined(separator: ","))
  }

  /// The items of a field.
  private func parts(of column: Int?) -> [String] {
    text(column).split { "、,;\n".contains($0) }.map { TextFolding.fold(String($0)) }.filter { !$0.isEmpty }
  }

  /// The text of a field; blank where the row has none.
  private func text(_ column: Int?) -> String {
    guard let column, column < row.fields.count else { return "" }
    return row.fields[column]
  }

  private func error(_ problem: SpotCheckError.PlanTableProblem, text: String) -> SpotCheckError {
    SpotCheckError(.badPlanTable(problem), line: row.line, text: text)
  }
}
