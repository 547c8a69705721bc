import SpotCheckStatistics

extension SpotCheckError.FrameProblem {
  /// What is wrong, and how to mend it.
  func phrase(_ text: String) -> Phrase {
    let header = "region,category,size,unit_cost,minimum,maximum"
    switch self {
    case .missingColumn(let name):
      return Phrase(
        "the frame has no column “\(name)”; its header is \(header)", "抽样框缺少“\(name)”列；表头应为 \(header)")
    case .noRows:
      return Phrase(
        "the frame has no row below its header; write one for a region and category, such as 530100,食品,1200",
        "抽样框表头下没有数据行；请按地区和类别各写一行，如 530100,食品,1200")
    case .duplicateRow:
      return Phrase(
        "\(text) stands twice; keep one row for a region and category", "\(text) 出现了两次；同一地区和类别请只保留一行")
    case .badCount(let column):
      return Phrase(
        "“\(text)” is no \(column); write a whole number of units of at most a thousand million",
        "“\(text)”不能作 \(column)；请写不超过十亿的整数（单位数）")
    case .badCost:
      return Phrase(
        "“\(text)” is no unit_cost; write a decimal more than 0, such as 850.50",
        "“\(text)”不能作 unit_cost；请写大于 0 的小数，如 850.50")
    case .badRate(let column):
      return Phrase(
        "“\(text)” is no \(column); write a decimal from 0 to 1, such as 0.96",
        "“\(text)”不能作 \(column)；请写 0 至 1 的小数，如 0.96")
    case .boundsCross(let most):
      return Phrase(
        "the minimum \(text) is more than can be inspected here, \(most)", "最少 \(text) 超过此处可抽的最多数 \(most)")
    case .noRate:
      return Phrase(
        "nothing says what rate to expect of \(text); add a column rate, or name a report with --from report.json",
        "不知道 \(text) 的预期合格率；请加一列 rate，或用 --from report.json 指定报告")
    }
  }
}

extension SpotCheckError.AllocationProblem {
  /// What is in the way, and what to write instead.
  var phrase: Phrase {
    switch self {
    case .boundsCross(let region, let category):
      return Phrase(
        "\(region),\(category) has a minimum above its maximum; lower --minimum",
        "\(region),\(category) 的最少数大于最多数；请减小 --minimum")
    case .belowMinimum(let least, let isMoney):
      let (flag, amount) = (isMoney ? "--budget" : "--total", Self.amount(least))
      return Phrase(
        "the minima of all strata alone take \(amount); write \(flag) \(amount) or more, or a lower --minimum",
        "各层最少数合计已需 \(amount)；请写 \(flag) \(amount) 或更多，或减小 --minimum")
    case .aboveMaximum(let most, let isMoney):
      let (flag, amount) = (isMoney ? "--budget" : "--total", Self.amount(most))
      return Phrase(
        "all strata can take no more than \(amount), and then all is inspected; write \(flag) \(amount) or less",
        "各层合计最多只能用 \(amount)，届时已全部检查；请写 \(flag) \(amount) 或更少")
    case .marginOutOfReach(let margin):
      let least = Self.roundedUp(margin)
      return Phrase(
        "even all that can be inspected leaves a margin of \(least); write --margin \(least) or more",
        "即使抽满各层上限，误差界限仍为 \(least)；请写 --margin \(least) 或更大")
    case .varianceOutOfReach(let variance):
      return Phrase(
        "even all that can be inspected leaves a variance of \(variance); write a greater --variance",
        "即使抽满各层上限，方差仍为 \(variance)；请写更大的 --variance")
    }
  }

  /// A sum of units or money, with two decimals where it is not whole, rounded up.
  private static func amount(_ value: Double) -> String {
    guard let whole = Int(exactly: value.rounded(.up)) else { return value.description }
    guard value != value.rounded(), let cents = Int(exactly: (value * 100).rounded(.up)) else {
      return String(whole)
    }
    return DecimalFraction(digits: cents, places: 2).description
  }

  private static func roundedUp(_ margin: Double) -> String {
    DecimalFraction(digits: Int(exactly: (margin * 1e6).rounded(.up)) ?? 0, places: 6).description
  }
}
