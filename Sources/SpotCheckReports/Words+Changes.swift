import SpotCheck

extension Words {
  var before: [String] { [say("Before", "原")] }
  var now: [String] { [say("Now", "现")] }
  var month: [String] { [say("Month", "月份")] }
  var lateResults: String { say("past months with late results", "往月有迟到结果") }

  func changed(since date: CalendarDate?) -> String {
    guard let date else { return say("Changes since the earlier report", "与上次报告相比的变化") }
    let parts = date.components
    return say(
      "Changes since the report of \(date.iso8601)",
      "与上次报告（截至\(parts.year)年\(parts.month)月\(parts.day)日）相比的变化")
  }

  /// How many past months changed in single regions, and where they are.
  func monthsOfRegions(_ number: Int) -> String {
    say(
      "Past months changed in single regions: \(count(number)). All: --format json or xlsx",
      "各地区往月数据有变化 \(number) 处，全部见：--format json 或 xlsx")
  }

  /// How an indicator stood; where evidence alone does not tell, with whether the target was met.
  func standing(_ standing: EarlierReport.Standing, isPlain: Bool) -> String {
    let evidence = standing.evidence.shortWords(in: language)
    return isPlain ? evidence : evidence + remark(attained(standing.isAttained))
  }

  /// What changed in numbers, and what else differs between the two reports.
  func changes(_ changes: Changes) -> [String] {
    var facts = [
      say(
        "Verdicts changed: \(count(changes.verdicts.count))", "判定有变化 \(changes.verdicts.count) 项"),
      say("new findings: \(count(changes.added))", "新增判定 \(changes.added) 项"),
    ]
    if changes.removed > 0 {
      facts.append(say("findings gone: \(count(changes.removed))", "不再出现的判定 \(changes.removed) 项"))
    }
    facts.append(
      say(
        "past months changed: \(count(changes.months.count))", "往月数据有变化 \(changes.months.count) 处"))
    return [parts(facts)] + changes.differences.map(difference)
  }

  private func difference(_ difference: Changes.Difference) -> String {
    switch difference {
    case .plan:
      say("The plan is not the one of the earlier report.", "所用计划与上次报告不同。")
    case .layout:
      say("The layout is not the one of the earlier report.", "所用布局与上次报告不同。")
    case .option(let name, let before, let now):
      say(
        "\(name) was \(before ?? Self.missing) and is \(now ?? Self.missing).",
        "选项 \(name) 原为 \(before ?? Self.missing)，现为 \(now ?? Self.missing)。")
    }
  }
}
