import SpotCheck

/// What is said of an allocation.
extension Words {
  func allocation(of units: Int, among strata: Int, by rule: Allocation.Rule) -> String {
    let rule =
      switch rule {
      case .proportional: say("in proportion to size", "按规模比例")
      case .neyman: say("least variance for the number (Neyman)", "同样数量下方差最小（Neyman 分配）")
      case .optimal: say("least variance for the cost (optimal)", "同样费用下方差最小（最优分配）")
      }
    return say(
      "Allocation of \(count(units)) units to \(count(strata)) strata · \(rule)",
      "\(count(units)) 批次分配到 \(count(strata)) 层 · \(rule)")
  }

  var unitsThere: [String] { [say("Units", "单位数")] }
  var unitsJudged: [String] { language == .english ? ["Units", "judged"] : ["已检", "批次"] }
  var plannedRate: [String] { language == .english ? ["Planned", "rate (%)"] : ["预期合格率", "(%)"] }
  var money: [String] { [say("Cost", "费用")] }
  var margin: [String] { language == .english ? ["Margin", "(± points)"] : ["误差界限", "(±百分点)"] }
  var power: [String] { language == .english ? ["Chance of", "proof (%)"] : ["判定未达标", "的概率(%)"] }
  var cut: [String] { [say("Cut", "削减")] }
  var asPlanned: String { say("none", "不削减") }
  var belowMinima: String { say("less than the minima take", "不足以满足各层最少数") }
  var expectedProofs: [String] { language == .english ? ["Shortfalls", "proven"] : ["预期可判定", "未达标的层数"] }

  var inSum: String { say("In sum", "合计") }
  var withLess: String { say("With less", "若削减") }
  var restsUpon: String { say("What it rests upon", "依据") }

  func foldedStrata(_ rest: Int) -> String {
    say(
      "… \(count(rest)) more strata; -o, --csv or --json writes all",
      "……另有 \(count(rest)) 层；用 -o、--csv 或 --json 可全部写出")
  }

  func precision(of purchase: SamplingPurchase, confidence: Double) -> String {
    let rate = RateText.percent(purchase.rate)
    guard let margin = purchase.margin else {
      return say(
        "Rate planned with \(rate) %; no margin, since a stratum that varies gets no unit",
        "预期合格率 \(rate)%；有的层未分到批次，无从给出误差界限")
    }
    return say(
      "Rate planned with \(rate) %, to be known within ± \(RateText.percent(margin)) points at \(shortPercent(confidence)) % confidence",
      "预期合格率 \(rate)%，\(shortPercent(confidence))%置信度下误差界限 ±\(RateText.percent(margin)) 个百分点")
  }

  func cost(_ cost: Double) -> String { say("Cost: \(money(cost))", "费用：\(money(cost))") }

  func proofs(of purchase: SamplingPurchase, alpha: Double) -> String {
    say(
      "Strata below target at the rate planned, in whole units: \(count(purchase.shortfalls)); to be expected proven at α = \(alpha), each tested alone: \(tenths(purchase.expectedProofs))",
      "按预期合格率（取整批次）低于目标的层：\(count(purchase.shortfalls)) 个；各层单独检验、α = \(alpha) 时预期可判定未达标：\(tenths(purchase.expectedProofs)) 个"
    )
  }

  func proofs(_ purchase: SamplingPurchase) -> String {
    purchase.shortfalls == 0
      ? Self.missing
      : say(
        "\(tenths(purchase.expectedProofs)) of \(count(purchase.shortfalls))",
        "\(tenths(purchase.expectedProofs))／\(count(purchase.shortfalls))")
  }

  /// What the strata rest upon, a sentence each.
  func notes(of strata: SamplingStrata) -> [String] {
    var notes = strata.rateSources.map { source, number in
      note(of: source) + say(": \(count(number)) strata", "：\(count(number)) 层")
    }
    if !strata.isFrameKnown {
      notes.append(
        say(
          "No frame: sizes are the units judged in the report and serve as weights only, every unit costs 1, and no stratum can be inspected whole. Name one with --frame frame.csv (region,category,size,unit_cost).",
          "未给抽样框：以报告中的已检批次作权重，单位费用均为 1，且不考虑全数检查。请用 --frame frame.csv 指定（表头 region,category,size,unit_cost）。"))
    }
    if strata.outsideFrame > 0 {
      notes.append(
        say(
          "In the report and not in the frame, so left out: \(count(strata.outsideFrame)) regions × categories",
          "报告中有而抽样框中没有，未计入：\(count(strata.outsideFrame)) 个地区×类别"))
    }
    if strata.repeated > 0 {
      notes.append(
        say(
          "Judged under several indicators or programmes, the first of which stands: \(count(strata.repeated)) findings",
          "同一地区和类别在多个指标或抽检类型下判定，只取第一个：略去 \(count(strata.repeated)) 条"))
    }
    return notes
  }

  private func note(of source: SamplingStratum.RateSource) -> String {
    switch source {
    case .given: say("Rate as the frame names it", "合格率由抽样框给出")
    case .shrunken: say("Rate of the report, shrunken towards those of its kind", "报告中的收缩合格率")
    case .counts:
      say("Rate of the stratum's own counts, ½ added to passes and failures", "本层自身计数（合格、不合格各加 ½）")
    case .category:
      say(
        "Rate of the category in all regions, since nothing was judged here or nothing failed",
        "该类别各地区合计的合格率（本层无样本或无不合格）")
    case .everything:
      say(
        "Rate of everything the plan judges, since none of its indicators has the category",
        "计划所判全部样本的合格率（计划无该类别的指标）")
    }
  }

  /// A sum of money, with two decimals where it is not whole.
  func money(_ amount: Double) -> String {
    guard let whole = Int(exactly: amount) else { return decimal(amount, places: 2) }
    return count(whole)
  }

  /// A percentage without idle zeros: `95`, `99.5`.
  func shortPercent(_ share: Double) -> String {
    Rounding.percentText(share, decimals: 6).replacing(/\.?0+$/, with: "")
  }

  private func tenths(_ number: Double) -> String { decimal(number, places: 1) }

  /// A number of at least 0 with so many decimals, half to even.
  func decimal(_ number: Double, places: Int) -> String {
    let scale = DecimalFraction(digits: 0, places: places).scale
    guard number * Double(scale) < 0x1p53 else { return number.description }
    let digits = Int((number * Double(scale)).rounded(.toNearestOrEven))
    return DecimalFraction(digits: digits, places: places).description
  }
}
