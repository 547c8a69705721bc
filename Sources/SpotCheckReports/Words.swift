import SpotCheck

/// What tables and reports say, both languages side by side.
struct Words: Sendable {
  /// The language spoken.
  let language: Language

  /// The text in the language spoken.
  func say(_ english: String, _ chinese: String) -> String {
    language == .english ? english : chinese
  }

  /// A count: thousands are separated in English only.
  func count(_ value: Int) -> String {
    guard language == .english else { return String(value) }
    let digits = Array(String(value.magnitude))
    var grouped = value < 0 ? "-" : ""
    for (position, digit) in digits.enumerated() {
      if position > 0, (digits.count - position).isMultiple(of: 3) { grouped += "," }
      grouped.append(digit)
    }
    return grouped
  }

  /// What stands for a value that does not exist.
  static let missing = "—"

  // MARK: Joining

  /// Items of a list.
  func list(_ items: [String]) -> String { items.joined(separator: say(", ", "、")) }

  /// Parts of a heading.
  func parts(_ parts: [String]) -> String { parts.filter { !$0.isEmpty }.joined(separator: " · ") }

  /// A remark behind a text.
  func remark(_ text: String) -> String { say(" (\(text))", "（\(text)）") }

  /// A text in quotation marks.
  func quoted(_ text: String) -> String { say("“\(text)”", "“\(text)”") }

  // MARK: Table heads

  var region: [String] { [say("Region", "地区")] }
  var category: [String] { [say("Category", "类别")] }
  var programme: [String] { [say("Programme", "抽检类型")] }
  var trials: [String] { language == .english ? ["Trials"] : ["抽检", "批次"] }
  var passes: [String] { language == .english ? ["Passes"] : ["合格", "批次"] }
  var failures: [String] { language == .english ? ["Failures"] : ["不合格", "批次"] }
  var passRate: [String] { language == .english ? ["Pass", "rate (%)"] : ["合格率", "(%)"] }
  func rate(of measure: Indicator.Measure) -> [String] {
    switch measure {
    case .passRate: passRate
    case .failRate: language == .english ? ["Fail", "rate (%)"] : ["不合格率", "(%)"]
    case .share: language == .english ? ["Share", "(%)"] : ["占比", "(%)"]
    case .mean: [say("Mean", "平均值")]
    }
  }
  func bound(of measure: Indicator.Measure, level: Double) -> [String] {
    let percent = RateText.percent(level).replacing(/\.?0+$/, with: "")
    let unit = measure == .mean ? "" : language == .english ? " (%)" : "(%)"
    return language == .english ? ["One-sided", "\(percent)% bound\(unit)"] : ["单侧\(percent)%", "界限\(unit)"]
  }
  var interval: [String] { language == .english ? ["Interval (%)"] : ["置信区间(%)"] }
  func target(of measure: Indicator.Measure) -> [String] {
    [say("Target", "目标")] + (measure == .mean ? [] : ["(%)"])
  }
  var attained: [String] { language == .english ? ["Met?"] : ["是否", "达标"] }
  func shortfall(of measure: Indicator.Measure) -> [String] {
    [say("Shortfall", "差距")] + (measure == .mean ? [] : [say("(points)", "(百分点)")])
  }
  var evidence: [String] { [say("Evidence", "判定")] }
  var responsible: [String] { [say("Responsible", "责任单位")] }

  // MARK: Cells

  var whole: String { say("All", "全部") }
  func attained(_ value: Bool?) -> String {
    value.map { $0 ? say("met", "达标") : say("below", "未达标") } ?? Self.missing
  }

  // MARK: Sections

  var accounting: String { say("Records", "记录核算") }
  var findings: String { say("Findings", "判定结果") }
  var rejects: String { say("Rejected records", "被拒记录") }
  var failingItems: String { say("Failing items", "不合格项目") }
  func shareOfFailing(_ percent: String) -> String {
    say("\(percent) % of failing items", "占不合格项次 \(percent)%")
  }
  var unknownLabels: String { say("Unknown result labels", "未知的结果标签") }
  var warnings: String { say("Warnings", "提示") }
  var byRegion: String { say("By region", "按地区") }
  var byCategory: String { say("By category", "按类别") }
  func by(_ dimension: String) -> String {
    switch dimension {
    case "region": byRegion
    case "category": byCategory
    case "period": say("By period", "按时段")
    default: say("By \(dimension)", "按\(dimension)")
    }
  }
}
