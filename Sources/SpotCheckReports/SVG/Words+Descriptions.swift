import SpotCheck

/// What pictures show, for those who do not see them.
extension Words {
  func funnelDescription(_ funnel: RegionFunnel) -> String {
    let low = funnel.points.filter { $0.position == .lowOuter || $0.position == .lowInner }
    let names = low.map { region($0.region, name: $0.regionName) }
    return say(
      "\(count(funnel.points.count)) regions; below the limits: \(few(names)).",
      "共\(funnel.points.count)个地区；低于界限的：\(few(names))。")
  }

  func intervalsDescription(_ rows: [AttainmentRow]) -> String {
    let below = rows.filter { $0.finding.isAttained == false }
      .map { region($0.finding.region, name: $0.finding.regionName) }
    return say(
      "\(count(rows.count)) rates with intervals; below target as counted: \(few(below)).",
      "共\(rows.count)个合格率及其区间；按实际合格率低于目标的：\(few(below))。")
  }

  func rankingDescription(_ entries: [RegionRanking.Entry]) -> String {
    let first = entries.first.map { region($0.region, name: $0.regionName) } ?? Self.missing
    let last = entries.last.map { region($0.region, name: $0.regionName) } ?? Self.missing
    return say(
      "By median rank from \(first) to \(last), each with the ranks it may truly have.",
      "按名次中位数，自\(first)至\(last)，并给出各地可能的名次范围。")
  }

  func failingSharesDescription(_ shares: [FailingClass], of all: Int) -> String {
    let largest = shares.prefix(3).map { share in
      "\(share.name[language]) \(RateText.percent(share.part(of: all)))%"
    }
    return say("The largest: \(list(largest)).", "占比最大的：\(list(largest))。")
  }

  func monthsDescription(_ series: MonthlySeries) -> String {
    let rates = series.points.map(\.passRate)
    let outside = series.points.count { $0.isOutside }
    let alarms = series.points.count { series.isAlarm($0) }
    let span = self.span(RateText.percent(rates.min()), RateText.percent(rates.max()))
    return say(
      "\(count(rates.count)) months between \(span)%; \(count(outside)) outside the limits, \(count(alarms)) with a warning.",
      "共\(rates.count)个月，\(span)%；超出控制限\(outside)个月，预警\(alarms)个月。")
  }

  func yearEndDescription(_ fan: YearEndFan, _ finding: Finding?) -> String {
    let span = self.span(RateText.percent(fan.quantiles.first), RateText.percent(fan.quantiles.last))
    return say(
      "\(RateText.percent(fan.path.last?.passRate))% so far; the year may end within \(span)%. ",
      "目前\(RateText.percent(fan.path.last?.passRate))%；全年可能在\(span)%之间。") + required(of: fan, finding)
  }

  /// What the units to come must bring.
  func required(of fan: YearEndFan, _ finding: Finding?) -> String {
    let rest = say("\(count(fan.remaining)) units to come", "余下\(fan.remaining)批次")
    switch finding?.status {
    case "secured": return say("\(rest): target secured", "\(rest)：目标已确保")
    case "unreachable": return say("\(rest): target out of reach", "\(rest)：目标已无法达到")
    default:
      guard let rate = finding?.requiredFutureRate else { return rest }
      let text = RateText.percent(rate)
      return say("\(rest), pass rate needed: \(text)%", "\(rest)，须达合格率\(text)%")
    }
  }

  /// The first of some names; none is said to be none.
  private func few(_ names: [String], limit: Int = 12) -> String {
    guard !names.isEmpty else { return say("none", "无") }
    let rest = names.count - limit
    return list(Array(names.prefix(limit)))
      + (rest > 0 ? say(" and \(count(rest)) more", "等\(names.count)个") : "")
  }
}
