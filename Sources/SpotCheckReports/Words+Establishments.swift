import SpotCheck

extension Words {
  var establishments: String { say("Establishments", "被抽样单位") }
  var worstEstablishments: String { say("Establishments most likely in the lowest class", "最可能属于最低等级的单位") }
  var establishmentsInFull: String {
    say(
      "All establishments and open failures: --format csv -o DIR/ (establishments.csv, follow-ups.csv)",
      "全部单位与未闭环的不合格批次：--format csv -o 文件夹/（establishments.csv、follow-ups.csv）")
  }
  var riskClasses: String {
    say("Risk class by shrunken rate, the last with failures open: ", "风险等级（按收缩后合格率；有未闭环不合格的为最低等级）：")
  }
  var unrated: String { say("not rated", "未评级") }
  var undated: String { say("undated", "无日期") }
  var nothingOpen: String { say("No failure is open", "没有未闭环的不合格批次") }

  /// How many establishments, units without one, and credit codes there are.
  func totals(of establishments: Establishments) -> [String] {
    var parts = [
      say("\(count(establishments.count)) establishments", "\(establishments.count) 家")
    ]
    if establishments.unnamedUnits > 0 {
      let units = count(establishments.unnamedUnits)
      parts.append(say("\(units) units name none", "\(units) 批次未注明单位"))
    }
    guard establishments.hasCodes else { return parts }
    let checks = CreditCodeCheck.allCases.map { check in
      (check, establishments.count { $0.codeCheck == check })
    }
    let codes = checks.filter { $1 > 0 }.map { "\(name(of: $0)) \(count($1))" }
    return parts + [say("credit codes: ", "统一社会信用代码：") + list(codes)]
  }

  private func name(of check: CreditCodeCheck) -> String {
    switch check {
    case .valid: say("valid", "有效")
    case .invalid: say("invalid", "校验码不符")
    case .notACode: say("not a code", "不是代码")
    case .absent: say("none", "无")
    }
  }

  /// Each class of a scale with its bound.
  func bounds(of scale: RiskScale) -> [String] {
    scale.cuts.map { "\($0.name)\(remark("≥\(RateText.percent($0.least))%"))" }
      + ["\(scale.rest)\(remark("<\(RateText.percent(scale.leastCut))%"))"]
  }

  /// How many failures are open, before their ages.
  func open(_ number: Int) -> String {
    say("Failures without a later pass or closure: \(count(number)) — ", "未闭环的不合格批次 \(number)：")
  }

  /// A span of ages.
  func days(from first: Int, to last: Int?) -> String {
    guard let last else { return say("over \(first - 1) days", "\(first - 1)天以上") }
    return say("\(first)–\(last) days", "\(first)～\(last)天")
  }

  var establishment: [String] { [say("Establishment", "单位")] }
  var shrunkenRate: [String] { language == .english ? ["Shrunken", "rate (%)"] : ["收缩后", "合格率(%)"] }
  func chanceBelow(_ rate: String) -> [String] {
    language == .english ? ["Chance", "<\(rate)% (%)"] : ["低于\(rate)%", "的概率(%)"]
  }
  var riskClass: [String] { language == .english ? ["Risk", "class"] : ["风险", "等级"] }
  var lastFailed: [String] { language == .english ? ["Last", "failed"] : ["最近", "不合格"] }
  var openHead: [String] { [say("Open", "未闭环")] }
  var daysOpen: [String] { language == .english ? ["Days", "open"] : ["未闭环", "天数"] }
}
