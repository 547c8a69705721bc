import Foundation

@testable import SpotCheckStatistics

/// Estimates from sampling designs, and calibrated weights.
enum SurveyVectors {
  static let methods: [String: VectorMethod] = [
    "computed-r-survey": estimates, "r-survey-published": estimates,
    "r-survey-small-tables": SmallSurveyVectors.estimates, "kalton-weighting": SmallSurveyVectors.weighting,
  ]

  private static func estimates(_ inputs: VectorInputs) throws -> [String: JSONValue] {
    let sample = try SurveySample(inputs)
    let stat = try inputs.text("stat")
    if stat == "ciprop" { return try interval(inputs, sample) }
    if stat.hasPrefix("svychisq") { return try independence(inputs, sample, stat) }
    if stat.hasPrefix("svyglm") { return try logistic(inputs, sample) }
    if stat == "adjusted weights" { return try adjusted(sample) }
    if try inputs.text("design").contains("JK1") { return try jackknife(inputs, sample) }
    if stat.hasPrefix("ratio") { return try ratio(inputs, sample, stat) }
    let values =
      inputs.values["indicator"] == nil
      ? try sample.table.numbers(try inputs.text("var")) : try sample.indicator(try inputs.text("indicator"))
    let present = values.map(\.isFinite)
    let domain =
      inputs.values["domain"] == nil
      ? present : zip(present, try sample.domain(try inputs.text("domain"))).map { $0 && $1 }
    let estimate =
      stat.contains("total")
      ? try sample.design.total(of: values, in: domain) : try sample.design.mean(of: values, in: domain)
    return figures(
      estimate,
      designEffect: stat.contains("with-replacement")
        ? estimate?.designEffectWithReplacement : estimate?.designEffect)
  }

  static func figures(_ estimate: SurveyEstimate?, designEffect: Double?) -> [String: JSONValue] {
    [
      "est": JSONValue(estimate?.value), "se": JSONValue(estimate?.standardError),
      "var": JSONValue(estimate?.variance), "deff": JSONValue(designEffect),
      "df": JSONValue(estimate.map { Double($0.degreesOfFreedom) }),
    ]
  }

  /// `ratio` of num to den, or `ratio estimator Y/X with known total X T`.
  private static func ratio(
    _ inputs: VectorInputs, _ sample: SurveySample, _ stat: String
  ) throws -> [String: JSONValue] {
    let known = stat.firstMatch(of: /([A-Za-z0-9.]+)\/([A-Za-z0-9.]+) with known total \S+ ([0-9.]+)/)
    let names =
      try known.map { (String($0.1), String($0.2)) } ?? (try inputs.text("num"), try inputs.text("den"))
    let scale = known.flatMap { Double($0.3) } ?? 1
    let values = (try sample.table.numbers(names.0), try sample.table.numbers(names.1))
    let domain = zip(values.0, values.1).map { $0.isFinite && $1.isFinite }
    let ratio = try sample.design.ratio(of: values.0, to: values.1, in: domain)
    return [
      "est": JSONValue(ratio.map { $0.value * scale }),
      "se": JSONValue(ratio.map { $0.standardError * scale }),
    ]
  }

  private static func interval(_ inputs: VectorInputs, _ sample: SurveySample) throws -> [String: JSONValue] {
    let indicator = try sample.indicator(try inputs.text("indicator"))
    let estimate = try sample.design.mean(of: indicator)
    let name = String(try inputs.text("method").prefix { $0.isLetter })
    let level = try inputs.number("level")
    guard let method = SurveyIntervalMethod(rawValue: name == "xlogit" ? "logit" : name) else { return [:] }
    var limits = estimate.flatMap { Self.limits($0, method, level: level) }
    if method == .likelihood, let exact = limits {
      let alone = try FactorDesign(cells: indicator.count, terms: [])
      let early = try EarlyFit(alone, weights: sample.design.weights, outcomes: indicator)
      let profiled = try early.profiledInterval(sample.design, level: level)
      try near([exact.lower, exact.upper], [profiled.lower, profiled.upper])
      limits = profiled
    }
    return [
      "p": JSONValue(estimate?.value), "se": JSONValue(estimate?.standardError),
      "df": JSONValue(estimate.map { Double($0.degreesOfFreedom) }),
      "n_eff": JSONValue(estimate?.effectiveSize), "lower": JSONValue(limits?.lower),
      "upper": JSONValue(limits?.upper),
    ]
  }

  /// Refuses values that are farther from R's way to them than that way is rough.
  private static func near(_ exact: [Double], _ rough: [Double]) throws {
    guard zip(exact, rough).allSatisfy({ $0.isNear($1, within: 5e-3) }) else {
      throw VectorInputs.Unreadable(description: "\(exact) is far from \(rough)")
    }
  }

  /// The limits as R has them: mean and arcsine pass 0 and 1 there.
  private static func limits(
    _ estimate: SurveyEstimate, _ method: SurveyIntervalMethod, level: Double
  ) -> (lower: Double, upper: Double)? {
    switch method {
    case .mean: return estimate.interval(level: level)
    case .arcsine:
      let freedom = Double(estimate.degreesOfFreedom)
      let t = SpecialFunctions.studentQuantile((1 + level) / 2, freedom: freedom)
      let angles = estimate.arcsineLimits(t)
      return (sin(angles.lower) * sin(angles.lower), sin(angles.upper) * sin(angles.upper))
    default:
      return estimate.proportionInterval(method, level: level).map { ($0.lower, $0.upper) }
    }
  }

  private static func independence(
    _ inputs: VectorInputs, _ sample: SurveySample, _ stat: String
  ) throws -> [String: JSONValue] {
    let first = try sample.table.factor(try inputs.text("rows"))
    let second = try sample.table.factor(try inputs.text("cols"))
    let tests = try sample.design.independence(
      first.levels, first.names.count, second.levels, second.names.count)
    let test: SurveyIndependence.Test? =
      switch stat {
      case "svychisq F": tests?.secondOrder
      case "svychisq Chisq": tests?.firstOrder
      case "svychisq Wald": tests?.wald
      default: tests?.adjustedWald
      }
    guard let test else { return ["statistic": .null, "df": .null, "p": .null] }
    let freedom =
      test.denominator.isFinite ? JSONValue([test.freedom, test.denominator]) : .number(test.freedom)
    return ["statistic": .number(test.statistic), "df": freedom, "p": .number(test.p)]
  }

  /// `I(VAR==VALUE) ~ FACTOR(LEVEL reference) + NUMBER`; R's standard errors are those of an ``EarlyFit``.
  private static func logistic(
    _ inputs: VectorInputs, _ sample: SurveySample
  ) throws -> [String: JSONValue] {
    guard let formula = try inputs.text("formula").wholeMatch(of: /I\((.+)\)\s*~\s*(.+)/) else {
      throw VectorInputs.Unreadable(description: "no formula")
    }
    var names = ["(Intercept)"]
    var terms: [FactorDesign.Term] = []
    for part in formula.2.split(separator: "+") {
      let words = part.trimmingCharacters(in: .whitespaces)
      if let factor = words.wholeMatch(of: /(\S+)\((\S+) reference\)/) {
        let (name, reference) = (String(factor.1), String(factor.2))
        let others = Set(try sample.table.texts(name)).subtracting([reference]).sorted()
        let levels = try sample.table.factor(name, order: [reference] + others)
        terms.append(.factor(levels: levels.levels, count: levels.names.count))
        names += others.map { name + $0 }
      } else {
        terms.append(.covariate(try sample.table.numbers(words)))
        names.append(words)
      }
    }
    let predictors = try FactorDesign(cells: sample.table.rows, terms: terms)
    let outcomes = try sample.indicator(String(formula.1))
    let model = try SurveyLogistic(
      design: sample.design, predictors: predictors, outcomes: outcomes.map { $0 == 1 })
    let early = try EarlyFit(predictors, weights: sample.design.weights, outcomes: outcomes)
    let errors = try sample.design.covariance(ofInfluences: early.influences).diagonal.map { $0.squareRoot() }
    try near(model.standardErrors, errors)
    return [
      "names": .array(names.map(JSONValue.text)), "coef": JSONValue(model.fit.coefficients),
      "se": JSONValue(errors), "t": JSONValue(zip(early.coefficients, errors).map { $0 / $1 }),
      "df_resid": .number(Double(model.degreesOfFreedom)),
    ]
  }

  private static func adjusted(_ sample: SurveySample) throws -> [String: JSONValue] {
    let mean = try sample.design.mean(of: try sample.table.numbers("api00"))
    let total = try sample.design.total(of: try sample.table.numbers("enroll"))
    let awards = try sample.design.mean(of: try sample.indicator("awards=='Yes'"))
    let factors = zip(sample.design.weights, sample.drawn.weights).map { $0 / $1 }
    return [
      "mean_api00": JSONValue(mean?.value), "se_mean": JSONValue(mean?.standardError),
      "total_enroll": .number(total.value), "se_total": .number(total.standardError),
      "g_min": JSONValue(factors.min()), "g_max": JSONValue(factors.max()),
      "prop_awards": JSONValue(awards?.value), "se_prop": JSONValue(awards?.standardError),
      "sum_weights": .number(sample.design.weights.reduce(0, +)),
    ]
  }

  private static func jackknife(_ inputs: VectorInputs, _ sample: SurveySample) throws -> [String: JSONValue]
  {
    let values = try sample.table.numbers(try inputs.text("var"))
    let isTotal = try inputs.text("stat").contains("total")
    let found = sample.design.jackknife(
      around: try inputs.text("design").contains("mse=TRUE") ? .estimate : .replicates
    ) { weights in
      let members = values.indices.filter { values[$0].isFinite }
      let total = members.reduce(0) { $0 + weights[$1] * values[$1] }
      return isTotal ? total : total / members.reduce(0) { $0 + weights[$1] }
    }
    return ["est": .number(found.estimate), "se": JSONValue(found.variance?.squareRoot())]
  }
}
