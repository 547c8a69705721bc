import Glibc

@testable import SpotCheckStatistics

/// Farrington's detector: weights of past outbreaks, thresholds, and whole series.
enum FarringtonVectors {
  static let methods: [String: VectorMethod] = [
    "surveillance-farrington-weights": { inputs in
      let weights = FarringtonModel.outbreakWeights(
        try inputs.numbers("s"), above: try inputs.number("threshold"))
      return ["w": JSONValue(weights)]
    },
    "surveillance-farrington-threshold": { inputs in
      let count = try inputs.count("y")
      let (method, prediction) = try question(inputs)
      let limits = prediction.limits(count: count, alpha: try inputs.number("alpha"), method: method)
      let center = try inputs.values["logpred"].map { _ in try inputs.number("logpred") } ?? prediction.mean
      return [
        "lower": JSONValue(limits?.lower), "upper": JSONValue(limits?.upper),
        "quantile": JSONValue(limits?.p),
        "score": JSONValue(limits?.score(count: count, center: center)),
      ]
    },
    "computed-farrington-flexible": { inputs in
      let control = Control(try inputs.text("control"))
      let detector = try control.detector()
      let judgements = try inputs.counts("range_1based").map { point in
        let verdict = detector.judge(
          point - 1, of: try inputs.counts("y"),
          exposures: control.hasOffset ? try inputs.numbers("n") : [], frequency: try inputs.count("freq"))
        if case .judged(let judgement) = verdict { return judgement as FarringtonDetector.Judgement? }
        return nil
      }
      return [
        "upper": .array(judgements.map { JSONValue($0?.limits.upper) }),
        "alarm": .array(judgements.map { JSONValue($0.map { $0.isAlarm ? 1 : 0 }) }),
        "expected": .array(judgements.map { JSONValue($0?.prediction.mean) }),
        "phi": .array(judgements.map { JSONValue($0?.prediction.dispersion) }),
        "trend": .array(judgements.map { JSONValue($0?.trend) }),
        "p": .array(judgements.map { JSONValue($0?.limits.p) }),
      ]
    },
  ]

  private static let powers: [String: PredictionMethod.Power] = [
    "none": .identity, "1/2": .squareRoot, "2/3": .twoThirds,
  ]

  private static func question(
    _ inputs: VectorInputs
  ) throws -> (method: PredictionMethod, prediction: CountPrediction) {
    let name = try inputs.text("method")
    let dispersion = try inputs.number("phi")
    switch name {
    case "farrington":
      let transform = try inputs.text("transform")
      guard let power = powers[transform] else { throw VectorInputs.Unreadable(description: transform) }
      let mean = try inputs.number("pred")
      let prediction = CountPrediction(
        logMean: log(mean), logError: try inputs.number("se") / mean, dispersion: dispersion)
      return (.power(power), prediction)
    case "muan", "nbPlugin":
      let prediction = CountPrediction(
        logMean: try inputs.number("logpred"), logError: try inputs.number("logse"), dispersion: dispersion)
      return (name == "muan" ? .meanQuantile : .plugin, prediction)
    default: throw VectorInputs.Unreadable(description: name)
    }
  }

  /// Settings as the files write them: `b=4,w=2,no offset,delta 2/3 transform,…`.
  private struct Control {
    private let parts: [String]

    init(_ text: String) {
      parts = text.split(separator: ",").map { $0.drop { $0 == " " } }.map(String.init)
    }

    var hasOffset: Bool { parts.contains { $0.hasPrefix("offset") } }

    func detector() throws -> FarringtonDetector {
      var detector = FarringtonDetector()
      for part in parts {
        let words = part.split(separator: "=", maxSplits: 1).map(String.init)
        switch words[0] {
        case "b": detector.years = try count(words)
        case "w": detector.halfWindow = try count(words)
        case "noPeriods": detector.seasons = try count(words)
        case "pastWeeksNotIncluded": detector.recentPointsLeftOut = try count(words)
        case "pThresholdTrend": detector.trendLevel = try number(words)
        case "weightsThreshold": detector.outbreakThreshold = try number(words)
        case "alpha": detector.alpha = try number(words)
        case "trend kept": detector.trendLevel = 1
        case "no trend": detector.hasTrend = false
        case "no reweight": detector.outbreakThreshold = nil
        case "muan": detector.method = .meanQuantile
        case "nbPlugin": detector.method = .plugin
        case "offset log(n)", "no offset": break
        default: detector.method = try power(part)
        }
      }
      if parts.contains("no reweight") { detector.outbreakThreshold = nil }
      return detector
    }

    /// `delta 2/3 transform`, or `delta` alone.
    private func power(_ part: String) throws -> PredictionMethod {
      let words = part.split(separator: " ").map(String.init)
      guard words.first == "delta" || words.first == "transform" || words.last == "transform" else {
        throw VectorInputs.Unreadable(description: part)
      }
      return .power(words.lazy.compactMap { FarringtonVectors.powers[$0] }.first ?? .twoThirds)
    }

    private func number(_ words: [String]) throws -> Double {
      guard words.count == 2, let number = Double(words[1]) else {
        throw VectorInputs.Unreadable(description: words.joined(separator: "="))
      }
      return number
    }

    private func count(_ words: [String]) throws -> Int {
      guard let count = Int(exactly: try number(words)) else {
        throw VectorInputs.Unreadable(description: words.joined(separator: "="))
      }
      return count
    }
  }
}
