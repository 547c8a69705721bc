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
  private func level(_ confidence: Double) -> String {
    Rounding.percentText(confidence, decimals: 6).replacing(/\.?0+$/, with: "")
  }
}
