import SpotCheck

extension Words {
  /// A period as people write it: `2024年第一季度` for `2024-Q1`, `2024年5月` for `2024-05`.
  func period(_ period: String) -> String {
    let parts = period.split(separator: "-", maxSplits: 1).map(String.init)
    guard let year = parts.first, parts.count == 2 else {
      return period == "*" ? whole : say(period, "\(period)年")
    }
    if parts[1].hasPrefix("Q"), let quarter = Int(parts[1].dropFirst()), (1...4).contains(quarter) {
      return say("\(year) Q\(quarter)", "\(year)年第\(["一", "二", "三", "四"][quarter - 1])季度")
    }
    return say(period, "\(year)年\(Int(parts[1]).map { String($0) } ?? parts[1])月")
  }
}
