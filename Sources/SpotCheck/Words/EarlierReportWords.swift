extension SpotCheckError.ReportProblem {
  /// What is wrong, and how to mend it.
  func phrase(_ text: String) -> Phrase {
    switch self {
    case .notJSON:
      Phrase(
        "the file is no JSON; name a report that --format json wrote",
        "文件不是 JSON；请指定由 --format json 写出的报告")
    case .otherSchema:
      Phrase(
        "the schema is “\(text)” and not spotcheck.report/1; name a report that --format json wrote",
        "结构标识是“\(text)”，不是 spotcheck.report/1；请指定由 --format json 写出的报告")
    case .badValue:
      Phrase(
        "the report has no proper value at “\(text)”; write it anew with --format json",
        "报告中“\(text)”处的值不对；请用 --format json 重新写出")
    case .noFindings:
      Phrase(
        "the report judges no pass rates, as one made without a plan; make it anew with --plan and --format json",
        "报告没有判定任何合格率，不带计划生成的报告即是如此；请用 --plan 和 --format json 重新生成")
    case .noRates:
      Phrase(
        "the report has no pass rates of \(text); name another --level or --period",
        "报告中没有 \(text) 的合格率；请另选 --level 或 --period")
    }
  }
}
