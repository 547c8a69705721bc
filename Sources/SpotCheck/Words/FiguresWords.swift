extension SpotCheckError.FiguresProblem {
  /// What is wrong, and how to mend it.
  func phrase(_ text: String) -> Phrase {
    switch self {
    case .missingColumn(let name):
      Phrase(
        "the table has no column “\(name)”; its header is region,category,year,value",
        "表中缺少“\(name)”列；表头应为 region,category,year,value")
    case .duplicateRow:
      Phrase(
        "\(text) has a figure already; keep one row for a region, category and year",
        "\(text) 已有数值；同一地区、类别和年度请只保留一行")
    case .badYear:
      Phrase(
        "“\(text)” is no year; write four digits, or * for every year", "“\(text)”不是年度；请写四位数字，或写 * 表示各年度")
    case .badValue(isCount: true):
      Phrase(
        "“\(text)” is no number of units; write a whole number of at most a thousand million",
        "“\(text)”不是批次数；请写不超过十亿的整数")
    case .badValue(isCount: false):
      Phrase(
        "“\(text)” is no weight; write a decimal more than 0, of at most 15 digits",
        "“\(text)”不是权重；请写大于 0 的小数，至多 15 位")
    case .needsCategory:
      Phrase(
        "this row of “\(text)” names no category, and the weights are by category; name it",
        "“\(text)”的这一行没有类别，而权重按类别；请写明类别")
    case .needsNoCategory:
      Phrase(
        "this row names the category “\(text)”, and the weights are by region; write * there",
        "这一行写了类别“\(text)”，而权重按地区；请改写为 *")
    }
  }
}
