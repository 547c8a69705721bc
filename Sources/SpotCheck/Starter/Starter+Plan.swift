extension Starter {
  /// The text of a plan with one indicator and no target: a target is the planner's to write.
  public var plan: String {
    let categories = shownValues(of: "category")
    let covered = categories.isEmpty ? "…" : categories
    let lines = [
      comment(Phrase("What must be met.", "须达到的目标。")),
      "version: 1",
      "title: { en: Quality plan, zh-Hans: 质量提升计划 }",
      "indicators:",
      "  - id: overall",
      "    title: { en: Product quality pass rate, zh-Hans: 产品质量合格率 }",
      comment(
        Phrase("What it covers; without it everything. Keep those meant.", "适用范围；省略时为全部。请保留所指的类别。"),
        indent: 4),
      "    # where: { category: [\(covered)] }",
      comment(
        Phrase(
          "Targets are proportions by year; source says where each comes from.", "目标为各年度的比例；source 写明来源。"),
        indent: 4),
      "    # target: { 2024: 0.955, 2025: 0.96 }",
      "    # source: { 2024: assumption, 2025: policy }",
      "    # responsible: [省市场监管局]",
      comment(Phrase("Another target for one region:", "个别地区的目标："), indent: 4),
      "    # overrides: [ { region: \"530100\", target: { 2025: 0.965 } } ]",
      "",
      comment(Phrase("How findings are formed; these are the defaults.", "判定方式；以下为默认值。")),
      "assess: { depth: 1, alpha: 0.05, multiplicity: bh, period: [year] }",
    ]
    return lines.joined(separator: "\n") + "\n"
  }
}
