import SpotCheck

extension Words {
  // MARK: Heads on one line

  var regionHead: String { region.joined() }
  var trialsHead: String { trials.joined() }
  var passesHead: String { passes.joined() }
  var passRateHead: String { rate(of: .passRate).joined(separator: say(" ", "")) }
  var targetHead: String { target(of: .passRate).joined(separator: say(" ", "")) }
  var data: String { say("Data", "数据") }

  // MARK: Ranges

  /// A range of two texts.
  func span(_ lower: String, _ upper: String) -> String {
    lower == Self.missing ? lower : say("\(lower)–\(upper)", "\(lower)～\(upper)")
  }

  /// A range of percentages.
  func range(_ limits: RateInterval) -> String {
    span(RateText.percent(limits.lower), RateText.percent(limits.upper))
  }

  // MARK: Titles

  var funnel: String { say("Regions against the target, by size", "各地合格率与目标（漏斗图）") }
  var intervals: String { say("Regions with their intervals", "各地合格率及置信区间") }
  var ranking: String { say("Ranks and how sure they are", "名次及其不确定性") }
  var failingShares: String { say("Failing units by class", "不合格批次类别构成") }
  var months: String { say("Month by month", "逐月合格率") }
  var yearEnd: String { say("Where the year may end", "全年走势预测") }
  var planCompletion: String { say("Plan completion", "计划完成情况") }
  var heat: String { say("Regions and categories", "地区×类别") }

  // MARK: What marks stand for

  var targetLine: String { say("target", "目标") }
  var monthlyRate: String { say("rate of a month", "当月合格率") }
  var outsideLimits: String { say("outside the process limits", "超出过程控制限") }
  var warningGiven: String { say("warning: failures above their usual rate", "预警：不合格率高于常态") }
  var provisional: String { say("provisional, results still to arrive", "暂定，尚有结果未到") }
  var processLimits: String { say("process limits (p′)", "过程控制限（p′）") }
  var rateSoFar: String { say("rate so far", "累计合格率") }
  var otherClasses: String { say("other", "其他") }

  func position(_ position: FunnelPosition) -> String {
    switch position {
    case .lowOuter: say("far below (99.8%)", "远低于目标（99.8%界限外）")
    case .lowInner: say("below (95%)", "低于目标（95%界限外）")
    case .within: say("within the limits", "界限内")
    case .highInner: say("above (95%)", "高于目标（95%界限外）")
    case .highOuter: say("far above (99.8%)", "远高于目标（99.8%界限外）")
    }
  }

  /// What a verdict's mark stands for.
  func mark(of evidence: Evidence) -> String {
    evidence == .inconclusiveBelow
      ? say("may be chance", "差异不显著") : evidence.shortWords(in: language)
  }

  func grade(_ grade: RegionRanking.Grade?) -> String {
    switch grade {
    case .upper: say("upper third", "上")
    case .middle: say("middle third", "中")
    case .lower: say("lower third", "下")
    case .undecided: say("undecided", "待定")
    case nil: Self.missing
    }
  }

  func logarithmic(_ axis: AxisScale) -> String {
    axis.isLogarithmic ? remark(say("logarithmic", "对数刻度")) : ""
  }

  func monthOfYear(_ month: Int) -> String {
    let names = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
    return say(names.indices.contains(month - 1) ? names[month - 1] : "", "\(month)月")
  }

  // MARK: How pictures are read

  var funnelReading: String {
    say(
      "Each mark is a region: the more units, the farther right and the narrower the limits. Below the lower "
        + "limits is hardly chance. Limits allow for the ways in which regions differ anyway.",
      "每个标记为一个地区：批次越多越靠右，界限越窄。落在下方界限之外，难以用偶然解释。界限已计入地区间固有差异。")
  }
  var intervalsReading: String {
    say(
      "The mark is the rate, the bar its two-sided interval: the true rate may lie anywhere in it.",
      "标记为合格率，横线为双侧置信区间：真实水平可能在其中任何一处。")
  }
  func rankingReading(_ confidence: Double) -> String {
    let level = RateText.percent(confidence).replacing(/\.?0+$/, with: "")
    return say(
      "Rank 1 is the best. Ranks that overlap cannot be told apart; all bars hold at once at \(level)%.",
      "第1名为最好。名次范围重叠的地区无法区分先后；全部范围同时成立的置信度为\(level)%。")
  }
  func failingSharesReading(_ all: Int) -> String {
    say(
      "Share of the \(count(all)) failing units of the whole; bars begin at 0.",
      "占全域\(count(all))个不合格批次的比例，自0起。")
  }
  var monthsReading: String {
    say(
      "Limits come from the process's own months, never from the target. All panels share one scale; a "
        + "month below it stands at its edge.",
      "控制限由各自历史月份得出，与目标无关。各图刻度相同，低于刻度的月份标在下沿。")
  }
  var monthsCaption: String { say("Pass rate (%) and units judged", "合格率(%)及抽检批次") }
  var yearEndReading: String {
    say(
      "The line is the rate so far; the fan is where the units still planned may take it. All panels "
        + "share one scale; what lies below it stands at its edge.",
      "折线为累计合格率；扇形为余下计划批次可能带来的全年结果。各图刻度相同，低于刻度者标在下沿。")
  }
  var heatReading: String {
    say(
      "Rate and units judged (n). ✕ and hatching: too few units to tell. ▼ significantly below, ▽ likely below, "
        + "▲ significantly met, ○ may be chance.",
      "合格率与抽检批次n。✕及斜纹：样本量不足。▼显著低于目标，▽疑似未达标，▲显著达到目标，○差异不显著。")
  }
}
