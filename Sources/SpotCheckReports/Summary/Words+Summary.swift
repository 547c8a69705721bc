import SpotCheck

extension Words {
  // MARK: Heads

  var summary: String { say("Summary", "摘要") }
  var attainment: String { say("Attainment of targets", "达标表") }
  var departments: String { say("By responsible department", "责任单位汇总") }
  var shortfalls: String { say("Shortfalls", "未达标清单") }
  var indicator: String { say("Indicator", "指标") }
  var periodHead: String { say("Period", "时段") }
  var actual: String { say("Actual (%)", "实际(%)") }
  var difference: String { say("Difference (points)", "差值(百分点)") }
  var department: String { say("Department", "责任单位") }
  var noDepartment: String { say("none named", "未指定") }
  var excessFailures: String { say("Excess failures", "超出允许的不合格批次") }
  var passesShort: String { say("Passes short", "尚缺合格批次") }
  var requiredFutureRate: String { say("Needed of the rest (%)", "余下批次须达合格率(%)") }
  var chanceMet: String { say("Chance of meeting (%)", "年内达标概率(%)") }
  var warnedSince: String { say("Warning since", "预警起始月") }
  var comesFrom: String { say("Comes from", "主要来源") }

  // MARK: Figures

  /// Failures beyond those allowed, to one decimal.
  func excess(_ value: Double?) -> String {
    guard let value, value.isFinite else { return Self.missing }
    let tenths = Int((min(max(value, 0), 1e15) * 10).rounded(.toNearestOrEven))
    return "\(count(tenths / 10)).\(tenths % 10)"
  }

  /// A count that may not exist.
  func count(_ value: Int?) -> String { value.map { count($0) } ?? Self.missing }

  /// A percentage with its sign.
  func percent(_ text: String) -> String { text == Self.missing ? text : text + "%" }

  /// The children that a shortfall mostly comes from, at most `limit`, with their excess failures.
  func sources(of contribution: Contribution, limit: Int = 3) -> String {
    let parts = contribution.parts.prefix { $0.excessFailures > 0 }.prefix(limit)
    return list(parts.map { name(of: $0, by: contribution.dimension) + " +" + excess($0.excessFailures) })
  }

  /// A child of a finding: a category without the path above it, a region by its short name.
  func name(of part: Contribution.Part, by dimension: Contribution.Dimension) -> String {
    if part.key.utf8.last == UInt8(ascii: "/") {
      return dimension == .region
        ? say("at its own level", "本级") : say("no category below", "未细分类别")
    }
    switch dimension {
    case .region: return region(part.key, name: part.name)
    case .category: return part.key.split(separator: "/").last.map(String.init) ?? part.key
    }
  }

  // MARK: Sentences

  /// What all figures rest on.
  func ground(_ report: Report) -> String {
    let total = report.input.total
    let judged = count(report.input.samples)
    let date = report.provenance.asOf.map { asOf($0) + say(", ", "，") } ?? ""
    return say(
      "\(date)\(judged) units were judged; \(count(total.accepted)) of \(count(total.records)) records were "
        + "accepted, \(count(total.rejected)) rejected.",
      "\(date)共判定\(judged)批次；记录\(count(total.records))条，采纳\(count(total.accepted))条，"
        + "拒收\(count(total.rejected))条。")
  }

  /// How an indicator stands in the whole.
  func standing(of row: AttainmentRow, title: String) -> String {
    let finding = row.finding
    let lead = say("\(title), \(period(finding.period))", "\(title)：\(period(finding.period))")
    guard let difference = row.difference, finding.trials > 0 else {
      return rateAlone(of: row, lead: lead)
    }
    let programme = finding.programme.map(remark) ?? ""
    let text = row.text
    let failures = row.measure == .failRate
    let counted = failures ? finding.trials - finding.passes : finding.passes
    let size = text.difference.filter { $0 != "+" && $0 != "−" }
    let side =
      difference == 0
      ? say("exactly at it", "与目标持平")
      : difference < 0
        ? say("\(size) percentage points below", "低\(size)个百分点")
        : say("\(size) percentage points above", "高\(size)个百分点")
    return say(
      "\(lead)\(programme): \(text.rate)% (\(count(counted)) of \(count(finding.trials)) units"
        + "\(failures ? " failed" : "")), target \(target(of: row))%, \(side): \(finding.evidence.words(in: language))",
      "\(lead)\(programme)为\(text.rate)%（抽检\(count(finding.trials))批次，"
        + "\(failures ? "不合格" : "合格")\(count(counted))批次），目标\(target(of: row))%，\(side)，"
        + "判定为\(finding.evidence.words(in: language))")
  }

  private func rateAlone(of row: AttainmentRow, lead: String) -> String {
    let finding = row.finding
    guard finding.trials > 0 else { return lead + say(": ", "") + finding.evidence.words(in: language) }
    return say(
      "\(lead): \(row.text.rate)% of \(count(finding.trials)) units, \(finding.evidence.words(in: language))",
      "\(lead)为\(row.text.rate)%（抽检\(count(finding.trials))批次），\(finding.evidence.words(in: language))")
  }

  /// How many regions of a level attain a target.
  func attained(_ attained: Int, of judged: Int, level: String) -> String {
    let place = RegionLevelWords.words(for: level, in: language)
    return say(
      "\(count(attained)) of \(count(judged)) regions"
        + (level == "region" ? "" : " at \(place) level") + " met it as counted",
      "\(judged)个\(place)中，按实际合格率达标\(attained)个、未达标\(judged - attained)个")
  }

  /// Regions of one evidence, the first of them by name.
  func regions(_ names: [String], evidence: Evidence, limit: Int = 8) -> String {
    let shown = list(Array(names.prefix(limit)))
    let rest = names.count - limit
    let more = rest > 0 ? say(" and \(count(rest)) more", "等\(names.count)个") : ""
    return say(
      "\(evidence.words(in: language)): \(shown)\(more)", "\(evidence.words(in: language))：\(shown)\(more)")
  }

  /// How the whole moved against the same months of the year before.
  func change(_ comparison: PeriodComparison) -> String {
    let points = RateText.signedPoints(abs(comparison.difference)).filter { $0 != "+" }
    let before = period(comparison.baselinePeriod)
    guard comparison.difference != 0 else {
      return say("the pass rate equals that of the same months of \(before)", "合格率与上年同期持平")
    }
    let isUp = comparison.difference > 0
    return say(
      "the pass rate \(isUp ? "rose" : "fell") by \(points) percentage points on the same months of \(before)",
      "合格率同比\(isUp ? "上升" : "下降")\(points)个百分点")
  }

  /// Where an open year is heading.
  func heading(of row: AttainmentRow) -> String? {
    let finding = row.finding
    switch finding.status {
    case "secured":
      return say("the year's target is met whatever the units to come bring", "无论余下批次结果如何，年度目标均可达到")
    case "unreachable":
      return say("the year's target is out of reach", "年度目标已无法达到")
    case "open":
      guard let rate = finding.requiredFutureRate, let chance = finding.chanceMet else { return nil }
      let needed = RateText.percent(rate)
      return say(
        "to meet the year's target \(row.capsPasses ? "at most" : "at least") \(needed)% of the units to come must pass "
          + "(chance \(RateText.percent(chance))%)",
        "若要完成年度目标，余下批次合格率须\(row.capsPasses ? "不高于" : "不低于")\(needed)%（达标概率\(RateText.percent(chance))%）")
    default: return nil
    }
  }
}
