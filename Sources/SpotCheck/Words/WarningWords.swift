extension Warning {
  /// The warning in words: what was met, and what was made of it.
  ///
  /// - Parameter language: The language of the reader.
  /// - Returns: One line.
  public func message(in language: Language) -> String {
    phrase[language]
  }

  private var phrase: Phrase {
    switch self {
    case .planRegionAbsent(let indicator, let region):
      Phrase(
        "the plan names the region “\(region)” (indicator \(indicator)), which neither the data nor the region table has",
        "计划中的地区“\(region)”（指标 \(indicator)）在数据和地区表中都没有")
    case .planCategoryAbsent(let indicator, let category):
      Phrase(
        "the plan names the category “\(category)” (indicator \(indicator)), which the data does not have",
        "计划中的类别“\(category)”（指标 \(indicator)）在数据中没有")
    case .planValueAbsent(let indicator, let column, let value):
      Phrase(
        "the plan names “\(value)” of \(column) (indicator \(indicator)), which the data does not have",
        "计划中 \(column) 的取值“\(value)”（指标 \(indicator)）在数据中没有")
    case .regionCodeUnknown(let code, let ancestor, let trials):
      Phrase(
        "the region table lacks the code \(code); its \(trials) units are counted under \(ancestor)",
        "地区表中没有代码 \(code)；其 \(trials) 个批次计入 \(ancestor)")
    case .singleResult(let isConforming, let records):
      Phrase(
        "all \(records) accepted records are \(isConforming ? "conforming" : "nonconforming"); check the result column",
        "所有 \(records) 条有效记录均为\(isConforming ? "合格" : "不合格")；请检查结果列是否选对")
    case .periodOutsidePlan(let period):
      Phrase("the plan has no target for \(period)", "计划中没有 \(period) 年的目标")
    case .noDates:
      Phrase(
        "no date column was found, so there are no periods and no findings",
        "没有找到日期列，因此不分时段，也不作达标判定")
    case .weightsNotNormalised(let indicator, let sum):
      Phrase(
        "the weights of indicator \(indicator) sum to \(sum), not 1; they were divided by their sum",
        "指标 \(indicator) 的权重之和为 \(sum)，不等于 1；已按总和折算")
    case .strataMissing(let indicator, let covered, let region, let period):
      strataMissing(indicator, covered: covered, region: region, period: period)
    }
  }

  private func strataMissing(_ indicator: String, covered: Double, region: String, period: String) -> Phrase {
    let tenths = covered.isFinite ? Int((min(max(covered, 0), 1) * 1000).rounded()) : 0
    let percent = "\(tenths / 10).\(tenths % 10)%"
    return Phrase(
      "in \(region), \(period), strata of indicator \(indicator) have no data; those that do hold \(percent) of the weight",
      "\(region) \(period)：指标 \(indicator) 有层次没有数据；有数据的层次占权重的 \(percent)")
  }
}
