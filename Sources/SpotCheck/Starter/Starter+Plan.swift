extension Starter {
  /// The text of a plan with one indicator and no target: a target is the planner's to write.
  public var plan: String {
    let categories = shownValues(of: "category")
    var covered = "category: [\(categories.isEmpty ? "…" : categories)]"
    if hasSeveralProgrammes { covered += ", programme: [\(shownValues(of: "programme"))]" }
    let targets = targetYears.map { "\($0): 0.955" }.joined(separator: ", ")
    let sources = targetYears.map { "\($0): assumption" }.joined(separator: ", ")
    let last = targetYears.last ?? 2025
    let lines =
      [
        comment(Phrase("What must be met.", "须达到的目标。")),
        "version: 1",
        "title: { en: Quality plan, zh-Hans: 质量提升计划 }",
        "indicators:",
        "  - id: overall",
        "    title: { en: Product quality pass rate, zh-Hans: 产品质量合格率 }",
        comment(
          Phrase("What it covers; without it everything. Keep those meant.", "适用范围；省略时为全部。请保留所指的类别。"),
          indent: 4),
        "    # where: { \(covered) }",
      ] + pooling + [
        comment(
          Phrase(
            "Targets are proportions by year; source says where each comes from.", "目标为各年度的比例；source 写明来源。"),
          indent: 4),
        "    # target: { \(targets) }",
        "    # source: { \(sources) }",
        "    # responsible: [省市场监管局]",
        comment(Phrase("Another target for one region:", "个别地区的目标："), indent: 4),
        "    # overrides: [ { region: \"530100\", target: { \(last): 0.965 } } ]",
        "",
        comment(Phrase("How findings are formed; these are the defaults.", "判定方式；以下为默认值。")),
        "assess: { depth: 1, alpha: 0.05, multiplicity: bh, period: [year] }",
      ]
    return lines.joined(separator: "\n") + "\n"
  }

  private var hasSeveralProgrammes: Bool {
    values(of: "programme").count { !$0.text.isEmpty } > 1
  }

  /// What to say of programmes where the dump has several.
  private var pooling: [String] {
    guard hasSeveralProgrammes else { return [] }
    return [
      comment(
        Phrase(
          "Programmes are never added up unless that is said; better name those meant above.",
          "不同抽检类型不合并计算，除非写明；更宜在上面写明所指的类型。"),
        indent: 4),
      "    # pool_programmes: true",
    ]
  }

  /// The years that the dates seen begin with or hold; two by way of example where none is seen.
  private var targetYears: [Int] {
    let years = values(of: "date").compactMap { date in
      date.text.split { !("0"..."9").contains($0) }.lazy.compactMap { digits in
        [4, 8].contains(digits.count) ? Int(digits.prefix(4)) : nil
      }.first { (1990...2100).contains($0) }
    }
    return years.isEmpty ? [2024, 2025] : Set(years).sorted()
  }
}
