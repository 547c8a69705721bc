import SpotCheck
import SpotCheckReports

/// Asks how many units estimate a rate within a margin.
struct PrecisionQuestion: StatQuestion {
  static let keys = ["rate", "margin", "confidence", "population", "deff", "response", "formula"]

  private let rate: DecimalFraction
  private let margin: Double
  private let confidence: Double
  private let design: SizeDesign
  private let response: Double
  private let formula: PrecisionSize.Formula

  init(_ record: StatRecord) throws(StatProblem) {
    rate = try record.fraction("rate")
    formula = try record.choice("formula", of: PrecisionSize.Formula.allCases) ?? .wald
    margin = try record.amount("margin", atMost: 0.499) ?? 0
    confidence = try record.level("confidence") ?? 0.95
    design = try SizeDesign(record)
    response = try record.amount("response", atMost: 1) ?? 1
  }

  private var size: PrecisionSize {
    PrecisionSize(
      rate: rate.value, margin: margin, confidence: confidence, designEffect: design.effect,
      population: design.population, response: response, formula: formula)
  }

  func answer(_ json: inout JSONWriter) {
    let size = size
    json.member("rate", rate.value)
    json.member("margin", margin)
    json.member("confidence", confidence)
    design.answer(&json)
    json.member("response", response)
    json.member("formula", formula.rawValue)
    json.member("n0", size.simple)
    json.member("n_deff", size.withDesignEffect)
    json.member("n_fpc", size.withPopulation)
    json.member("n", size.size)
  }

  func lines(_ words: StatWords) -> [String] {
    let size = size
    return [words.toInspect(size.size), words.precision(rate: rate, margin: margin, confidence: confidence)]
      + words.steps(size, design: design, response: response)
  }
}

/// Asks how many units prove a shortfall.
struct ShortfallQuestion: StatQuestion {
  static let keys = ["rate", "target", "alpha", "power", "population", "deff"]

  private let rate: DecimalFraction
  private let target: DecimalFraction
  private let alpha: Double
  private let power: Double
  private let design: SizeDesign
  private let test: ShortfallPower

  init(_ record: StatRecord) throws(StatProblem) {
    rate = try record.fraction("rate")
    target = try record.fraction("target")
    alpha = try record.level("alpha") ?? 0.05
    power = try record.level("power") ?? 0.8
    design = try SizeDesign(record)
    let test = ShortfallPower(
      target: target, rate: rate.value, alpha: alpha,
      minimumFailures: ShortfallPower.findingFailures(target), population: design.population)
    guard let test else { throw StatProblem(.notBelow("target"), key: "rate") }
    self.test = test
  }

  private var size: ShortfallSize? { ShortfallSize(test, power: power, designEffect: design.effect) }

  func answer(_ json: inout JSONWriter) {
    let size = size
    json.member("rate", rate.value)
    json.member("target", target.value)
    json.member("alpha", alpha)
    json.member("power", power)
    design.answer(&json)
    json.member("n_first", size?.first.size)
    json.member("critical_at_first", size?.first.criticalPasses)
    json.member("power_at_first", size?.first.power)
    json.member("n_stable", size?.stable.size)
    json.member("critical_at_stable", size?.stable.criticalPasses)
    json.member("power_at_stable", size?.stable.power)
    json.member("n_normal", size?.normalApproximation)
  }

  func lines(_ words: StatWords) -> [String] {
    guard let size else { return [words.tooMany] }
    return [
      words.toInspect(size.stable.size),
      words.shortfall(rate: rate, target: target, alpha: alpha, power: power),
      words.first(size.first), words.stable(size.stable),
    ]
  }
}

/// Asks how many units in each of two groups tell their rates apart.
struct ComparisonQuestion: StatQuestion {
  static let keys = ["rate", "other_rate", "alpha", "power", "deff", "ratio", "sides", "variance"]

  private enum Sides: String, CaseIterable {
    case one, two
  }

  private let rates: (DecimalFraction, DecimalFraction)
  private let alpha: Double
  private let power: Double
  private let effect: Double
  private let ratio: Double
  private let sides: Sides
  private let variance: ComparisonSize.Variance
  private let size: ComparisonSize

  init(_ record: StatRecord) throws(StatProblem) {
    rates = (try record.fraction("rate"), try record.fraction("other_rate"))
    alpha = try record.level("alpha") ?? 0.05
    power = try record.level("power") ?? 0.8
    effect = try SizeDesign(record).effect
    ratio = try record.amount("ratio", atMost: 1000) ?? 1
    sides = try record.choice("sides", of: Sides.allCases) ?? .two
    variance = try record.choice("variance", of: ComparisonSize.Variance.allCases) ?? .unpooled
    let size = ComparisonSize(
      rates: (rates.0.value, rates.1.value), ratio: ratio, alpha: alpha, power: power,
      isTwoSided: sides == .two, variance: variance, designEffect: effect)
    guard let size else { throw StatProblem(.equals("rate"), key: "other_rate") }
    self.size = size
  }

  func answer(_ json: inout JSONWriter) {
    json.member("rate", rates.0.value)
    json.member("other_rate", rates.1.value)
    json.member("alpha", alpha)
    json.member("power", power)
    json.member("deff", effect)
    json.member("ratio", ratio)
    json.member("sides", sides.rawValue)
    json.member("variance", variance.rawValue)
    json.member("n1", size.first)
    json.member("n2", size.second)
  }

  func lines(_ words: StatWords) -> [String] {
    [
      words.toInspect(size),
      words.comparison(rates, alpha: alpha, power: power, isTwoSided: sides == .two),
    ]
  }
}

/// The design effect and the population that a size is asked for.
struct SizeDesign {
  let effect: Double
  let population: Int?

  init(_ record: StatRecord) throws(StatProblem) {
    effect = try record.amount("deff", atMost: 1000) ?? 1
    population = try record.countIfGiven("population", atMost: FinitePopulationTest.largestPopulation)
    if population == 0 {
      throw StatProblem(
        .notAmount("0", atMost: Double(FinitePopulationTest.largestPopulation)), key: "population")
    }
  }

  /// Writes both.
  func answer(_ json: inout JSONWriter) {
    json.member("population", population)
    json.member("deff", effect)
  }
}
