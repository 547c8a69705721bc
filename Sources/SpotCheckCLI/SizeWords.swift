import SpotCheck

/// What is said of sizes.
extension StatWords {
  func toInspect(_ units: Int) -> String { say("Units to inspect: \(units)", "需检查批次：\(units)") }

  func toInspect(_ size: ComparisonSize) -> String {
    say(
      "Units to inspect: \(size.first) in the first group, \(size.second) in the second",
      "需检查批次：第一组 \(size.first)，第二组 \(size.second)")
  }

  func precision(rate: DecimalFraction, margin: Double, confidence: Double) -> String {
    say(
      "they estimate a rate of about \(rate) within ± \(number(margin)) at \(level(confidence))% confidence",
      "可在\(level(confidence))%置信度下把约 \(rate) 的合格率估计到 ±\(number(margin)) 以内")
  }

  /// The steps that changed a size.
  func steps(_ size: PrecisionSize, design: SizeDesign, response: Double) -> [String] {
    var steps = [say("simple sampling: \(size.simple)", "简单随机抽样：\(size.simple)")]
    if design.effect != 1 {
      steps.append(
        say(
          "with the design effect \(number(design.effect)): \(size.withDesignEffect)",
          "计入设计效应 \(number(design.effect))：\(size.withDesignEffect)"))
    }
    if let population = design.population {
      steps.append(
        say(
          "of a population of \(population): \(size.withPopulation)",
          "总体共 \(population)：\(size.withPopulation)"))
    }
    if response != 1 {
      steps.append(
        say(
          "with results from a share of \(number(response)): \(size.size)",
          "有结果的比例为 \(number(response))：\(size.size)"))
    }
    return steps.count > 1 ? steps : []
  }

  func shortfall(rate: DecimalFraction, target: DecimalFraction, alpha: Double, power: Double) -> String {
    say(
      "if the true rate is \(rate), the exact test at α = \(number(alpha)) proves it below \(target) with a chance of \(percent(power))% or more",
      "若真实合格率为 \(rate)，精确检验（α = \(number(alpha))）判定其低于 \(target) 的概率不低于 \(percent(power))%")
  }

  func first(_ point: ShortfallSize.Point) -> String {
    say(
      "first size with that chance: \(point.size), where \(point.criticalPasses) passes or fewer prove it (chance \(percent(point.power))%)",
      "首次达到该概率：\(point.size) 批次，合格不多于 \(point.criticalPasses) 批次即可判定（概率 \(percent(point.power))%）")
      + effective(point)
  }

  func stable(_ point: ShortfallSize.Point) -> String {
    say(
      "from \(point.size) on the chance never falls below it again; there \(point.criticalPasses) passes or fewer prove it (chance \(percent(point.power))%)",
      "自 \(point.size) 批次起不再低于该概率；此时合格不多于 \(point.criticalPasses) 批次即可判定（概率 \(percent(point.power))%）")
      + effective(point)
  }

  private func effective(_ point: ShortfallSize.Point) -> String {
    guard point.effective != point.size else { return "" }
    return say(
      ", counted as \(point.effective) of a simple sample", "，折合简单随机样本 \(point.effective) 批次")
  }

  var tooMany: String {
    say(
      "More than \(ShortfallSize.largest) units would be needed: the rate is too near the target.",
      "所需批次超过 \(ShortfallSize.largest)：该合格率与目标过于接近。")
  }

  func comparison(
    _ rates: (DecimalFraction, DecimalFraction), alpha: Double, power: Double, isTwoSided: Bool
  ) -> String {
    let sides = isTwoSided ? say("two-sided", "双侧") : say("one-sided", "单侧")
    return say(
      "they tell \(rates.0) from \(rates.1) with a chance of \(percent(power))% (\(sides), α = \(number(alpha)), normal approximation)",
      "可以 \(percent(power))% 的概率区分 \(rates.0) 与 \(rates.1)（\(sides)，α = \(number(alpha))，正态近似）")
  }

  /// A number as people write it: no point where it is whole.
  func number(_ value: Double) -> String {
    Int(exactly: value).map { String($0) } ?? value.description
  }
}
