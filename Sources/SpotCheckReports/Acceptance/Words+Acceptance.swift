import SpotCheck

/// What is said of acceptance sampling plans, in the terms of ISO 2859 and GB/T 2828.
extension Words {
  func planTitle(_ plan: SamplingPlan) -> String {
    let kind =
      switch plan.stages.count {
      case 1: say("Single sampling plan", "一次抽样方案")
      case 2: say("Double sampling plan", "二次抽样方案")
      default: say("Multiple sampling plan", "多次抽样方案")
      }
    let isSingle = plan.stages.count == 1
    let stages = plan.stages.enumerated().map { number, stage in
      let index = isSingle ? "" : String(number + 1)
      return "n\(index) = \(count(stage.size)), Ac\(index) = \(count(stage.acceptanceNumber)), "
        + "Re\(index) = \(count(stage.rejectionNumber))"
    }
    return kind + say(": ", "：") + stages.joined(separator: say("; ", "；"))
  }

  func samplingModel(_ model: SamplingModel, lotSize: Int?) -> String {
    let lots = lotSize.map { say(" in lots of \(count($0))", "，批量 N = \($0)") } ?? ""
    switch model {
    case .binomial: return say("Lots of a process\(lots): binomial", "连续批\(lots)：二项分布")
    case .poisson: return say("Nonconformities of a process\(lots): Poisson", "连续批的不合格数\(lots)：泊松分布")
    case .hypergeometric(let size):
      return say("One lot of \(count(size)) items: hypergeometric", "孤立批，批量 N = \(size)：超几何分布")
    }
  }

  func producerRisk(_ risk: AcceptanceReport.Risk) -> String {
    risky(say("Producer, p1", "生产方 p1"), risk, say("producer's risk", "生产方风险"))
  }

  func consumerRisk(_ risk: AcceptanceReport.Risk) -> String {
    risky(say("Consumer, p2", "使用方 p2"), risk, say("consumer's risk", "使用方风险"))
  }

  private func risky(_ point: String, _ risk: AcceptanceReport.Risk, _ name: String) -> String {
    let lot = lotCount(risk.lot)
    let limit = PlotFrame.percent(risk.limit)[language]
    let verdict =
      risk.isKept
      ? say("at most \(limit)%", "不超过\(limit)%") : say("more than \(limit)%", "超过\(limit)%")
    return say(
      "\(point) = \(RateText.percent(risk.fraction))%\(lot): acceptance probability "
        + "\(RateText.percent(risk.acceptance))%, \(name) \(RateText.percent(risk.risk))%, \(verdict)",
      "\(point) = \(RateText.percent(risk.fraction))%\(lot)：接收概率 \(RateText.percent(risk.acceptance))%，"
        + "\(name) \(RateText.percent(risk.risk))%，\(verdict)")
  }

  private func lotCount(_ lot: LotQuality) -> String {
    guard case .hypergeometric(let nonconforming, let size) = lot else { return "" }
    return remark(
      say("\(count(nonconforming)) of \(count(size)) items", "\(size)件中\(nonconforming)件不合格"))
  }

  func accepted(with chance: Double, _ fraction: String) -> String {
    let percent = PlotFrame.percent(chance)[language]
    return say(
      "Accepted with at least \(percent)% up to p = \(fraction)%",
      "接收概率不低于\(percent)%的最大不合格品率 p = \(fraction)%")
  }

  func outgoingQualityLimit(_ limit: String, at fraction: String) -> String {
    say(
      "Average outgoing quality limit AOQL \(limit)%, at p = \(fraction)%",
      "平均检出质量上限 AOQL \(limit)%，在 p = \(fraction)% 时")
  }

  // MARK: Table heads

  func fractionHead(_ model: SamplingModel) -> [String] {
    switch model {
    case .poisson:
      language == .english ? ["Nonconformities", "per 100 items"] : ["每百单位产品", "不合格数"]
    case .binomial, .hypergeometric:
      language == .english ? ["Fraction non-", "conforming (%)"] : ["不合格品率", "p (%)"]
    }
  }
  var acceptanceHead: [String] {
    language == .english ? ["Acceptance", "probability (%)"] : ["接收概率", "Pa (%)"]
  }
  var sampleNumberHead: [String] {
    language == .english ? ["Average sample", "number ASN"] : ["平均样本量", "ASN"]
  }
  var outgoingHead: [String] {
    language == .english ? ["Average outgoing", "quality AOQ (%)"] : ["平均检出质量", "AOQ (%)"]
  }
  var totalInspectionHead: [String] {
    language == .english ? ["Average total", "inspection ATI"] : ["平均总检验数", "ATI"]
  }

  /// A number of items on average, to a tenth.
  func items(_ average: Double) -> String {
    let tenths = Int((average * 10).rounded())
    return "\(count(tenths / 10)).\(tenths % 10)"
  }

  // MARK: The picture

  var characteristicTitle: String { say("Operating characteristic", "抽样特性曲线（OC 曲线）") }

  func characteristicDescription(_ report: AcceptanceReport) -> String {
    let ends = [0.95, 0.5, 0.1].map { chance in
      let lot = report.plan.quality(acceptedWith: chance, in: report.model)
      return "\(PlotFrame.percent(lot.fraction)[language])%"
    }
    return planTitle(report.plan)
      + say(
        ". The acceptance probability falls from 100% without nonconforming items to 95% at \(ends[0]), "
          + "50% at \(ends[1]) and 10% at \(ends[2]).",
        "。接收概率由不合格品率为 0 时的 100% 下降，在 \(ends[0]) 时为 95%，\(ends[1]) 时为 50%，\(ends[2]) 时为 10%。")
  }

  func riskLabel(_ name: String, _ risk: AcceptanceReport.Risk) -> String {
    "\(name) = \(RateText.percent(risk.fraction))%" + say(": ", "：")
      + "\(RateText.percent(risk.acceptance))%"
  }
}
