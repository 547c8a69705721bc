import SpotCheckStatistics

/// What a field of a plan's table asks for.
enum PlanTableTarget: Equatable {
  /// Nothing.
  case blank
  /// A rate, with the direction where the field says one.
  case rate(DecimalFraction, Indicator.Comparison?)
  /// More than the year before.
  case rising

  /// Reads `96`, `≥98`, `98以上`, `98.5%`, `≤2`, `持续提高` or a blank; `nil` where the text is anything else.
  init?(_ text: String) {
    let text = text.filter { !$0.isWhitespace }.lowercased()
    if Self.blanks.contains(text) {
      self = .blank
    } else if Self.rises.contains(text) {
      self = .rising
    } else {
      var number = text[...]
      var directions: Set<Indicator.Comparison> = []
      for (comparison, marks) in [(Indicator.Comparison.atLeast, Self.floors), (.atMost, Self.ceilings)] {
        if let mark = marks.before.first(where: number.hasPrefix) {
          number = number.dropFirst(mark.count)
          directions.insert(comparison)
        }
        if let mark = marks.behind.first(where: number.hasSuffix) {
          number = number.dropLast(mark.count)
          directions.insert(comparison)
        }
      }
      if number.hasSuffix("%") { number = number.dropLast() }
      guard directions.count <= 1, let rate = DecimalFraction(perCent: number) else { return nil }
      self = .rate(rate, directions.first)
    }
  }

  private static let blanks = ["", "-", "—", "——", "–", "/", "无"]
  private static let rises = [
    "持续提高", "持续提升", "持续上升", "不断提高", "不断提升", "逐年提高", "逐年提升", "逐年上升", "稳步提高", "稳步提升",
    "稳中有升", "rising",
  ]
  private static let floors = (
    before: ["≥", "≧", "⩾", ">=", "不低于", "不少于", "不小于", "达到"], behind: ["及以上", "(含)以上", "以上"]
  )
  private static let ceilings = (
    before: ["≤", "≦", "⩽", "<=", "不高于", "不超过", "不大于"], behind: ["及以下", "(含)以下", "以下", "以内"]
  )
}

extension DecimalFraction {
  /// A number of per cent as a proportion, digit for digit; `nil` beyond 100.
  fileprivate init?(perCent text: Substring) {
    guard let number = DecimalFraction(text), number.places <= 13 else { return nil }
    let rate = DecimalFraction(digits: number.digits, places: number.places + 2)
    guard rate.digits <= rate.scale else { return nil }
    self = rate
  }
}
