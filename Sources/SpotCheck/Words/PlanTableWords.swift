extension SpotCheckError.PlanTableProblem {
  /// What is wrong, and how to mend it.
  func phrase(_ text: String) -> Phrase {
    switch self {
    case .noNames:
      Phrase(
        "no row of the table has a column 指标名称; name the column of the indicators so",
        "表中没有“指标名称”列；请给指标所在的列写上这个表头")
    case .noYears:
      Phrase(
        "the table has no column of a year; give each year's targets a column headed 2025 or 2025年",
        "表中没有年度列；请为每年的目标各设一列，表头写 2025 或 2025年")
    case .unclearYear:
      Phrase(
        "it is not clear what the column “\(text)” has; head targets 2025年目标, and figures of the past 2022年基期值",
        "不清楚“\(text)”列是什么；目标列请写 2025年目标，过去的数值请写 2022年基期值")
    case .columnTwice:
      Phrase("two columns are “\(text)”; keep one", "“\(text)”有两列；请只保留一列")
    case .noRows:
      Phrase("the table has no indicator below its header; add a row", "表头下面没有指标；请至少写一行")
    case .blankName:
      Phrase("this row has targets and no name; name the indicator", "这一行有目标而没有指标名称；请写上名称")
    case .nameTwice:
      Phrase(
        "the indicator “\(text)” has two rows; keep one, or give each its own name",
        "指标“\(text)”有两行；请只保留一行，或各用不同的名称")
    case .badUnit:
      Phrase(
        "the unit “\(text)” is not %, and only rates are judged; take this row out of the table",
        "单位“\(text)”不是 %，而只有比率可以判定；请从表中去掉这一行")
    case .badTarget(let column):
      Phrase(
        "“\(text)” under \(column) is no target; write 96, ≥98, 98以上, ≤2 or 持续提高, or leave it blank",
        "\(column) 列的“\(text)”不是目标；请写百分数，如 96、≥98、98以上、≤2，或写 持续提高，或留空")
    case .proportion(let column, let suggestion):
      Phrase(
        "“\(text)” under \(column) would be less than 1 %; if a proportion was meant, write \(suggestion)",
        "\(column) 列的“\(text)”不到 1%；若指比例，请写 \(suggestion)")
    case .mixedComparisons:
      Phrase(
        "“\(text)” has targets to reach, targets not to exceed or a rise side by side; give each a row of its own",
        "“\(text)”一行中既有不低于、又有不高于或持续提高；请各写一行")
    case .unsettledCategory(let header, let row):
      Phrase(
        """
        it cannot be told which category “\(text)” covers; say so in a column 范围, or * for everything
        \(header)
        \(row)
        """,
        """
        看不出“\(text)”涉及哪个类别；请在“范围”列写明，全部则写 *
        \(header)
        \(row)
        """)
    }
  }
}
