import SpotCheckIngest

/// Which column of a plan's table is what.
struct PlanTableHeader {
  /// The headers as they stand.
  let texts: [String]
  /// The columns of what is not a target.
  private var columns: [Role: Int] = [:]
  /// The years and their columns, as they stand.
  private(set) var years: [(year: Int, column: Int)] = []

  /// What a column may have beside targets.
  enum Role: CaseIterable {
    case name, unit, attribute, responsible, category, programme

    /// The headers it is known by.
    fileprivate var headers: [String] {
      switch self {
      case .name: ["指标名称", "指标", "主要指标", "indicator"]
      case .unit: ["单位", "计量单位", "unit"]
      case .attribute: ["属性", "指标属性", "attribute"]
      case .responsible: ["责任单位", "责任部门", "牵头单位", "responsible"]
      case .category: ["范围", "类别", "领域", "category"]
      case .programme: ["抽检类型", "任务类别", "programme"]
      }
    }
  }

  /// Whether a row has the header of the indicators' names.
  static func isHeader(_ fields: [String]) -> Bool {
    fields.contains { Role.name.headers.contains(squeezed($0)) }
  }

  /// Reads the header.
  ///
  /// - Throws: `badPlanTable` where two columns are alike, a year is unclear, or no column is a year's.
  init(_ row: TableRow) throws(SpotCheckError) {
    texts = row.fields
    for (column, text) in row.fields.enumerated() {
      let header = Self.squeezed(text)
      func error(_ problem: SpotCheckError.PlanTableProblem) -> SpotCheckError {
        SpotCheckError(.badPlanTable(problem), line: row.line, text: text)
      }
      if let role = Role.allCases.first(where: { $0.headers.contains(header) }) {
        guard columns.updateValue(column, forKey: role) == nil else { throw error(.columnTwice) }
      } else if let year = Self.yearNamed(in: header), !Self.past.contains(where: header.contains) {
        guard header.unicodeScalars.allSatisfy(Self.mayStandBesideYear) else { throw error(.unclearYear) }
        guard !years.contains(where: { $0.year == year }) else { throw error(.columnTwice) }
        years.append((year, column))
      }
    }
    guard !years.isEmpty else { throw SpotCheckError(.badPlanTable(.noYears), line: row.line) }
  }

  /// The column of something; `nil` where the table has none.
  subscript(role: Role) -> Int? { columns[role] }

  /// Words in the headers of figures that are no targets.
  private static let past = ["基期", "基数", "基准", "完成", "实际", "现状", "base", "actual"]

  /// The only number of four digits in a header.
  private static func yearNamed(in header: String) -> Int? {
    let runs = header.split { !("0"..."9").contains($0) }.filter { $0.utf8.count == 4 }
    return runs.count == 1 ? runs.first.flatMap { Int($0) } : nil
  }

  private static func mayStandBesideYear(_ scalar: Unicode.Scalar) -> Bool {
    ("0"..."9").contains(scalar) || "年度目标值计划指要求()%:target".unicodeScalars.contains(scalar)
  }

  /// A header without inner spaces, in lower case.
  private static func squeezed(_ text: String) -> String {
    text.filter { !$0.isWhitespace }.lowercased()
  }
}
