import SpotCheck

/// What the calculator says to people, both languages side by side.
struct StatWords {
  /// The language spoken.
  let language: Language

  /// The text in the language spoken.
  func say(_ english: String, _ chinese: String) -> String {
    language == .english ? english : chinese
  }

  /// A text in quotation marks.
  func quoted(_ text: String) -> String { "“\(text)”" }

  /// That a frame was read without the establishments that are inspected in any case.
  func leftOut(_ count: Int) -> String {
    say(
      "establishments inspected in any case, left out of what is shared: \(count)",
      "另行核查、不参与分配的单位：\(count) 户")
  }

  var noTrials: String { say("No trials: no rate, and nothing to say about one.", "无样本：没有合格率，无从判断。") }

  func rate(_ counts: StatCounts) -> String {
    let rate = Rounding.percentText(passes: counts.passes, trials: counts.trials, decimals: 2)
    return say(
      "\(counts.passes) of \(counts.trials) pass: \(rate)%",
      "合格 \(counts.passes)/\(counts.trials)，合格率 \(rate)%")
  }

  func rate(_ counts: StatCounts, target: DecimalFraction, isAttained: Bool) -> String {
    let rate = Rounding.percentText(
      passes: counts.passes, trials: counts.trials, decimals: 2, showingMissOf: target)
    return say(
      "\(counts.passes) of \(counts.trials) pass: \(rate)%, target \(target): "
        + (isAttained ? "met as counted" : "below as counted"),
      "合格 \(counts.passes)/\(counts.trials)，合格率 \(rate)%，目标 \(target)："
        + (isAttained ? "达标（按计数）" : "未达标（按计数）"))
  }

  func interval(_ limits: RateInterval, confidence: Double, method: String) -> String {
    let (lower, upper) = (percent(limits.lower), percent(limits.upper))
    return say(
      "\(level(confidence))% interval (\(method)): \(lower)% to \(upper)%",
      "\(level(confidence))%置信区间（\(method)）：\(lower)%～\(upper)%")
  }

  func bounds(lower: Double, upper: Double, confidence: Double) -> String {
    say(
      "one-sided \(level(confidence))% bounds: at least \(percent(lower))%, at most \(percent(upper))%",
      "单侧\(level(confidence))%界限：不低于 \(percent(lower))%，不高于 \(percent(upper))%")
  }

  func chance(ofAtMost passes: Int, _ p: Double) -> String {
    say(
      "chance of at most \(passes) passes were the true rate the target: \(self.p(p)) (p_shortfall)",
      "若真实合格率等于目标，合格数不多于 \(passes) 的概率：\(self.p(p))（p_shortfall）")
  }

  func chance(ofAtLeast passes: Int, _ p: Double) -> String {
    say(
      "chance of at least \(passes) passes were the true rate the target: \(self.p(p)) (p_met)",
      "若真实合格率等于目标，合格数不少于 \(passes) 的概率：\(self.p(p))（p_met）")
  }

  func outlook(_ projection: YearEndProjection, planned: Int, target: DecimalFraction) -> String {
    switch projection.status {
    case .secured:
      return say(
        "target \(target) is secured, whatever the \(planned) to come bring",
        "目标 \(target) 已有保证，与后续 \(planned) 批次的结果无关")
    case .unreachable:
      return say(
        "target \(target) is out of reach: \(projection.need) passes needed of \(planned) to come",
        "目标 \(target) 已无法达到：后续 \(planned) 批次中需合格 \(projection.need) 批次")
    case .open:
      let rate = projection.requiredFutureRate.map(percent) ?? "—"
      return say(
        "target \(target) needs \(projection.need) passes of the \(planned) to come, a rate of \(rate)%",
        "要达到目标 \(target)，后续 \(planned) 批次中需合格 \(projection.need) 批次，合格率 \(rate)%")
    }
  }

  func chanceMet(_ chance: Double) -> String {
    say("chance that the year's rate meets it: \(p(chance))", "全年合格率达标的概率：\(p(chance))")
  }

  var before: String { say("before: ", "基期：") }
  var now: String { say("now: ", "本期：") }
  var nothingToCompare: String { say("No trials in one of the two: nothing to compare.", "其中一期无样本，无从比较。") }

  func change(_ difference: Double, _ limits: DifferenceInterval, confidence: Double) -> String {
    let (lower, upper) = (points(limits.lower), points(limits.upper))
    return say(
      "change: \(points(difference)) points, \(level(confidence))% interval \(lower) to \(upper)",
      "变化：\(points(difference)) 个百分点，\(level(confidence))%置信区间 \(lower)～\(upper)")
  }

  func chances(rise: Double, fall: Double) -> String {
    say(
      "chance of as much were nothing changed: of a rise \(p(rise)) (p_rise), of a fall \(p(fall)) (p_fall)",
      "若无变化，出现如此上升的概率 \(p(rise))（p_rise），如此下降的概率 \(p(fall))（p_fall）")
  }

  /// A difference of rates in percentage points, with its sign.
  private func points(_ difference: Double) -> String {
    let text = percent(difference.magnitude)
    return difference < 0 ? "-" + text : "+" + text
  }

  func adjusted(by method: String) -> String {
    say("p       adjusted (\(method))", "p 值    调整后（\(method)）")
  }

  /// A probability with four decimals; what would read 0 is below 0.0001.
  func p(_ value: Double) -> String {
    if value > 0, value < 0.000_1 { return "<0.0001" }
    return DecimalFraction(digits: Int((value * 10_000).rounded()), places: 4).description
  }

  func percent(_ proportion: Double) -> String { Rounding.percentText(proportion, decimals: 2) }

  /// A confidence as the percentage people call it: 95, 99.5.
  func level(_ confidence: Double) -> String {
    Rounding.percentText(confidence, decimals: 6).replacing(/\.?0+$/, with: "")
  }
}
