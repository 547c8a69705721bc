extension SpotCheckError.Expectation {
  /// What to write instead.
  var phrase: Phrase {
    switch self {
    case .text: Phrase("a text", "一段文字")
    case .nonBlankText: Phrase("a text that is not blank", "非空的文字")
    case .list: Phrase("a list, such as [a, b]", "一个列表，如 [甲, 乙]")
    case .nonEmptyList: Phrase("a list with at least one item", "至少一项的列表")
    case .listOfAtMost(let limit): Phrase("a list of at most \(limit) items", "至多 \(limit) 项的列表")
    case .mapping: Phrase("keys with values, such as { key: value }", "键和值，如 { 键: 值 }")
    case .nonEmptyMapping: Phrase("at least one key with a value", "至少一个键和值")
    case .oneOf(let words):
      Phrase("one of \(listed(words)[.english])", "以下之一：\(listed(words)[.simplifiedChinese])")
    case .integer(let range):
      Phrase(
        "a whole number from \(range.lowerBound) to \(range.upperBound)",
        "\(range.lowerBound) 到 \(range.upperBound) 的整数")
    case .levelOfSignificance:
      Phrase("a decimal between 0 and 1, such as 0.05", "0 与 1 之间的小数，如 0.05")
    case .truth: Phrase("true or false", "true 或 false")
    case .year: Phrase("a year of four digits, such as 2025", "四位数的年份，如 2025")
    case .decimal: Phrase("a decimal such as 0.96, of at most 15 digits", "小数，如 0.96，至多 15 位")
    case .positiveDecimal: Phrase("a decimal more than 0, such as 0.3", "大于 0 的小数，如 0.3")
    case .targetsByYear(let example):
      Phrase("a target for each year, such as \(example)", "各年度的目标，如 \(example)")
    case .datePattern:
      Phrase(
        "a date pattern such as yyyy-MM-dd, yyyy/M/d, iso8601 or excel-serial",
        "日期格式，如 yyyy-MM-dd、yyyy年M月d日、iso8601 或 excel-serial")
    case .condition:
      Phrase("a comparison and a decimal, such as \">= 70\"", "比较符和小数，如 \">= 70\"")
    case .column:
      Phrase(
        "a header, \"#7\" for the seventh column, or \"header#2\" for its second occurrence",
        "表头、\"#7\"（第 7 列）或 \"表头#2\"（同名的第 2 列）")
    case .marks: Phrase("two marks, such as [\"(\", \")\"]", "一对标记，如 [\"(\", \")\"]")
    case .delimiter:
      Phrase("auto, tab, or one punctuation mark of ASCII", "auto、tab 或一个 ASCII 标点")
    case .quote:
      Phrase("auto, none, or one punctuation mark of ASCII", "auto、none 或一个 ASCII 标点")
    }
  }
}
