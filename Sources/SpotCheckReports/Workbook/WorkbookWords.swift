import SpotCheck

extension Words {
  var summarySheet: String { say("Summary", "摘要") }
  var changesSheet: String { say("Changes", "变化") }
  var findingsSheet: String { say("Findings", "判定结果") }
  var cellsSheet: String { say("Cells", "单元明细") }
  var trendsSheet: String { say("Trends", "月度趋势") }
  var qualitySheet: String { say("Data quality", "数据质量") }
  var planSheet: String { say("Plan", "计划") }

  var reasonHead: String { say("Reason", "原因") }
  var numberHead: String { say("Number", "数量") }
  var labelHead: String { say("Label", "标签") }
  var duplicatesHead: String { say("Duplicates and units", "重复与批次") }
  var originHead: String { say("What the report was made of", "报告依据") }
  var optionHead: String { say("Option", "选项") }
  var valueHead: String { say("Value", "取值") }

  /// What the last row of a full sheet says.
  func continues(on sheet: String) -> String {
    say("More rows than a sheet holds: continued on “\(sheet)”.", "行数超出一张工作表的上限，下接“\(sheet)”。")
  }

  func yesOrNo(_ value: Bool) -> String { value ? say("yes", "是") : say("no", "否") }

  func measure(_ measure: Indicator.Measure) -> String {
    measure == .passRate ? say("pass rate", "合格率") : say("fail rate", "不合格率")
  }

  func comparison(_ comparison: Indicator.Comparison) -> String {
    switch comparison {
    case .atLeast: say("at least", "不低于")
    case .atMost: say("at most", "不高于")
    case .rising: say("rising", "持续提高")
    case .all: say("every unit", "全部合格")
    }
  }

  /// Where a target comes from.
  func source(_ source: String) -> String {
    switch source {
    case "policy": say("policy", "政策文件")
    case "assumption": say("assumption", "假定")
    default: source
    }
  }

  /// The heads of what was and what is, in the sheet of changes.
  var beforeAndNow: [String] {
    [
      say("Evidence before", "原判定"), say("Evidence now", "现判定"), say("Trials before", "原抽检批次"),
      say("Trials now", "现抽检批次"), say("Pass rate before", "原合格率"), say("Pass rate now", "现合格率"),
    ]
  }

  /// The heads of the roll-up per department.
  var departmentHeads: [String] {
    [
      department, periodHead, say("Indicators", "指标数"), say("Met by the whole", "全域达标指标数"),
      say("Regions judged", "判定地区数"), say("Regions met", "达标地区数"), say("Regions below", "未达标地区数"),
      say("Significantly below", "显著低于目标"), say("Likely shortfalls", "疑似未达标"),
    ]
  }

  /// A field of the JSON as the head of a column; any other name stays as it is.
  func field(_ name: String) -> String {
    Self.fields[name].map { say($0.0, $0.1) } ?? name
  }

  private static let fields: [String: (String, String)] = [
    "accepted": ("Accepted", "采纳"), "alarm": ("Alarm", "预警"), "attained": ("Met?", "是否达标"),
    "baseline_period": ("Compared with", "对比时段"), "blank": ("Blank", "空记录"),
    "bound": ("One-sided bound", "单侧界限"),
    "bound_level": ("Level of the bound", "界限水平"), "bytes": ("Bytes", "字节"), "category": ("Category", "类别"),
    "chance_met": ("Chance of meeting", "年内达标概率"), "comparison": ("Comparison", "比较"),
    "compression": ("Compression", "压缩"), "conflicts": ("Conflicts", "结论不一致"), "covers": ("Covers", "范围"),
    "cusum": ("CUSUM", "累积和"), "deff": ("Design effect", "设计效应"), "duplicates": ("Duplicates", "重复"),
    "encoding": ("Encoding", "编码"), "estimator": ("Estimator", "估计方法"), "evidence": ("Evidence", "判定"),
    "excess_failures": ("Excess failures", "超出允许的不合格批次"), "failures": ("Failures", "不合格批次"),
    "file": ("File", "文件"),
    "ignored": ("Ignored", "忽略"),
    "indicator": ("Indicator", "指标"), "interim": ("Open", "未结束"), "lambda": ("Own weight", "自身权重"),
    "lower": ("Interval from", "区间下限"), "lower_limit": ("Lower limit", "控制下限"), "measure": ("Measure", "度量"),
    "mix_effect": ("Mix effect", "结构效应"), "month": ("Month", "月份"), "need": ("Passes needed", "尚需合格批次"),
    "outside": ("Outside limits", "超出控制限"), "p_met": ("p (met)", "p（达标）"),
    "p_met_anytime": ("p (met, any time)", "p（达标，随时）"), "p_shortfall": ("p (shortfall)", "p（未达标）"),
    "p_shortfall_anytime": ("p (shortfall, any time)", "p（未达标，随时）"), "pass_rate": ("Pass rate", "合格率"),
    "passes": ("Passes", "合格批次"), "passes_short": ("Passes short", "尚缺合格批次"),
    "pending_samples": ("Pending units", "待定批次"), "period": ("Period", "时段"),
    "probability_below": ("Probability below", "低于目标的概率"), "programme": ("Programme", "抽检类型"),
    "provisional": ("Provisional", "暂定"), "q_met": ("q (met)", "q（达标）"),
    "q_shortfall": ("q (shortfall)", "q（未达标）"),
    "records": ("Records", "记录"), "region": ("Region", "地区"), "region_level": ("Level", "层级"),
    "region_name": ("Region name", "地区名称"), "rejected": ("Rejected", "拒收"),
    "required_future_rate": ("Needed of the rest", "余下批次须达合格率"), "responsible": ("Responsible", "责任单位"),
    "samples": ("Units judged", "判定批次"), "shortfall": ("Shortfall (points)", "差距(百分点)"),
    "shrinkage": ("Shrinkage", "收缩方法"), "shrunken_rate": ("Shrunken rate", "收缩估计"),
    "source": ("Source", "来源"),
    "status": ("Outlook", "年内状态"), "target": ("Target", "目标"), "title": ("Title", "名称"),
    "trials": ("Trials", "抽检批次"),
    "upper": ("Interval to", "区间上限"), "upper_limit": ("Upper limit", "控制上限"),
    "weight_covered": ("Weight covered", "覆盖权重"), "year": ("Year", "年度"),
  ]
}
