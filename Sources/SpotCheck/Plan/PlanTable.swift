import SpotCheckIngest
import SpotCheckStatistics

/// A plan as offices keep it: one row an indicator, one column a year, in per cent.
///
/// | column | headers |
/// |---|---|
/// | name, also the identifier | 指标名称, 指标, 主要指标, indicator |
/// | targets of a year | 2025, 2025年, 2025年目标值 … |
/// | unit: % or blank | 单位, 计量单位, unit |
/// | source of the targets | 属性, 指标属性, attribute |
/// | departments, between 、 ， ； | 责任单位, 责任部门, 牵头单位, responsible |
/// | categories, between 、; `*` for everything | 范围, 类别, 领域, category |
/// | programmes, between 、 | 抽检类型, 任务类别, programme |
///
/// 序号, 基期值 and other columns tell nothing that is judged. Rows above the header with one text are the title; rows
/// without a name and without targets are notes.
struct PlanTable {
  /// The plan that the table says.
  let plan: Plan

  /// Whether a file is a table by its name.
  static func isTable(_ path: String) -> Bool {
    [".csv", ".tsv"].contains { path.lowercased().hasSuffix($0) }
  }

  /// Reads a table of any encoding and dialect that dumps may have.
  ///
  /// - Throws: ``SpotCheckError`` when the file cannot be read or is no plan, with the line.
  init(contentsOf path: String) throws(SpotCheckError) {
    let rows: [TableRow]
    do {
      rows = try readRows(path: path)
    } catch {
      throw SpotCheckError(error)
    }
    do {
      try self.init(rows, sha256: FileDigest.sha256(of: [path])[path])
    } catch {
      var located = error
      located.file = path
      throw located
    }
  }

  /// Reads the rows of a table.
  ///
  /// - Throws: `badPlanTable` with the line of the row.
  init(_ rows: [TableRow], sha256: String? = nil) throws(SpotCheckError) {
    guard let top = rows.prefix(Self.titleLimit).firstIndex(where: { PlanTableHeader.isHeader($0.fields) })
    else {
      throw SpotCheckError(.badPlanTable(.noNames), line: rows.first?.line)
    }
    let header = try PlanTableHeader(rows[top])
    var plan = Plan()
    plan.sha256 = sha256
    let title = rows[..<top].map { $0.fields.filter { !$0.isEmpty } }.first { $0.count == 1 }
    if let title = title?.first { plan.title = ["": title] }
    var names: Set<[UInt8]> = []
    for row in rows[(top + 1)...] {
      guard let indicator = try PlanTableRow(row, header).indicator() else { continue }
      guard names.insert(Array(indicator.id.utf8)).inserted else {
        throw SpotCheckError(.badPlanTable(.nameTwice), line: row.line, text: indicator.id)
      }
      plan.indicators.append(indicator)
    }
    guard !plan.indicators.isEmpty else {
      throw SpotCheckError(.badPlanTable(.noRows), line: rows[top].line)
    }
    self.plan = plan
  }

  /// The rows among which the header must be.
  private static let titleLimit = 50
}
