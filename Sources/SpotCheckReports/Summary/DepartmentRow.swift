import SpotCheck

/// What became of the tasks of one department in one period.
struct DepartmentRow: Sendable, Equatable {
  /// The department; `nil` for tasks that name none.
  var department: String?
  /// The period.
  var period: String
  /// Its indicators, in the order of the findings.
  var indicators: [String] = []
  /// Of them, those that the whole attains.
  var attainedByWhole: [String] = []
  /// Regions with units and a target, over all its indicators; the whole is none of them.
  var judged = 0
  /// Of them, those that attain the target as counted.
  var attained = 0
  /// Of them, shortfalls that are certain or significant.
  var proven = 0
  /// Of them, likely shortfalls.
  var likely = 0
  /// The region farthest from its target.
  var farthest: Farthest?

  /// Regions below the target as counted.
  var below: Int { judged - attained }

  /// A region and how far it is from its target.
  struct Farthest: Sendable, Equatable {
    /// The indicator.
    var indicator: String
    /// The region's code or name.
    var region: String
    /// The region's name where a table knows it.
    var regionName: String?
    /// How far, a proportion.
    var shortfall: Double
  }

  /// The rows of an attainment table, departments in order of their first task, periods ascending.
  static func rows(of attainment: [AttainmentRow]) -> [DepartmentRow] {
    var rows: [DepartmentRow] = []
    var positions: [DimensionKey: Int] = [:]
    var ranks: [DimensionKey: Int] = [:]
    for finding in attainment.map(\.finding) {
      let departments = finding.responsible.isEmpty ? [nil] : finding.responsible.map(Optional.init)
      for department in departments {
        let row = DepartmentRow(department: department, period: finding.period)
        let key = DimensionKey(levels: [department ?? "", finding.period])
        let position = positions[key] ?? rows.count
        if position == rows.count {
          positions[key] = position
          rows.append(row)
          ranks[row.departmentKey] = ranks[row.departmentKey] ?? position
        }
        rows[position].count(finding)
      }
    }
    let order = rows.indices.sorted { left, right in
      let (a, b) = (ranks[rows[left].departmentKey] ?? 0, ranks[rows[right].departmentKey] ?? 0)
      return a == b ? rows[left].period < rows[right].period : a < b
    }
    return order.map { rows[$0] }
  }

  private var departmentKey: DimensionKey { DimensionKey(levels: [department ?? ""]) }

  private mutating func count(_ finding: Finding) {
    let isNew = !indicators.contains(finding.indicator)
    if isNew { indicators.append(finding.indicator) }
    guard finding.region != "*" else {
      if finding.isAttained == true, isNew { attainedByWhole.append(finding.indicator) }
      return
    }
    guard let isAttained = finding.isAttained else { return }
    judged += 1
    if isAttained { attained += 1 }
    if finding.evidence == .certainShortfall || finding.evidence == .provenShortfall { proven += 1 }
    if finding.evidence == .likelyShortfall { likely += 1 }
    guard let shortfall = finding.shortfall, shortfall > farthest?.shortfall ?? 0 else { return }
    farthest = Farthest(
      indicator: finding.indicator, region: finding.region, regionName: finding.regionName,
      shortfall: shortfall)
  }
}
