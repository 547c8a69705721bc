import SpotCheck

/// What the page says beside its tables and pictures.
extension Words {
  // MARK: Sections

  var inspectionReport: String { say("Inspection results", "抽检结果报告") }
  var pictures: String { say("Pictures", "图示") }
  var changes: String { say("Changes", "同比与环比") }
  var sinceEarlier: String { say("Since the earlier report", "与上次报告相比") }
  var verdictsChanged: String { say("Verdicts that changed", "有变化的判定") }
  var rates: String { say("Pass rates", "合格率") }
  var dataQuality: String { say("Data quality", "数据质量") }
  var plan: String { say("Plan", "计划") }
  var methods: String { say("Methods", "方法说明") }
  var provenance: String { say("Provenance", "来源信息") }
  var trends: String { say("Where rates rise or fall from month to month", "逐月升降趋势") }
  var conflictsHead: String { say("Conflicts", "结论不一致的重复记录") }
  var filesHead: String { say("Files", "文件") }
  var file: String { say("File", "文件") }

  // MARK: Captions

  var attainmentCaption: String {
    say("Each indicator, period and region against its target", "各指标、时段、地区与目标对照")
  }
  var departmentsCaption: String {
    say("Tasks of each department; regions are counted over its indicators", "各责任单位所负责指标的完成情况（地区数按指标累计）")
  }
  var comparisonsCaption: String {
    say("Pass rates beside those of the year before and of the period before", "与上年同期及上期比较")
  }
  var planCaption: String { say("Targets and where they come from", "目标及其来源") }

  // MARK: How things are read

  var skipToContent: String { say("Skip to content", "跳至正文") }
  var filter: String { say("Filter", "筛选") }
  var earlierPeriods: String { say("Earlier periods", "以往时段") }

  /// The first two of some departments; all of them stand in the plan.
  func firstOf(_ departments: [String]) -> String {
    guard departments.count > 2 else { return list(departments) }
    let rest = departments.count - 2
    return list(Array(departments.prefix(2))) + say(" and \(rest) more", "等\(departments.count)家")
  }
  var toDate: String { say(" to date", "累计") }
  var shortfallsReading: String {
    say(
      "Certain, significant and likely shortfalls, the latest period first. Excess failures are those beyond what "
        + "the target allows; the sources are the regions or categories directly below with the greatest excess.",
      "确定、显著和疑似未达标的项目，最近时段在前。超出允许的不合格批次，指超过目标所允许的数量；主要来源为其直接下级中超出最多的地区或类别。")
  }
  var noTrend: String { say("No rate rises or falls beyond chance.", "没有超出偶然范围的升降趋势。") }

  /// The children that a shortfall comes from, by region and by category.
  func contributions(_ contributions: [Contribution]) -> String {
    let texts = contributions.map { sources(of: $0) }.filter { !$0.isEmpty }
    return texts.isEmpty ? Self.missing : texts.joined(separator: say("; ", "；"))
  }

  func kind(_ kind: PeriodComparison.Kind) -> String {
    switch kind {
    case .samePeriodLastYear: say("same months of the year before", "同比")
    case .lastPeriod: say("period before", "环比")
    }
  }

  func direction(_ direction: MonthlyTrend.Direction) -> String {
    switch direction {
    case .rising: say("↗ rising", "↗ 上升")
    case .falling: say("↘ falling", "↘ 下降")
    case .unclear: say("→ unclear", "→ 不明显")
    }
  }

  func month(_ month: Month) -> String { period(Period(.month, containing: month).text) }

  func provisionalFrom(_ month: String) -> String {
    say("Months from \(period(month)) on are provisional.", "\(period(month))起的月份为暂定。")
  }

  // MARK: Completion

  var donePlanned: String { say("Done / planned", "完成批次/计划批次") }
  var completion: String { say("Completion (%)", "完成率(%)") }

  /// Where an open year stands to its target.
  func status(_ status: String?) -> String {
    switch status {
    case "secured": say("secured", "已确保")
    case "unreachable": say("out of reach", "已无法达到")
    case "open": say("open", "未定")
    default: Self.missing
    }
  }

  // MARK: The plan

  func planReading(_ rule: AssessmentRule) -> String {
    let alpha = RateText.percent(rule.alpha).replacing(/\.?0+$/, with: "")
    return say(
      "Verdicts at \(alpha)%; months count as settled \(rule.matureAfter) days after their end.",
      "判定水平\(alpha)%；月份结束\(rule.matureAfter)天后视为结果齐全。")
  }

  func comparison(_ indicator: Indicator) -> String {
    let measure =
      indicator.measure == .failRate ? say("fail rate", "不合格率") : say("pass rate", "合格率")
    switch indicator.comparison {
    case .atLeast: return say("\(measure) at least", "\(measure)不低于")
    case .atMost: return say("\(measure) at most", "\(measure)不高于")
    case .rising: return say("\(measure) above the year before", "\(measure)高于上年同期")
    case .all: return say("every unit conforms", "全部合格")
    }
  }

  func sourceName(_ source: String) -> String {
    switch source {
    case "policy": say("policy", "政策文件")
    case "assumption": say("assumption", "假定")
    default: source
    }
  }

  // MARK: Folding

  func foldedRows(_ number: Int) -> String {
    more(number) + say("; all of them are in the CSV and JSON output.", "；全部内容见 CSV 与 JSON 输出。")
  }
}
